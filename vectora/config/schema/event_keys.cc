// The keys of what annotates an item: event and content types, kinds of
// entities, names known by their form, words of news.
#include "vectora/config/schema/key.h"
#include "vectora/config/schema/term_keys.h"

namespace vectora::config {

namespace {

using enum Type;
using enum Acts;

// Keyword lists of one type; a keyword is a term and may carry a weight.
std::vector<Key> pattern_keys(const std::string& type) {
  std::vector<Key> keys = {
      {type + ".label", kText, "", "", kDocumentation, "The type's name, for people."},
      {type + ".description", kText, "", "", kDocumentation, "For people."},
      {type + ".source_types[]", kText, "", "", kDocumentation, "Where it is mostly found."},
  };
  for (const char* list : {".title_keywords", ".body_keywords", ".negative_keywords"}) {
    keys = joined(
        {keys,
         term_keys(type + list, "A phrase of the type."),
         {{type + list + "[].weight", kNumber, "0..100", "1", kRun, "How much the phrase says."}}});
  }
  return keys;
}

const std::vector<Key> kWordKeys = {
    {"event_types.*.words.en", kText, "", "the type's name", kDelivery,
     "What newsletters in English call news of the type, as in \"partnerships (4)\"."},
    {"event_types.*.words.fr", kText, "", "the type's name", kDelivery,
     "What newsletters in French call it."},
};

std::vector<Key> kind_keys(const std::string& kind, std::string_view effect) {
  return {
      {kind + ".scopes[]", kText, "!", "", kRun, effect},
  };
}

}  // namespace

const Schema& events_schema() {
  static const Schema schema{
      "events", "Event and content types", "canonical/events/*.yaml",
      "The phrases by which an item's event type and content type are known.",
      joined({pattern_keys("event_types.*"),
              kWordKeys,
              pattern_keys("content_types.*"),
              {{"content_types.*.event_type", kText, "", "", kRun,
                "The event type that items of the content type have."}}})};
  return schema;
}

const Schema& entities_schema() {
  static const Schema schema{
      "entities", "Kinds of entities", "canonical/entities/entity_kinds.yaml",
      "Which scopes name which kind of entity. Without the file, the name of a scope's file says "
      "it. Scopes of no kind are signals only.",
      joined({kind_keys("entity_kinds.companies", "Scopes of companies."),
              kind_keys("entity_kinds.molecules", "Scopes of molecules."),
              kind_keys("entity_kinds.technologies", "Scopes of technologies."),
              kind_keys("entity_kinds.trademarks", "Scopes of trademarks."),
              kind_keys("entity_kinds.indications", "Scopes of indications."),
              kind_keys("entity_kinds.dosing_intervals", "Scopes of dosing intervals.")})};
  return schema;
}

const Schema& open_world_schema() {
  static const Schema schema{
      "open_world",
      "Open world",
      "canonical/open_world/*.yaml",
      "How names that no scope lists look.",
      {
          {"rules", kGroup, "", kRequired, kRun, "the rules"},
          {"rules[].id", kText, "!", kRequired, kDocumentation, "Name of the rule, for people."},
          {"rules[].kind", kEnum,
           "company|molecule|technology|trademark|indication|dosing_interval", kRequired, kRun,
           "Kind of entity that the rule finds."},
          {"rules[].method", kEnum, "listed|ends_with|followed_by|preceded_by|stem|head|pattern",
           kRequired, kRun, "What `words` are to the name."},
          {"rules[].words[]", kText, "!", "", kRun, "The words, by method."},
          {"rules[].headline_words[]", kText, "!", "", kRun,
           "Expressions of `pattern` for headlines alone: texts without a full stop."},
          {"rules[].except[]", kText, "!", "", kRun, "Whole names that are none of the kind."},
          {"rules[].notes", kText, "", "", kDocumentation, "For people."},
      }};
  return schema;
}

const Schema& texts_schema() {
  static const Schema schema{
      "texts",
      "Words of news",
      "canonical/texts/news_words.yaml",
      "Words that the market's news is full of, whatever it tells. Without the file nothing is "
      "passed over, and headlines are compared by all their words alike.",
      {
          {"endings[]", kText, "!", "", kRun,
           "How a sentence begins after which a release says nothing new; lower case. Summaries "
           "and "
           "the comparison of texts stop there."},
          {"boilerplate[]", kText, "!", "", kRun,
           "What a sentence holds that makes it none of the news; lower case."},
          {"stories.common[]", kText, "!", "", kRun,
           "A word of all headlines, which says little about what one tells."},
          {"stories.commentary[]", kText, "!", "", kRun,
           "A word of those who comment on an event: another story than the event."},
          {"stories.synonyms.*[]", kText, "!", "", kRun,
           "Words that headlines use for the word that is the key."},
      }};
  return schema;
}

std::vector<const Schema*> all_schemas() {
  return {&workspace_schema(),  &client_schema(), &catalog_schema(),  &extractors_schema(),
          &profiles_schema(),   &scopes_schema(), &domain_schema(),   &matching_schema(),
          &scoring_schema(),    &events_schema(), &entities_schema(), &editorial_schema(),
          &open_world_schema(), &texts_schema()};
}

}  // namespace vectora::config
