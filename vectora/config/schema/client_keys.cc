// The keys of a client: who it is, what it watches, what it wants to read.
#include "vectora/config/schema/key.h"

namespace vectora::config {

namespace {

using enum Type;
using enum Acts;

constexpr std::string_view kNoModel = "this version has no language model; the rules engine works";
constexpr std::string_view kNoMail = "this version writes files; it sends no mail";
constexpr std::string_view kNoContexts = "test contexts are not part of this version";

std::vector<Key> profile_keys() {
  return {
      {"client_profile", kGroup, "", kRequired, kRun, "who the newsletter is for"},
      {"client_profile.client_id", kText, "!", kRequired, kRun,
       "Name of the client in keys and commands: a lower-case letter, then 1 to 62 of a-z, 0-9, "
       "_."},
      {"client_profile.name", kText, "!", kRequired, kDelivery, "Title of the newsletter."},
      {"client_profile.active", kBool, "", "false", kRun,
       "Whether a run that names no client includes this one."},
      {"client_profile.version", kText, "", "", kDocumentation,
       "Version of this file, for people and reports."},
      {"client_profile.language", kEnum, "en|fr", "en", kDelivery, "Language of the newsletter."},
      {"client_profile.frequency", kText, "", "weekly", kDelivery,
       "How often it appears; newsletter.json says it."},
      {"client_profile.tone", kText, "", "", kModel, "Tone of edited texts.", Status::kInert,
       kNoModel},
      {"client_profile.voice", kText, "", "", kModel, "Voice of edited texts.", Status::kInert,
       kNoModel},
      {"client_profile.target_audience", kText, "", "", kModel, "Readers of edited texts.",
       Status::kInert, kNoModel},
      {"pipeline.newsletter_mode", kEnum, "latest_run_only|period_based", "period_based", kRun,
       "Whether an issue is made of the latest run's items or of all items of its period."},
      {"pipeline.default_period_days", kInt, "1..3660", "7", kRun,
       "Days that an issue looks back when the command does not say."},
      {"pipeline.notes", kText, "", "", kDocumentation, "For people."},
      {"llm_config", kGroup, "", "", kModel, "Which language model helps this client.",
       Status::kInert, kNoModel},
      {"llm_config.provider", kText, "", "none", kModel, "Provider of the model."},
      {"llm_config.model", kText, "", "", kModel, "Model by the provider's name."},
      {"llm_config.region", kText, "", "", kModel, "Region of the provider."},
      {"llm_config.normalization_prompt", kText, "", "", kModel, "Prompt of normalization."},
      {"llm_config.domain_scoring_prompt", kText, "", "", kModel, "Prompt of domain scoring."},
      {"llm_config.editorial_prompt", kText, "", "", kModel, "Prompt of the editorial."},
      {"llm_config.enable_domain_scoring", kBool, "", "true", kModel, "Whether the model scores."},
      {"llm_config.budget_usd_per_run", kNumber, "0..", "0", kModel, "Most a run may cost."},
      {"llm_config.budget_usd_per_month", kNumber, "0..", "0", kModel, "Most a month may cost."},
      {"bedrock_config", kAlias, "llm_config", "", kModel, "Older name of `llm_config`.",
       Status::kDeprecated, "write llm_config; it has no effect yet"},
  };
}

std::vector<Key> watch_keys() {
  return {
      {"watch_domains", kGroup, "", kRequired, kRun, "what the client watches"},
      {"watch_domains[].id", kText, "!", kRequired, kRun,
       "Name of the domain in sections and reports."},
      {"watch_domains[].type", kEnum, "technology|indication|regulatory", "technology", kRun,
       "Which matching rule of the pack applies when the domain has no definition."},
      {"watch_domains[].priority", kEnum, "high|medium|low", "medium", kRun,
       "Which weight of `domain_priority_weights` scales the domain's scores."},
      {"watch_domains[].enabled", kBool, "", "true", kRun, "Whether the domain is watched at all."},
      {"watch_domains[].technology_scope", kText, "", "", kRun,
       "Scope or `scope.category` of technologies that count for the domain."},
      {"watch_domains[].company_scope", kText, "", "", kRun, "Scope of companies that count."},
      {"watch_domains[].molecule_scope", kText, "", "", kRun, "Scope of molecules that count."},
      {"watch_domains[].trademark_scope", kText, "", "", kRun, "Scope of trademarks that count."},
      {"watch_domains[].indication_scope", kText, "", "", kRun, "Scope of indications that count."},
      {"watch_domains[].technology_profile", kText, "", "", kRun,
       "Which technology profile of the matching rules sorts the scope's categories."},
      {"watch_domains[].matching_profile", kText, "", "", kRun,
       "Name of the matching rule used instead of the one of the domain's type."},
      {"watch_domains[].domain_definition", kText, "", "", kRun,
       "Domain definition of the pack, by its domain_id, that decides on relevance."},
      {"watch_domains[].add_companies[]", kText, "!", "", kRun,
       "Further companies of this client, watched like core companies."},
      {"watch_domains[].add_molecules[]", kText, "!", "", kRun,
       "Further molecules of this client, which count like those of molecule_scope."},
      {"watch_domains[].notes", kText, "", "", kDocumentation, "For people."},
      {"source_config.source_bouquets_enabled[]", kText, "!", "", kRun,
       "Bouquets of the catalog that are read for the client."},
      {"source_config.sources_extra_enabled[]", kText, "!", "", kRun,
       "Single sources of the catalog that are read as well."},
      {"source_config.bouquet_ingestion_overrides.*", kText, "!", "", kRun,
       "Ingestion profile that replaces the one of a bouquet's (or source's) catalog entry."},
      {"source_config.bouquet_ingestion_overrides.*.ingestion_profile", kText, "!", "", kRun,
       "The same, written as a mapping."},
      {"source_config.content_filters.min_word_count", kInt, "0..10000", "0", kRun,
       "Words of title and text below which an entry ends as thin."},
      {"source_config.content_filters.exclude_patterns[]", kRegex, "", "", kRun,
       "Entries whose title or text matches end as excluded."},
  };
}

std::vector<Key> matching_keys() {
  return {
      {"matching_config.min_domain_score", kNumber, "0..1", "0", kRun,
       "Relevance below which a domain does not match."},
      {"matching_config.min_confidence_level", kEnum, "low|medium|high", "low", kRun,
       "Confidence below which a domain does not match."},
      {"matching_config.domain_type_thresholds.*", kNumber, "0..1", "", kRun,
       "The same threshold for one type of domain; replaces min_domain_score."},
      {"matching_config.max_domains_per_item", kInt, "0..100", "0", kRun,
       "How many domains one item may count for; 0 is no limit."},
      {"matching_config.require_high_confidence_for_multiple", kBool, "", "false", kRun,
       "Whether a second domain counts only with high confidence."},
      {"matching_config.enable_fallback_mode", kBool, "", "false", kRun,
       "Whether an item without a match may match by a company alone."},
      {"matching_config.fallback_min_score", kNumber, "0..1", "0.1", kRun,
       "Relevance that a match by company alone is given."},
      {"matching_config.fallback_max_domains", kInt, "1..100", "1", kRun,
       "How many domains may match by a company alone."},
      {"matching_config.fallback_company_scopes[]", kText, "!", "", kRun,
       "Scopes whose companies may match alone."},
      {"matching_config.enable_diagnostic_mode", kBool, "", "false", kOperations,
       "Whether run records keep more detail.", Status::kInert,
       "run records always keep every decision"},
      {"matching_config.store_rejection_reasons", kBool, "", "true", kOperations,
       "Whether rejections are stored.", Status::kInert, "they always are"},
      {"matching_config.default_matching_mode", kEnum, "strict|balanced|broad", "balanced", kRun,
       "How domains match whose type has no matching rule of its own: strict asks for every "
       "dimension of the rule `default`, broad for one, balanced for what the pack says."},
      {"matching_config.domain_type_overrides.*.require_entity_signals", kBool, "", "false", kRun,
       "Whether domains of a type match only beside a named company, molecule or trademark."},
      {"matching_config.domain_type_overrides.*.min_technology_signals", kInt, "0..20", "0", kRun,
       "Distinct technology terms that domains of a type need to match."},
      {"matching_config.trademark_privileges.enabled", kBool, "", "true", kRun,
       "Whether trademarks have privileges: the trademark boost, and those that follow."},
      {"matching_config.trademark_privileges.boost_factor", kNumber, "0..10", "", kRun,
       "Multiplies the pack's trademark_boost for this client."},
      {"matching_config.trademark_privileges.auto_match_threshold", kNumber, "0..1", "", kRun,
       "Confidence from which a trademark of the domain matches it alone, where no rule of the "
       "domain decides: in the title it has 0.9, in the text 0.6. Without it, none does."},
      {"matching_config.trademark_privileges.ingestion_priority", kBool, "", "false", kRun,
       "Whether an entry that names a trademark of a watch domain needs no signals of its "
       "ingestion profile."},
      {"matching_config.trademark_privileges.matching_priority", kBool, "", "false", kRun,
       "Whether such a match is asked for before the domain's own rules, so that none of them "
       "rejects it."},
  };
}

std::vector<Key> scoring_keys() {
  std::vector<Key> keys = {
      {"scoring_config.event_type_weight_overrides.*", kNumber, "0..50", "", kRun,
       "Base score of an event type for this client; replaces the pack's."},
      {"scoring_config.client_specific_bonuses.*.scope", kText, "!", kRequired, kRun,
       "Scope of which an entity must be named."},
      {"scoring_config.client_specific_bonuses.*.bonus", kNumber, "-50..50", kRequired, kRun,
       "Points that are added then."},
      {"scoring_config.client_specific_bonuses.*.description", kText, "", "", kDocumentation,
       "For people."},
      {"scoring_config.selection_overrides.min_score", kNumber, "0..50", "", kRun,
       "Score below which an item is not printed; replaces the pack's."},
      {"scoring_config.selection_overrides.min_items_per_section", kInt, "0..100", "", kRun,
       "Items that a section keeps even when the total is trimmed."},
      {"scoring_config.selection_overrides.max_items_total", kInt, "0..1000", "", kRun,
       "Items of an issue at most; 0 is no limit."},
  };
  return keys;
}

std::vector<Key> newsletter_keys() {
  return {
      {"newsletter_selection.max_items_total", kInt, "0..1000", "0", kRun,
       "Items of an issue at most; 0 is no limit."},
      {"newsletter_selection.min_score_threshold", kNumber, "0..50", "", kRun,
       "Score below which an item is not printed; wins over selection_overrides.min_score."},
      {"newsletter_selection.critical_event_types[]", kText, "!", "", kRun,
       "Event types that trimming spares and that may be preferred among duplicates."},
      {"newsletter_selection.trimming_policy.preserve_critical_events", kBool, "", "false", kRun,
       "Whether critical events survive trimming to max_items_total."},
      {"newsletter_selection.trimming_policy.min_items_per_section", kInt, "0..100", "0", kRun,
       "Items that a section keeps even when the total is trimmed."},
      {"newsletter_selection.trimming_policy.max_section_dominance", kNumber, "0..1", "1", kRun,
       "Share of the issue that one section may hold."},
      {"newsletter_selection.trimming_policy.prefer_recent_items", kBool, "", "false", kRun,
       "Whether the later of two items of equal score stays."},
      {"newsletter_selection.deduplication.enabled", kBool, "", "true", kRun,
       "Whether items that tell one story are printed once."},
      {"newsletter_selection.deduplication.similarity_threshold", kNumber, "0..1", "0.85", kRun,
       "How alike two titles must be to tell one story."},
      {"newsletter_selection.deduplication.prefer_critical_events", kBool, "", "false", kRun,
       "Whether the teller with a critical event type stands for the story."},
      {"newsletter_selection.deduplication.prefer_higher_score", kBool, "", "true", kRun,
       "Whether the teller with the higher score stands for the story."},
      {"newsletter_selection.deduplication.company_based_dedup", kBool, "", "false", kRun,
       "Whether stories of one company and event type on one day are taken as one."},
      {"newsletter_layout", kGroup, "", kRequired, kDelivery, "the sections of the newsletter"},
      {"newsletter_layout.distribution_strategy", kEnum, "specialized_with_fallback|default",
       "specialized_with_fallback", kDelivery,
       "Whether an item goes to the most specific section that takes it, or to the first."},
      {"newsletter_layout.sections", kGroup, "", kRequired, kDelivery,
       "the sections, in printing order"},
      {"newsletter_layout.sections[].id", kText, "!", kRequired, kDelivery, "Name of the section."},
      {"newsletter_layout.sections[].title", kText, "!", kRequired, kDelivery,
       "Heading as printed."},
      {"newsletter_layout.sections[].source_domains[]", kText, "!", "all", kDelivery,
       "Watch domains whose items the section takes."},
      {"newsletter_layout.sections[].max_items", kInt, "0..1000", "0", kDelivery,
       "Items of the section at most; 0 is no limit."},
      {"newsletter_layout.sections[].filter_event_types[]", kText, "!", "all", kDelivery,
       "Event types that the section takes; \"*\" is all."},
      {"newsletter_layout.sections[].sort_by", kEnum, "score_desc|date_desc", "score_desc",
       kDelivery, "Order within the section."},
      {"newsletter_layout.sections[].priority", kInt, "0..1000", "by file order", kDelivery,
       "Which section takes an item first; lower goes first."},
      {"newsletter_layout.sections[].min_score", kNumber, "0..50", "", kDelivery,
       "Score below which the section does not take an item."},
      {"newsletter_layout.sections[].notes", kText, "", "", kDocumentation, "For people."},
  };
}

std::vector<Key> delivery_keys() {
  return {
      {"newsletter_delivery.format", kEnum, "markdown|html|text|json|all", "all", kDelivery,
       "Formats written.", Status::kInert, "all formats are written"},
      {"newsletter_delivery.include_tldr", kBool, "", "true", kDelivery,
       "Whether the issue starts with its main points."},
      {"newsletter_delivery.include_intro", kBool, "", "true", kDelivery,
       "Whether the issue has an introduction."},
      {"newsletter_delivery.include_metrics", kBool, "", "false", kDelivery,
       "Whether the issue ends with the number of items of each section."},
      {"newsletter_delivery.delivery_method", kText, "", "files", kDelivery,
       "How the issue is delivered.", Status::kInert, kNoMail},
      {"newsletter_delivery.notification_email", kText, "", "", kDelivery, "Who is told by mail.",
       Status::kInert, kNoMail},
      {"newsletter_delivery.metrics_config.include_source_breakdown", kBool, "", "false", kDelivery,
       "Whether the counts are broken down by source."},
      {"newsletter_delivery.metrics_config.include_domain_breakdown", kBool, "", "false", kDelivery,
       "Whether the counts are broken down by watch domain."},
      {"newsletter_delivery.metrics_config.include_trend_analysis", kBool, "", "false", kDelivery,
       "Whether the counts are compared with earlier issues.", Status::kInert,
       "this version compares no issues"},
      {"metadata.*", kAny, "", "", kDocumentation, "Free notes of the client's owner."},
      {"metadata.created_date", kText, "", "", kDocumentation, "Day on which the file was made."},
      {"metadata.test_context_id", kText, "", "", kOperations, "Test context of the client.",
       Status::kInert, kNoContexts},
      {"metadata.test_purpose", kText, "", "", kOperations, "What the test is for.", Status::kInert,
       kNoContexts},
      {"metadata.test_environment", kText, "", "", kOperations, "Where the test runs.",
       Status::kInert, kNoContexts},
      {"metadata.promoted_from_local", kText, "", "", kOperations, "Local context it came from.",
       Status::kInert, kNoContexts},
      {"metadata.s3_isolation", kAny, "", "", kOperations, "Isolation of its objects.",
       Status::kInert, kNoContexts},
      {"metadata.s3_ttl_days", kInt, "0..36500", "0", kOperations,
       "Days after which `vectora clean` removes what a test client wrote; 0: it stays. A test "
       "client lies below `clients/test/` or names a `test_context_id`."},
  };
}

}  // namespace

const Schema& client_schema() {
  static const Schema schema = [] {
    Schema made{"client",
                "Client",
                "clients/**/{client_id}.yaml",
                "One client: what it watches, which sources it reads and how its newsletter "
                "looks. Files below clients/templates/ are no clients; {{NAME}} and the other "
                "placeholders may stand in them.",
                {}};
    for (const auto& part : {profile_keys(), watch_keys(), matching_keys(), scoring_keys(),
                             newsletter_keys(), delivery_keys()}) {
      made.keys.insert(made.keys.end(), part.begin(), part.end());
    }
    return made;
  }();
  return schema;
}

}  // namespace vectora::config
