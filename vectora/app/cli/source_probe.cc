#include "vectora/app/cli/source_probe.h"

#include <algorithm>
#include <array>

#include "vectora/app/cli/source_table.h"
#include "vectora/app/cli/yaml_text.h"
#include "vectora/config/yaml.h"
#include "vectora/feed/feed.h"
#include "vectora/page/dom.h"
#include "vectora/page/listing.h"
#include "vectora/page/selector_proposal.h"
#include "vectora/text/charset.h"
#include "vectora/text/html_text.h"

namespace vectora::app {
namespace {

constexpr size_t kMaxFeeds = 5;
constexpr size_t kPreviewed = 10;
constexpr size_t kLongestName = 80;
constexpr std::array<std::string_view, 4> kTypes = {"press_sector", "press_corporate", "regulator",
                                                    "academic_database"};

std::string homepage_of(const Url& url) { return http::origin(url) + "/"; }

// "en" of "en-US"; what is no language code counts as English.
std::string language_of(std::string_view declared) {
  std::string code = http::lower_case(declared.substr(0, declared.find_first_of("-_")));
  const bool is_code =
      (code.size() == 2 || code.size() == 3) &&
      std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_code ? code : "en";
}

// The part of the host by which people know the site: "alpha" of news.alpha.co.example.
std::string site_name(const Url& url) {
  std::string_view site = url.site();
  std::string_view name = site.substr(0, site.rfind('.'));
  // "co" of co.uk and its like are no names.
  if (const size_t dot = name.rfind('.'); dot != std::string_view::npos && name.size() - dot <= 4)
    name = name.substr(0, dot);
  if (const size_t dot = name.rfind('.'); dot != std::string_view::npos)
    name.remove_prefix(dot + 1);
  return std::string(name.empty() ? site : name);
}

std::string shortened(const std::string& text) {
  return text.size() <= kLongestName ? text : std::string();
}

// One line without what a terminal would act on.
std::string printable(std::string_view text) {
  std::string line = text::collapse_space(text);
  std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return line;
}

// What the key starts with is its type, where it is one.
std::string source_type(const Proposal& proposal) {
  for (const std::string_view type : kTypes)
    if (proposal.key.str().starts_with(std::string(type) + "__")) return std::string(type);
  return std::string(kTypes[0]);
}

bool has_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const size_t end = list.find_first_of(" \t\r\n");
    if (http::lower_case(list.substr(0, end)) == word) return true;
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return false;
}

bool is_feed_link(const page::Dom& dom, page::NodeId node) {
  if (!dom.is(node, "link") || !has_word(dom.attribute(node, "rel"), "alternate")) return false;
  const std::string type = http::lower_case(http::trimmed(dom.attribute(node, "type")));
  if (type != "application/rss+xml" && type != "application/atom+xml" &&
      type != "application/feed+json")
    return false;
  const std::string name = http::lower_case(std::string(dom.attribute(node, "title")) + " " +
                                            std::string(dom.attribute(node, "href")));
  return name.find("comment") == std::string::npos;
}

std::string decoded(const http::Response& answer) {
  return text::decode_document(answer.body, text::DocumentKind::kHtml, answer.charset()).text;
}

}  // namespace

SourceKey proposed_key(const Url& url) {
  std::string slug;
  for (const char c : http::lower_case(site_name(url))) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain || (!slug.empty() && slug.back() != '_')) slug += is_plain ? c : '_';
  }
  while (!slug.empty() && slug.back() == '_') slug.pop_back();
  return SourceKey(std::string(kTypes[0]) + "__" + (slug.empty() ? "new" : slug));
}

Proposal proposal_for(const Url& url) {
  Proposal proposal;
  proposal.key = proposed_key(url);
  proposal.url = url.without_credentials();
  proposal.homepage_url = homepage_of(url);
  proposal.display_name = std::string(url.site());
  return proposal;
}

std::optional<Proposal> propose_feed(const http::Response& answer) {
  const std::optional<Url> url = Url::parse(answer.final_url);
  if (!url) return std::nullopt;
  feed::Options options;
  options.transport_charset = answer.charset();
  options.url = url;
  const Result<feed::Feed> feed = feed::parse_feed(answer.body, options);
  if (!feed) return std::nullopt;
  Proposal proposal = proposal_for(*url);
  if (const std::string name = shortened(feed->title); !name.empty()) proposal.display_name = name;
  if (const auto home = Url::parse(feed->link)) proposal.homepage_url = home->without_credentials();
  proposal.language = language_of(feed->language);
  for (const feed::Entry& entry : feed->entries) {
    const auto& date = entry.published ? entry.published : entry.updated;
    proposal.entries.push_back(
        {entry.title, date ? std::optional(date->day) : std::nullopt, entry.link});
  }
  return proposal;
}

std::vector<Url> linked_feeds(const http::Response& answer) {
  std::vector<Url> feeds;
  const std::optional<Url> page = Url::parse(answer.final_url);
  const Result<page::Dom> dom = page::Dom::parse(decoded(answer));
  if (!page || !dom) return feeds;
  for (page::NodeId node = dom->root(); node < dom->size() && feeds.size() < kMaxFeeds; ++node) {
    if (!is_feed_link(*dom, node)) continue;
    const std::optional<Url> feed = page->resolve(dom->attribute(node, "href"));
    if (feed && std::find(feeds.begin(), feeds.end(), *feed) == feeds.end()) feeds.push_back(*feed);
  }
  return feeds;
}

std::optional<Proposal> propose_listing(const http::Response& answer, Date today) {
  page::ListingOptions options;
  options.url = Url::parse(answer.final_url);
  options.transport_charset = answer.charset();
  options.now = today;
  const Result<page::Listing> listing = page::read_listing(answer.body, options);
  if (!options.url || !listing || listing->entries.empty()) return std::nullopt;
  Proposal proposal = proposal_for(*options.url);
  proposal.mode = config::SourceMode::kHtml;
  proposal.selectors = page::propose_selectors(answer.body, options);
  proposal.language = language_of(listing->language);
  for (const page::ListingEntry& entry : listing->entries)
    proposal.entries.push_back(
        {entry.title, entry.published ? std::optional(entry.published->day) : std::nullopt,
         entry.url});
  return proposal;
}

bool has_days(const Proposal& proposal) {
  const auto dated = std::count_if(proposal.entries.begin(), proposal.entries.end(),
                                   [](const auto& entry) { return entry.day.has_value(); });
  return dated > 0 && 2 * static_cast<size_t>(dated) >= proposal.entries.size();
}

std::string catalog_entry(const Proposal& proposal) {
  const std::string mode(to_string(proposal.mode));
  std::string entry = "  - source_key: " + yaml_scalar(proposal.key.str()) + "\n";
  const auto add = [&entry](const std::string& name, const std::string& value) {
    entry += "    " + name + ": " + value + "\n";
  };
  add("display_name", yaml_scalar(proposal.display_name));
  add("homepage_url", yaml_scalar(proposal.homepage_url));
  add(mode + "_url", yaml_scalar(proposal.url));
  if (!proposal.url_pattern.empty()) add("url_pattern", yaml_scalar(proposal.url_pattern));
  add("ingestion_mode", mode);
  add("enabled", "true");
  add("source_type", source_type(proposal));
  add("default_language", proposal.language);
  if (!proposal.profile.empty()) add("ingestion_profile", yaml_scalar(proposal.profile));
  return entry;
}

std::string preview(const Proposal& proposal) {
  std::string text;
  for (size_t i = 0; i < std::min(kPreviewed, proposal.entries.size()); ++i) {
    const Proposal::Preview& entry = proposal.entries[i];
    text += (text.empty() ? "" : "\n") + (entry.day ? entry.day->str() : "no day    ") + "  " +
            printable(entry.title) + "\n            " + printable(entry.url);
  }
  return text;
}

Result<std::string> with_entry(const std::string& catalog, const Proposal& proposal) {
  const config::YamlDocument document = TRY(config::parse_yaml(catalog, "source_catalog.yaml"));
  for (const config::YamlNode& source : document.root["sources"].items()) {
    const config::YamlNode key = source["source_key"];
    if (key.is_scalar() && key.text() == proposal.key.str())
      return Error{ErrorCode::kConflict, "the catalog has a source '" + key.text() + "'"};
  }
  const std::optional<size_t> end = end_of_block(catalog, "sources");
  if (!document.root["sources"].is_list() || !end)
    return Error{ErrorCode::kMalformed, "the catalog has no list of sources, one element a line"};
  std::string text = catalog.substr(0, *end);
  if (!text.ends_with('\n')) text += '\n';
  text += "\n" + catalog_entry(proposal) + catalog.substr(*end);
  // Catalogs are written in more ways than this knows: what came out is read again.
  const Result<config::YamlDocument> written = config::parse_yaml(text, "source_catalog.yaml");
  const size_t before = document.root["sources"].items().size();
  if (!written || written->root["sources"].items().size() != before + 1)
    return Error{ErrorCode::kMalformed, "the catalog's list of sources is indented otherwise"};
  return text;
}

}  // namespace vectora::app
