// The keys of sources: the catalog, the extractors, the ingestion profiles.
#include "test/keys/flip.h"

namespace vectora::keys {
namespace {

const char* const kNews = "news [+]: {title: Voltara opens a museum, text: It shows old buses.}";

// A newsroom whose entries have two links and two days each.
const char* const kTwoOfEach =
    "pages voltara: '<main><ul>"
    "<li class=story><span class=day>8 January 2026</span> <span class=night>9 January 2026</span> "
    "<a href=/1>Voltara wins an order for cells</a> <a class=more href=/2>More</a> <p>It is worth "
    "millions.</p></li>"
    "<li class=story><span class=day>7 January 2026</span> <span class=night>6 January 2026</span> "
    "<a href=/3>Voltara opens a plant</a> <a class=more href=/4>More</a> <p>It stands in "
    "Graz.</p></li></ul></main>'";

// A newsroom whose days can be read in two ways.
const char* const kAmbiguous =
    "pages voltara: '<main><ul>"
    "<li class=story><span class=day>08/01/2026</span> <a href=/1>Voltara wins an order for "
    "cells</a></li>"
    "<li class=story><span class=day>09/01/2026</span> <a href=/2>Voltara opens a "
    "plant</a></li></ul></main>'";

// A newsroom whose days no reader of dates finds.
const char* const kHidden =
    "pages voltara: '<main><ul>"
    "<li class=story><a href=/1>Voltara wins an order for cells</a> <p>No. 7X08.01.2026X9</p></li>"
    "<li class=story><a href=/2>Voltara opens a plant</a> <p>No. 7X09.01.2026X9</p></li>"
    "</ul></main>'";

// A source in mode api, and its answer.
const std::vector<std::string> kApi = {
    "catalog sources[+]: {source_key: register, api_url: 'https://register.example/all', "
    "source_type: regulator, ingestion_mode: api, ingestion_profile: corporate_open, api: {items: "
    "found, title: name, url: 'https://register.example/{code}', published: day}}",
    "catalog bouquets[0].source_keys[+]: register",
    "pages register: '{\"found\": [{\"name\": \"Sodium-ion bus\", \"other\": "
    "\"Another name\", \"code\": \"a1\", \"day\": \"2026-01-10\", \"changed\": \"2026-01-12\"}], "
    "\"more\": [{\"name\": \"A tram\", \"code\": \"b2\", \"day\": \"2026-01-09\"}]}'"};

Flip api(const std::string& key, const std::string& change, Part part,
         const std::vector<std::string>& given = {}) {
  std::vector<std::string> all = kApi;
  append(all, given);
  return {"sources[].api." + key, all, {"catalog sources[4].api." + change}, part};
}

std::vector<Flip> api_flips() {
  return {api("items", "items: more", Part::kEntries),
          api("title", "title: other", Part::kEntries),
          api("url", "url: 'https://register.example/entry/{code}'", Part::kEntries),
          api("id", "id: 'https://register.example/{code}'", Part::kEntries,
              {"catalog sources[4].api.url: nothing"}),
          api("published", "published: changed", Part::kItems),
          api("updated", "updated: changed", Part::kEntries,
              {"catalog sources[4].api.published: nothing"}),
          api("summary", "summary: other", Part::kItems)};
}

// A source in mode api that answers with ids, and their answer.
const std::vector<std::string> kIds = {
    "catalog sources[+]: {source_key: register, api_url: 'https://register.example/all', "
    "source_type: regulator, ingestion_mode: api, ingestion_profile: corporate_open, api: {ids: "
    "found.list.*, ids_url: 'https://register.example/by?ids={ids}', items: found, title: name, "
    "url: 'https://register.example/{code}'}}",
    "catalog bouquets[0].source_keys[+]: register",
    "pages register: '{\"found\": {\"list\": [\"a1\", \"b2\"], \"more\": [\"c3\"]}}'"};

// A source in mode sitemap.
const std::vector<std::string> kSitemap = {
    "catalog sources[+]: {source_key: map, sitemap_url: 'https://map.example/all', source_type: "
    "press_sector, ingestion_mode: sitemap, ingestion_profile: corporate_open}",
    "catalog bouquets[0].source_keys[+]: map",
    "pages map: '<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>"
    "https://map.example/news/1</loc><lastmod>2026-01-12</lastmod></url><url><loc>"
    "https://map.example/jobs/2</loc><lastmod>2026-01-11</lastmod></url></urlset>'"};

const std::vector<Flip> kListsOfAddresses = {
    {"sources[].api.ids", kIds, {"catalog sources[4].api.ids: found.more.*"}, Part::kRequests},
    {"sources[].api.ids_url",
     kIds,
     {"catalog sources[4].api.ids_url: 'https://other.example/by?ids={ids}'"},
     Part::kRequests},
    {"sources[].api.ids_per_request",
     kIds,
     {"catalog sources[4].api.ids_per_request: 1"},
     Part::kRequests},
    {"sources[].sitemap_url",
     kSitemap,
     {"catalog sources[4].sitemap_url: 'https://other.example/map'"},
     Part::kRequests},
    {"sources[].url_pattern", kSitemap, {"catalog sources[4].url_pattern: /news/"}, Part::kEntries},
};

const std::vector<Flip> kAddresses = {
    {"sources[].source_key",
     {kNews},
     {"catalog sources[3].source_key: ticker", "catalog bouquets[0].source_keys[3]: ticker"},
     Part::kEntries},
    {"sources[].company_id", {kNews}, {"catalog sources[3].company_id: voltara"}, Part::kMatching},
    {"sources[].display_name", {}, {"catalog sources[0].display_name: Voltara Graz"}, Part::kIssue},
    {"sources[].rss_url",
     {},
     {"catalog sources[3].rss_url: 'https://other.example/'"},
     Part::kRequests},
    {"sources[].html_url",
     {},
     {"catalog sources[0].html_url: 'https://other.example/'"},
     Part::kRequests},
    {"sources[].api_url",
     kApi,
     {"catalog sources[4].api_url: 'https://other.example/'"},
     Part::kRequests},
    {"bouquets[].bouquet_id",
     {"catalog bouquets[+]: {bouquet_id: press, source_keys: [press_sector__depot_daily]}"},
     {"catalog bouquets[0].bouquet_id: press", "catalog bouquets[1].bouquet_id: ebus_all"},
     Part::kEntries},
    {"bouquets[].source_keys[]",
     {},
     {"catalog bouquets[0].source_keys: [press_sector__depot_daily]"},
     Part::kEntries},
};

const std::vector<Flip> kReading = {
    {"sources[].ingestion_mode", {}, {"catalog sources[3].ingestion_mode: none"}, Part::kSources},
    {"sources[].enabled", {}, {"catalog sources[3].enabled: false"}, Part::kSources},
    {"sources[].source_type", {kNews}, {"catalog sources[3].source_type: regulator"}, Part::kItems},
    {"sources[].default_language",
     {"news [+]: {title: Voltara 2000}"},
     {"catalog sources[3].default_language: de"},
     Part::kItems},
    {"sources[].ingestion_profile",
     {"news [+]: {title: A story of nothing}"},
     {"catalog sources[3].ingestion_profile: press_battery"},
     Part::kEntries},
    {"sources[].date_extraction_patterns[]",
     {kHidden},
     {"catalog sources[0].date_extraction_patterns: ['X(\\d\\d\\.\\d\\d\\.\\d{4})X']"},
     Part::kEntries},
    {"sources[].content_enrichment",
     {},
     {"catalog sources[0].content_enrichment: basic"},
     Part::kRequests},
    {"sources[].max_content_length",
     {},
     {"catalog sources[0].max_content_length: 120"},
     Part::kItems},
    {"sources[].expected_period_days",
     {},
     {"catalog sources[0].expected_period_days: 1"},
     Part::kIssue},
    {"sources[].respect_robots", {}, {"catalog sources[0].respect_robots: false"}, Part::kRequests},
};

Flip extractor(const std::string& key, const std::string& change, Part part,
               const std::vector<std::string>& given = {}) {
  return {"extractors.*." + key,
          given,
          {"extractors extractors.press_corporate__voltara." + change},
          part};
}

std::vector<Flip> extractor_list_flips() {
  return {
      extractor("selectors.container", "selectors.container: nav", Part::kEntries),
      extractor("selectors.item", "selectors.item: 'li.story:first-child'", Part::kEntries),
      extractor("selectors.title", "selectors.title: p", Part::kEntries),
      extractor("selectors.url", "selectors.url: 'a.more'", Part::kEntries, {kTwoOfEach}),
      extractor("selectors.date", "selectors.date: .night", Part::kItems, {kTwoOfEach}),
      extractor("selectors.description", "selectors.description: ''", Part::kItems, {kTwoOfEach})};
}

std::vector<Flip> extractor_flip_rows() {
  return {
      extractor("date_format", "date_format: '%d/%m/%Y'", Part::kEntries, {kAmbiguous}),
      extractor("base_url", "base_url: https://mirror.example", Part::kEntries),
      extractor("ssl_verify", "ssl_verify: false", Part::kRequests),
      extractor("max_items", "max_items: 1", Part::kEntries),
      extractor("article_date_selector", "article_date_selector: .stamp", Part::kItems,
                {"extractors extractors.press_corporate__voltara.selectors.date: ''",
                 "pages field_test: '<main><article><h1>CoreCell "
                 "loses 4% of capacity after 3 winters of field test</h1><p "
                 "class=stamp>8 January 2026</p><p>Published 9 January 2026</p><p>Eighteen buses "
                 "drove for three winters.</p></article></main>'"})};
}

Flip fallback(const std::string& part, const std::string& selector, Part seen_in) {
  return {
      "global_settings.fallback_selectors." + part,
      {kTwoOfEach, "extractors extractors.press_corporate__voltara.selectors." + part + ": null"},
      {"extractors global_settings.fallback_selectors." + part + ": '" + selector + "'"},
      seen_in};
}

std::vector<Flip> global_flips() {
  const std::string extractor = "extractors extractors.press_corporate__voltara.";
  return {fallback("container", "nav", Part::kEntries),
          fallback("item", "li.story:first-child", Part::kEntries),
          fallback("title", "p", Part::kEntries),
          fallback("url", "a.more", Part::kEntries),
          fallback("date", ".night", Part::kItems),
          fallback("description", "", Part::kItems),
          {"global_settings.extraction_timeout",
           {},
           {"extractors global_settings.extraction_timeout: 7"},
           Part::kRequests},
          {"global_settings.default_max_items",
           {extractor + "max_items: null"},
           {"extractors global_settings.default_max_items: 1"},
           Part::kEntries},
          {"global_settings.default_date_patterns[]",
           {kAmbiguous, extractor + "date_format: null"},
           {"extractors global_settings.default_date_patterns: ['%d/%m/%Y']"},
           Part::kEntries}};
}

// The press profile, and an item that names a maker alone.
Flip profile(const std::string& key, const std::vector<std::string>& changes,
             const std::vector<std::string>& given = {}) {
  std::vector<std::string> all = {kNews, "catalog sources[3].ingestion_profile: press_battery"};
  append(all, given);
  std::vector<std::string> flip;
  for (const std::string& change : changes)
    flip.push_back("profiles profiles.press_battery." + change);
  return {"profiles.*." + key, all, flip, Part::kEntries};
}

std::vector<Flip> profile_flip_rows() {
  const std::string groups = "signal_requirements.required_signal_groups";
  const std::string press = "profiles profiles.press_battery.";
  return {
      profile("signal_requirements.mode", {"signal_requirements.mode: ingest_all"}),
      profile("signal_requirements.exclusion_scopes[]",
              {"signal_requirements.exclusion_scopes: [bus_core]"}),
      profile(groups + "[].group_id", {groups + "[0].group_id: cells",
                                       "signal_requirements.combination_logic: cells OR maker"}),
      profile(groups + "[].scopes[]", {groups + "[1].scopes: [bus_models]"}),
      profile(groups + "[].min_matches", {groups + "[1].min_matches: 2"}),
      profile(groups + "[].weight", {groups + "[1].weight: 0.5"}),
      profile("signal_requirements.combination_logic",
              {"signal_requirements.combination_logic: battery AND maker"}),
      profile("signal_requirements.minimum_total_weight",
              {"signal_requirements.minimum_total_weight: 1.5"}),
      profile("runtime_config.default_action", {"runtime_config.default_action: ingest"},
              {press + groups + ": []", press + "signal_requirements.combination_logic: ''"})};
}

}  // namespace

FlipTable workspace_flips() {
  return {config::workspace_schema(),
          {"workspace"},
          {{"http.reuse_fresh_s",
            {"eve [+]: {title: A story of yesterday, day: 12}", "run max_age: 200000",
             "workspace http.reuse_fresh_s: 86400"},
            {"workspace http.reuse_fresh_s: 0"},
            Part::kRequests}}};
}

FlipTable catalog_flips() {
  return {config::catalog_schema(),
          {"catalog"},
          joined({kAddresses, kListsOfAddresses, api_flips(), kReading})};
}

FlipTable extractor_flips() {
  return {config::extractors_schema(),
          {"extractors"},
          joined({extractor_list_flips(), extractor_flip_rows(), global_flips()})};
}

FlipTable profile_flips() { return {config::profiles_schema(), {"profiles"}, profile_flip_rows()}; }

}  // namespace vectora::keys
