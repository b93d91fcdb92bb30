// The keys of the catalog of sources, of the extractors and of the ingestion profiles.
#include "vectora/config/schema/key.h"
#include "vectora/config/schema/term_keys.h"

namespace vectora::config {

using enum Type;
using enum Acts;

namespace {

std::vector<Key> address_keys() {
  return {
      {"sources", kGroup, "", kRequired, kRun, "the list of sources"},
      {"sources[].source_key", kText, "!", kRequired, kRun, "Name of the source everywhere."},
      {"sources[].company_id", kText, "", "", kRun,
       "Company whose newsroom it is, by a name of the company scopes, in lower case with _."},
      {"sources[].display_name", kText, "", "source_key", kDelivery, "Name that readers see."},
      {"sources[].homepage_url", kUrl, "", "", kDocumentation, "Home page, for people."},
      {"sources[].rss_url", kUrl, "", "", kRun, "Feed that is read in mode rss."},
      {"sources[].html_url", kUrl, "", "", kRun, "Page that is read in mode html."},
      {"sources[].api_url", kUrl, "", "", kRun, "Address that is read in mode api."},
      {"sources[].sitemap_url", kUrl, "", "", kRun,
       "Sitemap, or index of sitemaps, that is read in mode sitemap: its latest pages, whose "
       "own pages are read where it gives no title."},
      {"sources[].url_pattern", kRegex, "", "", kRun,
       "In mode sitemap: only addresses in which this is found are entries; without it all "
       "are."},
  };
}

// How the answer of a service is read.
std::vector<Key> service_keys() {
  return {
      {"sources[].api.items", kText, "", "the answer itself", kRun,
       "Where the JSON or XML answer of a source in mode api has its list of entries: member "
       "names with dots between them. Without `api` the answer is read as a feed."},
      {"sources[].api.title", kText, "!", kRequired, kRun,
       "Title inside an entry: a path, `name.short`, where a number is a position in a list, "
       "`*` every element and `date[kind=online]` the first element whose member says so; or "
       "a text with paths in braces, `{maker}: {name}`. Attributes of XML are `@name`."},
      {"sources[].api.url", kText, "!", kRequired, kRun,
       "Address of the entry, path or text; what braces give is percent-encoded."},
      {"sources[].api.id", kText, "", "", kRun,
       "Identifier of the entry, path or text; its address where `url` gives none."},
      {"sources[].api.published", kText, "", "", kRun,
       "Day of publication, path or text; of several dates the latest."},
      {"sources[].api.updated", kText, "", "", kRun,
       "Day of the last change; the day of an entry without `published`."},
      {"sources[].api.summary", kText, "", "", kRun, "Text of the entry, path or text."},
      {"sources[].api.ids", kText, "", "", kRun,
       "Where the answer of api_url has ids instead of entries, as `found.list.*`; the "
       "entries are then asked for by ids_url, at most 1,000."},
      {"sources[].api.ids_url", kText, "", "", kRun,
       "Address of the entries of ids: `{ids}` stands for them, with commas between them."},
      {"sources[].api.ids_per_request", kInt, "1..500", "100", kRun, "Ids in one address."},
  };
}

std::vector<Key> reading_keys() {
  return {
      {"sources[].ingestion_mode", kEnum, "rss|html|api|sitemap|none", "rss", kRun,
       "How the source is read; none: not at all."},
      {"sources[].enabled", kBool, "", "true", kRun, "Whether the source is read at all."},
      {"sources[].source_type", kEnum, "press_corporate|press_sector|academic_database|regulator",
       kRequired, kRun,
       "Kind of source: press_corporate, press_sector, academic_database or regulator."},
      {"sources[].default_language", kText, "", "en", kRun,
       "Language of items that do not say theirs."},
      {"sources[].tags[]", kText, "", "", kDocumentation, "Words to find the source by."},
      {"sources[].ingestion_profile", kText, "", "default_broad", kRun,
       "Ingestion profile that decides which entries become items."},
      {"sources[].date_extraction_patterns[]", kRegex, "", "", kRun,
       "Expressions tried on a text without another date; group 1 is the date."},
      {"sources[].content_enrichment", kEnum, "basic|summary_enhanced|full_article", "basic", kRun,
       "Whether the entry's own page is read, for its summary or its whole text."},
      {"sources[].max_content_length", kInt, "0..200000", "by enrichment", kRun,
       "Bytes of text that an item keeps, cut at a sentence."},
      {"sources[].expected_period_days", kInt, "0..3660", "0", kRun,
       "Days of silence after which the source is reported; 0: unknown."},
      {"sources[].respect_robots", kBool, "", "true", kRun,
       "Whether robots.txt is obeyed for this source."},
      {"sources[].notes", kText, "", "", kDocumentation, "For people."},
  };
}

std::vector<Key> bouquet_keys() {
  return {
      {"bouquets[].bouquet_id", kText, "!", kRequired, kRun, "Name of the bouquet in clients."},
      {"bouquets[].description", kText, "", "", kDocumentation, "For people."},
      {"bouquets[].source_keys[]", kText, "!", "", kRun, "Sources of the bouquet."},
  };
}

}  // namespace

const Schema& catalog_schema() {
  static const Schema schema = [] {
    Schema made{"catalog",
                "Source catalog",
                "canonical/sources/source_catalog.yaml",
                "Where news comes from, and the bouquets by which clients take sources.",
                {}};
    for (const auto& part : {address_keys(), service_keys(), reading_keys(), bouquet_keys()})
      made.keys.insert(made.keys.end(), part.begin(), part.end());
    return made;
  }();
  return schema;
}

const Schema& extractors_schema() {
  static const Schema schema{
      "extractors",
      "HTML extractors",
      "canonical/sources/html_extractors.yaml",
      "How newsrooms without a feed are read. Without an extractor, or where its selectors find "
      "nothing, a list is found by its structure.",
      {
          {"extractors.*.selectors.container", kSelector, "", "", kRun, "Bounds the search."},
          {"extractors.*.selectors.item", kSelector, "", "", kRun, "One entry."},
          {"extractors.*.selectors.title", kSelector, "", "", kRun, "Title, inside the item."},
          {"extractors.*.selectors.url", kSelector, "", "", kRun, "Link, inside the item."},
          {"extractors.*.selectors.date", kSelector, "", "", kRun, "Date, inside the item."},
          {"extractors.*.selectors.description", kSelector, "", "", kRun,
           "Text beside the title, inside the item."},
          {"extractors.*.date_format", kText, "", "", kRun, "strftime-like, tried first."},
          {"extractors.*.base_url", kUrl, "", "", kRun, "What relative links are relative to."},
          {"extractors.*.ssl_verify", kBool, "", "true", kRun,
           "Whether the certificate of the source must be valid."},
          {"extractors.*.max_items", kInt, "1..1000", "", kRun, "Entries that are read at most."},
          {"extractors.*.article_date_selector", kSelector, "", "", kRun,
           "Where an article's own page has its date."},
          {"global_settings.extraction_timeout", kInt, "1..300", "", kRun,
           "Seconds after which a page of a source in mode html fails, if less than "
           "http.timeout_s."},
          {"global_settings.default_max_items", kInt, "1..1000", "200", kRun,
           "Entries that are read at most where an extractor does not say."},
          {"global_settings.default_date_patterns[]", kText, "!", "", kRun,
           "strftime-like formats for sources without a date_format; the first one is tried "
           "first."},
          {"global_settings.fallback_selectors.container", kSelector, "", "", kRun,
           "For extractors that name no container."},
          {"global_settings.fallback_selectors.item", kSelector, "", "", kRun,
           "For extractors that name no item."},
          {"global_settings.fallback_selectors.title", kSelector, "", "", kRun,
           "For extractors that name no title."},
          {"global_settings.fallback_selectors.url", kSelector, "", "", kRun,
           "For extractors that name no url."},
          {"global_settings.fallback_selectors.date", kSelector, "", "", kRun,
           "For extractors that name no date."},
          {"global_settings.fallback_selectors.description", kSelector, "", "", kRun,
           "For extractors that name no description."},
      }};
  return schema;
}

const Schema& profiles_schema() {
  static const Schema schema{
      "profiles",
      "Ingestion profiles",
      "canonical/ingestion/ingestion_profiles.yaml",
      "Which of a source's entries become items.",
      {
          {"profiles", kGroup, "", kRequired, kRun, "the profiles by name"},
          {"profiles.*.strategy", kText, "", "", kDocumentation, "Its idea in a word, for people."},
          {"profiles.*.description", kText, "", "", kDocumentation, "For people."},
          {"profiles.*.signal_requirements.mode", kEnum,
           "ingest_all|exclude_only|require_signals|require_multi_signals", kRequired, kRun,
           "Mode: ingest_all, exclude_only, require_signals or require_multi_signals."},
          {"profiles.*.signal_requirements.exclusion_scopes[]", kText, "!", "", kRun,
           "Scopes whose terms exclude an entry."},
          {"profiles.*.signal_requirements.required_signal_groups[].group_id", kText, "!",
           kRequired, kRun, "Name of the group in combination_logic."},
          {"profiles.*.signal_requirements.required_signal_groups[].scopes[]", kText, "!", "", kRun,
           "Scopes, or `scope.category`, whose terms count."},
          {"profiles.*.signal_requirements.required_signal_groups[].min_matches", kInt, "1..100",
           "1", kRun, "Distinct terms for the group to hold."},
          {"profiles.*.signal_requirements.required_signal_groups[].weight", kNumber, "0..100", "1",
           kRun, "What the group adds to the total weight when it holds."},
          {"profiles.*.signal_requirements.combination_logic", kText, "", "any group", kRun,
           "AND, OR and parentheses over group ids."},
          {"profiles.*.signal_requirements.minimum_total_weight", kNumber, "0..1000", "0", kRun,
           "Total weight of holding groups in mode require_multi_signals."},
          {"profiles.*.applicable_contexts.source_types[]", kText, "", "", kDocumentation,
           "Which sources it is meant for; a source or a client names its profile."},
          {"profiles.*.applicable_contexts.company_scopes[]", kText, "", "", kDocumentation,
           "Which companies it is meant for."},
          {"profiles.*.applicable_contexts.domains[]", kText, "", "", kDocumentation,
           "Which watch domains it is meant for."},
          {"profiles.*.runtime_config.default_action", kEnum, "ingest|filter_out", "ingest", kRun,
           "What happens to an entry that the mode cannot decide on."},
      }};
  return schema;
}

const Schema& scopes_schema() {
  static const Schema schema{
      "scopes", "Scopes",
      "canonical/scopes/{company,molecule,trademark,technology,indication,exclusion}_scopes.yaml",
      "The names of the market. A scope is a list of terms, or a mapping of categories; "
      "`scope.category` addresses one category. The file's name says what its names are; those of "
      "exclusion scopes are no entities.",
      joined({term_keys("*", "A term: matched as whole words, whatever its case."),
              term_keys("*.*", "A term of a category.")})};
  return schema;
}

}  // namespace vectora::config
