#include "vectora/config/schema/step.h"

namespace vectora::config {

namespace {

struct Row {
  std::string_view schema;
  std::string_view path;  // its beginning; the first row that fits decides
  std::string_view step;
};

constexpr std::string_view kPlan = "plan: which clients, sources and stores a run is about";
constexpr std::string_view kFetch = "fetch: the requests of a run";
constexpr std::string_view kRead = "read: answers become entries";
constexpr std::string_view kPages = "pages: an entry's own page is read";
constexpr std::string_view kGate = "gate: which entries become items";
constexpr std::string_view kAnnotate = "annotate: what an item says";
constexpr std::string_view kMatch = "match: which watch domains an item concerns";
constexpr std::string_view kScore = "score: points and receipt";
constexpr std::string_view kEditorial = "editorial rules: keep, drop, if_room";
constexpr std::string_view kChoose = "choose: which items the issue has, and where";
constexpr std::string_view kRender = "edit and render: the documents of the issue";
constexpr std::string_view kModel = "calls of a language model";

constexpr Row kRows[] = {
    {"workspace", "http", kFetch},
    {"workspace", "llm", kModel},
    {"workspace", "environments.*.replay", kFetch},
    {"workspace", "", kPlan},
    {"client", "client_profile.client_id", kPlan},
    {"client", "client_profile.active", kPlan},
    {"client", "client_profile", kRender},
    {"client", "pipeline.newsletter_mode", kChoose},
    {"client", "pipeline", kGate},
    {"client", "llm_config", kModel},
    {"client", "bedrock_config", kModel},
    {"client", "watch_domains[].priority", kScore},
    {"client", "watch_domains", kMatch},
    {"client", "source_config.source_bouquets_enabled", kPlan},
    {"client", "source_config.sources_extra_enabled", kPlan},
    {"client", "source_config", kGate},
    {"client", "matching_config.trademark_privileges.ingestion_priority", kGate},
    {"client", "matching_config.trademark_privileges.boost_factor", kScore},
    {"client", "matching_config", kMatch},
    {"client", "scoring_config.selection_overrides", kChoose},
    {"client", "scoring_config", kScore},
    {"client", "newsletter_layout.sections[].title", kRender},
    {"client", "newsletter_delivery", kRender},
    {"client", "newsletter", kChoose},
    {"client", "metadata", "test contexts"},
    {"catalog", "sources[].content_enrichment", kPages},
    {"catalog", "sources[].max_content_length", kPages},
    {"catalog", "sources[].ingestion_profile", kGate},
    {"catalog", "sources[].api.", kRead},
    {"catalog", "sources[].date_extraction_patterns", kRead},
    {"catalog", "sources[].default_language", kRead},
    {"catalog", "sources[].display_name", kRender},
    {"catalog", "sources[].expected_period_days", kRender},
    {"catalog", "sources[].company_id", kMatch},
    {"catalog", "bouquets", kPlan},
    {"catalog", "", kFetch},
    {"extractors", "extractors.*.ssl_verify", kFetch},
    {"extractors", "global_settings.extraction_timeout", kFetch},
    {"extractors", "extractors.*.article_date_selector", kPages},
    {"extractors", "", kRead},
    {"profiles", "", kGate},
    {"scopes", "", kAnnotate},
    {"domain", "", kMatch},
    {"matching", "", kMatch},
    {"scoring", "selection_thresholds", kChoose},
    {"scoring", "", kScore},
    {"events", "", kAnnotate},
    {"entities", "", kAnnotate},
    {"open_world", "", kAnnotate},
    {"texts", "stories", kChoose},
    {"texts", "", kAnnotate},
    {"editorial", "", kEditorial},
};

}  // namespace

std::string_view step_of(const Schema& schema, const Key& key) {
  if (key.acts == Acts::kDocumentation) return {};
  for (const Row& row : kRows) {
    if (row.schema == schema.name && key.path.rfind(row.path, 0) == 0) return row.step;
  }
  return {};
}

}  // namespace vectora::config
