#include "vectora/app/cli/probe_command.h"

#include <algorithm>
#include <filesystem>

#include "vectora/app/cli/extractor_entry.h"
#include "vectora/app/cli/live_client.h"
#include "vectora/app/cli/replace_file.h"
#include "vectora/app/cli/source_table.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/base/clock.h"
#include "vectora/base/counted.h"
#include "vectora/config/workspace_files.h"

namespace vectora::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";
constexpr const char* kExtractors = "canonical/sources/html_extractors.yaml";

std::vector<http::Outcome> fetch_all(http::Client& client, const std::vector<Url>& urls) {
  std::vector<http::Request> requests;
  for (const Url& url : urls) {
    http::Request request;
    request.url = url;
    requests.push_back(std::move(request));
  }
  std::vector<http::Outcome> outcomes(urls.size());
  client.fetch(requests,
               [&](size_t index, http::Outcome outcome) { outcomes[index] = std::move(outcome); });
  return outcomes;
}

// The answer, where it is one that has content.
Result<http::Response> content_of(http::Outcome outcome, const Url& url) {
  const std::string address = url.without_credentials();
  if (const auto* failure = std::get_if<http::Failure>(&outcome))
    return Error{ErrorCode::kUnavailable, address + ": " + failure->detail};
  http::Response response = std::get<http::Response>(std::move(outcome));
  if (response.status < 200 || response.status > 299)
    return Error{ErrorCode::kUnavailable,
                 address + " answered with status " + std::to_string(response.status)};
  return response;
}

std::optional<Proposal> propose_linked(http::Client& client, const http::Response& page) {
  const std::vector<Url> urls = linked_feeds(page);
  std::vector<http::Outcome> outcomes = fetch_all(client, urls);
  for (size_t i = 0; i < urls.size(); ++i) {
    const Result<http::Response> answer = content_of(std::move(outcomes[i]), urls[i]);
    if (!answer) continue;
    std::optional<Proposal> proposal = propose_feed(*answer);
    if (proposal && !proposal->entries.empty()) return proposal;
  }
  return std::nullopt;
}

// The sitemap that an answer is.
std::optional<Proposal> propose_mapped(http::Client& client, const http::Response& answer,
                                       const Url& probed) {
  const std::vector<Url> urls = parts_of_sitemap(answer);
  std::vector<http::Outcome> outcomes = fetch_all(client, urls);
  std::vector<http::Response> parts;
  for (size_t i = 0; i < urls.size(); ++i)
    if (Result<http::Response> part = content_of(std::move(outcomes[i]), urls[i]))
      parts.push_back(*std::move(part));
  return propose_sitemap(answer, parts, probed);
}

// The best sitemap of a site: one of news, whose pages have titles, else the first
// that has entries.
std::optional<Proposal> propose_site_map(http::Client& client, const Url& site) {
  const Url robots = *site.resolve("/robots.txt");
  const auto rules = content_of(std::move(fetch_all(client, {robots})[0]), robots);
  const std::vector<Url> urls = named_sitemaps(rules ? rules->body : std::string(), site);
  std::vector<http::Outcome> outcomes = fetch_all(client, urls);
  std::optional<Proposal> best;
  for (size_t i = 0; i < urls.size(); ++i) {
    const Result<http::Response> answer = content_of(std::move(outcomes[i]), urls[i]);
    if (!answer) continue;
    std::optional<Proposal> proposal = propose_mapped(client, *answer, site);
    if (!proposal) continue;
    if (proposal->has_titles) return proposal;
    if (!best) best = std::move(proposal);
  }
  return best;
}

Json to_json(const Proposal& proposal) {
  Json json;
  json["source_key"] = proposal.key.str();
  json["ingestion_mode"] = to_string(proposal.mode);
  if (!proposal.url_pattern.empty()) json["url_pattern"] = proposal.url_pattern;
  json["url"] = proposal.url;
  json["catalog_entry"] = catalog_entry(proposal);
  if (proposal.selectors)
    json["extractor_entry"] = extractor_entry(proposal.key, *proposal.selectors);
  json["entries"] = Json::array();
  for (const Proposal::Preview& entry : proposal.entries)
    json["entries"].push_back({{"title", entry.title},
                               {"day", entry.day ? Json(entry.day->str()) : Json()},
                               {"url", entry.url}});
  return json;
}

// The profile that most sources have, in a market without the default one.
std::string usual_profile(const config::Canonical& canonical) {
  if (canonical.profiles.contains("default_broad")) return {};
  std::map<std::string, int> uses;
  for (const auto& [key, source] : canonical.sources) ++uses[source.profile];
  const auto most = std::max_element(
      uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == uses.end() ? std::string() : most->first;
}

// Adds the entry to the workspace's catalog, and its selectors to the extractors, if all
// stays valid with them. An extractor without a source does no harm, so it comes first.
Result<void> add_to_catalog(const Proposal& proposal, const std::string& workspace) {
  config::Files files = TRY(config::read_workspace_folder(workspace));
  files[kCatalog] = TRY_IN(kCatalog, with_entry(files[kCatalog], proposal));
  if (proposal.selectors)
    files[kExtractors] =
        TRY_IN(kExtractors, with_extractor(files[kExtractors], proposal.key, *proposal.selectors));
  for (const config::Problem& problem : config::load_workspace(files).workspace_problems())
    if (problem.severity == config::Severity::kError)
      return Error{ErrorCode::kInvalidArgument,
                   "nothing was written; with the entry: " + config::to_string(problem)};
  if (proposal.selectors) TRY(replace_file(fs::path(workspace) / kExtractors, files[kExtractors]));
  return replace_file(fs::path(workspace) / kCatalog, files[kCatalog]);
}

void show(const Proposal& proposal, Console& console) {
  console.note(counted(static_cast<int64_t>(proposal.entries.size()), "entry", "entries") +
               "; the first:");
  console.note(preview(proposal));
  console.print(catalog_entry(proposal));
  if (!proposal.selectors) return;
  console.note("selectors that read the same, for " + std::string(kExtractors) + ":");
  console.print(extractor_entry(proposal.key, *proposal.selectors));
}

Result<void> run(const ProbeArguments& arguments, const Globals& globals, Console& console) {
  const std::optional<Url> url = Url::parse(arguments.url);
  if (!url) return Error{ErrorCode::kInvalidArgument, "not an http address: " + arguments.url};
  const WorkspaceSession session = TRY(open_workspace(globals, Access::kDryRun, console));
  if (session.canonical().sources.contains(SourceKey(arguments.write_key)))
    return Error{ErrorCode::kConflict, "the catalog has a source '" + arguments.write_key + "'"};
  const LiveClient live = open_live_client(session.loaded.workspace.http);
  Proposal proposal = TRY(probe(*live.client, *url, system_clock()->now().date()));
  proposal.profile = usual_profile(session.canonical());
  if (!arguments.write_key.empty()) proposal.key = SourceKey(arguments.write_key);
  if (globals.output == Output::kJson) {
    console.print(to_json_line(to_json(proposal)) + "\n");
  } else {
    show(proposal, console);
  }
  if (arguments.write_key.empty()) return {};
  TRY(add_to_catalog(proposal, session.folder));
  console.note("added to " + std::string(kCatalog) +
               (proposal.selectors ? " and " + std::string(kExtractors) : std::string()) +
               "; clients take it by a bouquet or by its key");
  return {};
}

}  // namespace

Result<Proposal> probe(http::Client& client, const Url& url, Date today) {
  const http::Response answer = TRY(content_of(std::move(fetch_all(client, {url})[0]), url));
  std::optional<Proposal> proposal = propose_feed(answer);
  if (!proposal) proposal = propose_linked(client, answer);
  if (!proposal) proposal = propose_mapped(client, answer, url);
  if (proposal) return *std::move(proposal);
  // A list without days is worth less than a sitemap, which has those of changes.
  std::optional<Proposal> listed = propose_listing(answer, today);
  if (!listed || !has_days(*listed)) proposal = propose_site_map(client, url);
  if (!proposal) proposal = std::move(listed);
  if (proposal) return *std::move(proposal);
  return Error{ErrorCode::kNotFound,
               url.without_credentials() +
                   " is no feed, links none, and has no list of entries, nor "
                   "has its site a sitemap; try the address of its news page"};
}

ExitCode source_probe_command(const ProbeArguments& arguments, const Globals& globals,
                              Console& console) {
  const Result<void> done = run(arguments, globals, console);
  if (done) return ExitCode::kOk;
  console.error(done.error().message);
  return done.error().code == ErrorCode::kInvalidArgument ? ExitCode::kUsage : ExitCode::kFailed;
}

}  // namespace vectora::app
