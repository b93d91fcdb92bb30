#include "test/keys/world.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "test/keys/change.h"
#include "vectora/config/report.h"
#include "vectora/config/yaml.h"
#include "vectora/http/fake_client.h"
#include "vectora/pipeline/run.h"
#include "vectora/testing/golden.h"

namespace vectora::keys {
namespace {

constexpr const char* kMarket = "market_ebus";
constexpr const char* kWire = "https://wire.example/rss";
constexpr int64_t kSecondsAnHour = 3600;
const Date kToday = *Date::parse("2026-01-14");

const std::map<std::string, std::string>& short_names() {
  static const std::map<std::string, std::string> names = {
      {"workspace", "vectora.yaml"},
      {"client", "clients/test/ebus_weekly.yaml"},
      {"catalog", "canonical/sources/source_catalog.yaml"},
      {"extractors", "canonical/sources/html_extractors.yaml"},
      {"profiles", "canonical/ingestion/ingestion_profiles.yaml"},
      {"companies", "canonical/scopes/company_scopes.yaml"},
      {"molecules", "canonical/scopes/molecule_scopes.yaml"},
      {"technologies", "canonical/scopes/technology_scopes.yaml"},
      {"trademarks", "canonical/scopes/trademark_scopes.yaml"},
      {"indications", "canonical/scopes/indication_scopes.yaml"},
      {"exclusions", "canonical/scopes/exclusion_scopes.yaml"},
      {"domain", "canonical/domains/ebus_domain_definition.yaml"},
      {"other_domain", "canonical/domains/other_domain_definition.yaml"},
      {"matching", "canonical/matching/domain_matching_rules.yaml"},
      {"scoring", "canonical/scoring/scoring_rules.yaml"},
      {"events", "canonical/events/event_type_patterns.yaml"},
      {"contents", "canonical/events/content_type_patterns.yaml"},
      {"entities", "canonical/entities/entity_kinds.yaml"},
      {"editorial", "canonical/rules/editorial_rules.yaml"},
      {"open_world", "canonical/open_world/name_rules.yaml"},
      {"texts", "canonical/texts/news_words.yaml"}};
  return names;
}

// A client below clients/test/ may have another name than its file.
std::string recorded_file(const std::string& name) {
  return name == "client" ? "clients/production/ebus_weekly.yaml" : file_of(name);
}

// The places, digests and ids that any change of a file moves say nothing about
// what the file means.
void forget_places(Json& json) {
  if (!json.is_structured()) return;
  if (json.is_object())
    for (const char* name : {"config", "content_type_config", "config_digest", "canonical_version",
                             "run_id", "capture"})
      json.erase(name);
  for (Json& member : json) forget_places(member);
}

std::string lines_of(const Json& json) {
  Json plain = json;
  forget_places(plain);
  return to_json_text(plain);
}

std::string feed_of(const Json& news, const std::string& slug) {
  std::string items;
  int number = 0;
  for (const Json& item : news) {
    const std::string day = std::to_string(static_cast<int>(number_member(item, "day", 12)));
    items += "<item><title>" + string_member(item, "title") + "</title><link>" +
             string_member(item, "url",
                           "https://wire.example/" + slug + "/" + std::to_string(++number)) +
             "</link><description>" + string_member(item, "text") + "</description>" +
             (item.contains("day") && item["day"].is_null()
                  ? std::string()
                  : "<pubDate>" + std::string(day.size() < 2 ? "0" : "") + day +
                        " Jan 2026 08:00:00 GMT</pubDate>") +
             "</item>";
  }
  return "<rss version=\"2.0\"><channel><title>Wire</title>" + items + "</channel></rss>";
}

// Keeps what is told about sources.
class Listener : public pipeline::SilentObserver {
 public:
  void tell(const pipeline::Event& event) override {
    if (event.level == pipeline::Level::kInfo) return;
    told += event.message + "\n";
  }
  std::string told;
};

store::Buckets memory_buckets() {
  store::Buckets buckets;
  buckets.config = store::open_memory();
  buckets.data = store::open_memory();
  buckets.newsletters = store::open_memory();
  buckets.lambda_code = store::open_memory();
  return buckets;
}

// The address of a page by its short name.
std::string page_url(const std::string& name) {
  if (name == "voltara") return "https://voltara.example/news/";
  if (name == "field_test") return "https://voltara.example/news/field-test";
  return "https://" + name + ".example/all";
}

// When answers come, and how long their servers say that they stay fresh.
struct Freshness {
  Instant received;
  int max_age = 0;  // seconds; 0: nothing is said
};

// The recorded pages of the toy market; those of the world stand in for them.
http::FakeClient network(const Json& news, const Json& pages, const std::string& slug,
                         const Freshness& when) {
  const std::filesystem::path folder = testing::test_data(kMarket) / "capture";
  const Json capture = *parse_json(testing::read_file(folder / "capture.json"));
  std::map<std::string, http::Response> answers;
  for (const Json& request : capture["requests"])
    answers[string_member(request, "url")] =
        http::FakeClient::ok(testing::read_file(folder / string_member(request, "body_file")),
                             string_member(request["headers"], "content-type"));
  answers[kWire] = http::FakeClient::ok(feed_of(news, slug));
  for (const auto& [name, body] : pages.items())
    answers[page_url(name)] = http::FakeClient::ok(body.get<std::string>(), "text/html");
  http::FakeClient client;
  for (auto& [url, answer] : answers) {
    answer.received = when.received;
    if (when.max_age > 0)
      answer.headers["cache-control"] = "max-age=" + std::to_string(when.max_age);
    client.on(url, answer);
  }
  return client;
}

std::string requests_of(const http::FakeClient& client) {
  std::string all;
  for (const http::Request& request : client.log())
    all += request.url.str() + (request.verify_tls ? "" : " without verifying") +
           (request.respect_robots ? "" : " whatever robots.txt says") + " within " +
           std::to_string(request.timeout_ms) + "\n";
  return all;
}

std::string entries_of(const pipeline::RunRecord& record) {
  std::string all;
  for (const pipeline::Fate& fate : record.fates)
    all += fate.source.str() + " " + fate.url + " " + fate.title + ": " +
           (fate.outcome
                ? std::string(normalize::to_string(fate.outcome->kind)) + " " + fate.outcome->detail
                : "stored") +
           "\n";
  for (const auto& [rule, count] : record.rules_fired)
    all += rule + " " + std::to_string(count) + "\n";
  return all;
}

// The members of all stored items that `names` lists.
std::string stored(store::ObjectStore& data, const std::string& prefix,
                   const std::vector<std::string>& names) {
  std::string all;
  for (const store::ObjectInfo& info : *data.list(prefix)) {
    const Json items = *parse_json(data.get(info.key)->bytes);
    for (const Json& item : items) {
      all += string_member(item, "title") + "\n";
      for (const std::string& name : names)
        if (item.contains(name)) all += name + ": " + lines_of(item[name]);
    }
  }
  return all;
}

std::string issues_of(store::Buckets& buckets) {
  std::string all;
  for (const store::ObjectInfo& info : *buckets.newsletters->list("")) {
    if (info.key.ends_with("manifest.json")) continue;
    const std::string bytes = buckets.newsletters->get(info.key)->bytes;
    all += info.key.substr(info.key.rfind('/') + 1) + "\n" +
           (info.key.ends_with(".json") ? lines_of(*parse_json(bytes)) : bytes);
  }
  return all;
}

config::RunOverrides overrides_of(const Json& run) {
  config::RunOverrides overrides;
  if (string_member(run, "temporal") == "flexible")
    overrides.temporal = normalize::TemporalMode::kFlexible;
  if (string_member(run, "scoring") == "strict") overrides.scoring = score::ScoringMode::kStrict;
  if (string_member(run, "scoring") == "broad") overrides.scoring = score::ScoringMode::kBroad;
  return overrides;
}

pipeline::RunPlan plan_for(const config::LoadedWorkspace& loaded, const Json& run, Date day) {
  pipeline::RunPlan plan{
      *loaded.canonical,      {}, day, Instant::end_of(day), pipeline::Mode::kLive, {},
      "capture-" + day.str(), {}};
  plan.max_fresh_s = loaded.workspace.http.reuse_fresh_s;
  for (const auto& [id, client] : loaded.clients) {
    plan.clients.push_back(client);
    config::apply(plan.clients.back(), overrides_of(run), day);
  }
  return plan;
}

Outcome outcome_of(const pipeline::RunResult& result, store::Buckets& buckets,
                   const Listener& listener, const http::FakeClient& client) {
  Outcome outcome;
  for (const pipeline::ClientResult& of_client : result.clients) {
    const Json record = to_json(of_client.record);
    for (const char* name : {"sources", "failures", "notes"})
      outcome[Part::kSources] += lines_of(record[name]);
    outcome[Part::kEntries] += of_client.client.str() + "\n" + entries_of(of_client.record);
  }
  store::ObjectStore& data = *buckets.data;
  outcome[Part::kSources] += listener.told;
  outcome[Part::kItems] = stored(data, "ingested/",
                                 {"source_key", "source_type", "url", "content", "published_at",
                                  "published_at_source", "language"});
  outcome[Part::kAnnotations] = stored(data, "curated/", {"normalized_content", "date_metadata"});
  outcome[Part::kMatching] = stored(data, "curated/", {"matching_results", "domain_scoring"});
  outcome[Part::kScores] = stored(data, "curated/", {"scoring_results", "editorial"});
  outcome[Part::kIssue] = issues_of(buckets);
  outcome[Part::kRequests] = requests_of(client);
  return outcome;
}

}  // namespace

std::string_view to_string(Part part) {
  switch (part) {
    case Part::kSources: return "sources";
    case Part::kEntries: return "entries";
    case Part::kItems: return "items";
    case Part::kAnnotations: return "annotations";
    case Part::kMatching: return "matching";
    case Part::kScores: return "scores";
    case Part::kIssue: return "issue";
    case Part::kRequests: return "requests";
  }
  return "";
}

std::string file_of(const std::string& document) {
  const auto found = short_names().find(document);
  return found == short_names().end() ? std::string() : found->second;
}

World::World() {
  static const std::map<std::string, Json> market = [] {
    std::map<std::string, Json> documents;
    for (const auto& [name, file] : short_names()) {
      const auto path = testing::test_data(kMarket) / recorded_file(name);
      if (!std::filesystem::exists(path)) continue;
      documents[name] = to_json(config::parse_yaml(testing::read_file(path), file)->root);
    }
    return documents;
  }();
  documents_ = market;
  for (const char* list : {"news", "eve"}) documents_[list] = Json::array();
  for (const char* mapping : {"pages", "run"}) documents_[mapping] = Json::object();
  change("catalog sources[+]: {source_key: wire, rss_url: '" + std::string(kWire) +
         "', source_type: press_sector, ingestion_profile: corporate_open}");
  change("catalog bouquets[0].source_keys[+]: wire");
}

void World::change(const std::string& edit) {
  const size_t blank = edit.find(' ');
  const std::string name = edit.substr(0, blank);
  Json& document = documents_[name];
  if (document.is_null() && !file_of(name).empty()) document = Json::object();
  ASSERT_TRUE(apply_change(document, edit.substr(blank + 1))) << "no such place: " << edit;
}

const Json& World::document(const std::string& name) const {
  static const Json kNone;
  const auto found = documents_.find(name);
  return found == documents_.end() ? kNone : found->second;
}

config::Files World::files() const {
  config::Files files;
  for (const auto& [name, document] : documents_)
    if (const std::string file = file_of(name); !file.empty())
      files[file] = to_json_text(document);  // JSON is YAML
  return files;
}

Outcome World::run() const {
  const config::LoadedWorkspace loaded = config::load_workspace(files());
  Outcome outcome;
  EXPECT_FALSE(config::has_errors(loaded.problems)) << config::problems_text(loaded.problems);
  if (config::has_errors(loaded.problems)) {
    for (const Part part : kAllParts) outcome[part] = "";
    return outcome;
  }
  store::Buckets buckets = memory_buckets();
  Listener listener;
  const int max_age = static_cast<int>(number_member(document("run"), "max_age"));
  if (!document("eve").empty()) {
    // Less than a day before today's run.
    const Freshness late{Instant::end_of(kToday - 1) + kSecondsAnHour, max_age};
    http::FakeClient client = network(document("eve"), document("pages"), "eve", late);
    pipeline::RunPlan plan = plan_for(loaded, document("run"), kToday - 1);
    plan.steps.newsletter = false;
    EXPECT_TRUE(pipeline::run_pipeline(plan, {client, buckets, listener}));
  }
  http::FakeClient client =
      network(document("news"), document("pages"), "today", {Instant::end_of(kToday), max_age});
  const auto result =
      run_pipeline(plan_for(loaded, document("run"), kToday), {client, buckets, listener});
  EXPECT_TRUE(result) << result.error().message;
  return outcome_of(*result, buckets, listener, client);
}

}  // namespace vectora::keys
