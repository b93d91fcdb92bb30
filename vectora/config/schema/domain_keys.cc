// The keys of domain definitions and of the matching rules for domains without one.
#include "vectora/config/schema/key.h"
#include "vectora/config/schema/term_keys.h"

namespace vectora::config {

namespace {

using enum Type;
using enum Acts;

std::vector<Key> rule_keys() {
  return {
      {"matching_rules[].id", kText, "!", kRequired, kRun, "Name of the rule in receipts."},
      {"matching_rules[].when.min.*", kInt, "0..1000", "", kRun,
       "Distinct terms that a group, or strong, medium, weak, exclusions, counts at least."},
      {"matching_rules[].when.any.*", kInt, "0..1000", "", kRun,
       "The same, of which one condition suffices."},
      {"matching_rules[].when.max.*", kInt, "0..1000", "", kRun,
       "Distinct terms that a group counts at most."},
      {"matching_rules[].when.min_title.*", kInt, "0..1000", "", kRun,
       "As min, counted in the title alone."},
      {"matching_rules[].when.event_types[]", kText, "!", "all", kRun,
       "Event types of which the item's is one."},
      {"matching_rules[].when.content_types[]", kText, "!", "all", kRun,
       "Content types of which the item's is one."},
      {"matching_rules[].when.not_event_types[]", kText, "!", "", kRun,
       "Event types of which the item's is none."},
      {"matching_rules[].when.not_content_types[]", kText, "!", "", kRun,
       "Content types of which the item's is none."},
      {"matching_rules[].when.actor", kEnum, "core|hybrid|other", "any", kRun, "Who acts."},
      {"matching_rules[].when.actor[]", kEnum, "core|hybrid|other", "any", kRun, "Who acts."},
      {"matching_rules[].then", kEnum, "match|reject", kRequired, kRun,
       "What is decided: match or reject."},
      {"matching_rules[].confidence", kEnum, "high|medium|low", "medium", kRun,
       "How sure the decision is: 0.9, 0.6 or 0.3."},
      {"matching_rules[].relevance", kNumber, "0..1", "by signals", kRun,
       "Relevance that a match gives to the score."},
      {"matching_rules[].because", kText, "", "", kRun, "The reason, as receipts show it."},
  };
}

std::vector<Key> domain_scoring_keys() {
  return {
      {"scoring.event_type_base_scores.*", kNumber, "0..100", "", kRun,
       "Where the domain's 0-100 score starts, by event type."},
      {"scoring.entity_boosts.*", kNumber, "-100..100", "", kRun,
       "Added to it when the group counts a term."},
      {"scoring.boost_conditions.*.boost", kNumber, "-100..100", kRequired, kRun,
       "Added as well when the group counts and one of the conditions holds."},
      {"scoring.boost_conditions.*.any.*", kInt, "0..1000", "", kRun,
       "Groups of which one must count so many terms."},
      {"scoring.recency_boosts[].max_age_days", kInt, "0..100000", kRequired, kRun,
       "Age in days up to which the boost holds."},
      {"scoring.recency_boosts[].boost", kNumber, "-100..100", kRequired, kRun,
       "Added to the domain's score."},
      {"scoring.confidence_penalties.*", kNumber, "-100..100", "", kRun,
       "Added to the domain's score by the decision's confidence: high, medium, low."},
  };
}

std::vector<Key> profile_keys() {
  const std::string profile = "technology_profiles.*";
  return {
      {profile + ".signals.*.scopes[]", kText, "!", "", kRun,
       "Scopes; one that begins with a dot is a category of the domain's technology_scope."},
      {profile + ".signals.*.min_matches", kInt, "1..100", "1", kRun,
       "Distinct terms for the signal to hold."},
      {profile + ".signals.*.weight", kNumber, "-100..100", "1", kRun,
       "What the signal adds to confidence and relevance of a match."},
      {profile + ".entities.min_matches", kInt, "1..100", "1", kRun,
       "Distinct names for `entity` to hold."},
      {profile + ".entities.sources[]", kEnum, "company|molecule|trademark|indication", "", kRun,
       "Which of the domain's scopes those names may be of."},
      {profile + ".actors.core[]", kText, "!", "", kRun, "Scopes of the companies named `core`."},
      {profile + ".actors.hybrid[]", kText, "!", "", kRun,
       "Scopes of the companies named `hybrid`."},
      {profile + ".match", kText, "!", kRequired, kRun,
       "AND, OR and parentheses over signals, `entity`, `core`, `hybrid`; 2*name asks for two."},
      {profile + ".reject[]", kText, "!", "", kRun, "Signals of which one rejects."},
  };
}

std::vector<Key> type_rule_keys() {
  return {
      {"*.match_mode", kEnum, "all_required|any_required", kRequired, kRun,
       "Whether every required dimension must hold, or one of all."},
      {"*.dimensions.*.requirement", kEnum, "required|optional", "required", kRun,
       "Whether the dimension must hold in mode all_required."},
      {"*.dimensions.*.min_matches", kInt, "1..100", "1", kRun,
       "Distinct names for the dimension to hold."},
      {"*.dimensions.*.sources[]", kEnum, "company|molecule|trademark|indication|technology", "",
       kRun, "Which of the domain's scopes the dimension `entity` counts."},
  };
}

}  // namespace

const Schema& domain_schema() {
  static const Schema schema{
      "domain", "Domain definition", "canonical/domains/*_domain_definition.yaml",
      "What a watched subject is: groups of signals, and rules that turn them into a decision. The "
      "first rule whose conditions hold decides; without one, the item does not match.",
      joined({{
                  {"domain_id", kText, "!", kRequired, kRun, "Name of the definition in clients."},
                  {"name", kText, "", "", kDocumentation, "For people."},
                  {"version", kText, "", "", kDocumentation, "For people."},
                  {"notes", kText, "", "", kDocumentation, "For people."},
              },
              signal_keys("strong_signals.*", "A term of a group that says the subject by itself."),
              signal_keys("medium_signals.*", "A term of a group that says it beside others."),
              signal_keys("weak_signals.*", "A term of a group that hints at it."),
              signal_keys("exclusions.*", "A term of a group that speaks against it."),
              term_keys("exclusions", "A term that speaks against it."),
              rule_keys(),
              domain_scoring_keys()})};
  return schema;
}

const Schema& matching_schema() {
  static const Schema schema{
      "matching", "Matching rules", "canonical/matching/domain_matching_rules.yaml",
      "How watch domains without a domain definition match: technology domains by a technology "
      "profile, others by the rule named like their type (or `default`).",
      joined({profile_keys(), type_rule_keys()})};
  return schema;
}

}  // namespace vectora::config
