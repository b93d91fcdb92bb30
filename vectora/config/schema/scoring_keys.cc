// The keys of the scoring rules and of the editorial rules.
#include "vectora/config/schema/key.h"
#include "vectora/config/schema/term_keys.h"

namespace vectora::config {

namespace {

using enum Type;
using enum Acts;

// One list of bonuses or penalties: contextual_bonuses, contextual_penalties, recency_bonuses.
std::vector<Key> bonus_keys(const std::string& list) {
  const std::string when = list + ".*.when.";
  return {
      {list + ".*.value", kNumber, "-50..50", kRequired, kRun,
       "Points that are added once where everything in `when` holds."},
      {when + "event_types[]", kText, "!", "all", kRun, "Event types of which the item's is one."},
      {when + "content_types[]", kText, "!", "all", kRun,
       "Content types of which the item's is one."},
      {when + "scopes[]", kText, "!", "", kRun, "Scopes of which a term is named."},
      {when + "title_scopes[]", kText, "!", "", kRun, "Scopes of which a term is in the title."},
      {when + "not_scopes[]", kText, "!", "", kRun, "Scopes of which no term is named."},
      {when + "max_age_days", kInt, "0..100000", "", kRun, "Age in days that is not exceeded."},
      {when + "actor", kEnum, "core|hybrid|other", "any", kRun, "Who acts."},
      {when + "actor[]", kEnum, "core|hybrid|other", "any", kRun, "Who acts."},
      {list + ".*.because", kText, "", "", kRun, "The reason, as receipts show it."},
  };
}

std::vector<Key> formula_keys() {
  return {
      {"event_type_weights", kGroup, "", kRequired, kRun, "base score of each event type"},
      {"event_type_weights.*", kNumber, "0..50", "", kRun, "Base score of an event type."},
      {"domain_priority_weights.high", kNumber, "-50..50", "0", kRun,
       "Points for an item whose best domain is of high priority."},
      {"domain_priority_weights.medium", kNumber, "-50..50", "0", kRun, "The same for medium."},
      {"domain_priority_weights.low", kNumber, "-50..50", "0", kRun, "The same for low."},
      {"domain_factor.relevance", kNumber, "0..1", "0.6", kRun,
       "Share of the mean relevance in the domain factor."},
      {"domain_factor.confidence", kNumber, "0..1", "0.3", kRun,
       "Share of the mean confidence in the domain factor."},
      {"domain_factor.trademark_boost", kNumber, "0..1", "0", kRun,
       "What a trademark adds to the domain factor."},
      {"domain_factor.trademark_scopes[]", kText, "!", "", kRun, "Scopes of those trademarks."},
      {"domain_factor.maximum", kNumber, "0..10", "1", kRun, "The domain factor at most."},
      {"domain_factor.several_domains", kNumber, "0..10", "1.1", kRun,
       "Multiplies the domain factor when more than one domain matched."},
      {"domain_factor.no_domain", kNumber, "0..1", "0.05", kRun,
       "The domain factor of items without a matched domain."},
      {"domain_factor.strong", kNumber, "0..1", "0.6", kRun,
       "Relevance of one strong signal, where a rule gives none."},
      {"domain_factor.medium", kNumber, "0..1", "0.3", kRun, "The same for a medium signal."},
      {"domain_factor.weak", kNumber, "0..1", "0.1", kRun, "The same for a weak signal."},
      {"domain_factor.exclusion", kNumber, "-1..0", "-0.2", kRun, "The same for an exclusion."},
      {"recency_factors", kGroup, "", kRequired, kRun, "recency factors by rising age"},
      {"recency_factors[].max_age_days", kInt, "0..100000", kRequired, kRun,
       "Age in days that the row does not exceed."},
      {"recency_factors[].factor", kNumber, "0..10", kRequired, kRun,
       "Multiplies the score of items of that age."},
      {"older_factor", kNumber, "0..10", "the last row's", kRun,
       "Multiplies the score of items older than every row."},
      {"unknown_date_factor", kNumber, "0..10", "0.7", kRun,
       "Multiplies the score of items without a date."},
      {"mode_multipliers.strict", kNumber, "0..10", "0.75", kRun,
       "Multiplies the score in scoring mode strict."},
      {"mode_multipliers.balanced", kNumber, "0..10", "1", kRun, "The same in mode balanced."},
      {"mode_multipliers.broad", kNumber, "0..10", "1.25", kRun, "The same in mode broad."},
      {"maximum_score", kNumber, "1..1000", "50", kRun, "The score at most."},
      {"selection_thresholds.min_score", kNumber, "0..50", "0", kRun,
       "Score below which an item is not printed, unless the client says."},
      {"selection_thresholds.min_items_per_section", kInt, "0..100", "0", kRun,
       "Items that a section keeps when the total is trimmed, unless the client says."},
  };
}

}  // namespace

const Schema& scoring_schema() {
  static const Schema schema{
      "scoring", "Scoring rules", "canonical/scoring/scoring_rules.yaml",
      "How an item becomes a number: base score of its event type, times domain factor and "
      "recency, "
      "plus bonuses and penalties, times the mode, bounded.",
      joined({formula_keys(), bonus_keys("contextual_bonuses"), bonus_keys("contextual_penalties"),
              bonus_keys("recency_bonuses")})};
  return schema;
}

const Schema& editorial_schema() {
  static const Schema schema{
      "editorial",
      "Editorial rules",
      "canonical/rules/editorial_rules.yaml",
      "What is always kept, dropped, or printed if there is room; the first rule that holds "
      "decides.",
      {
          {"actors.core[]", kText, "!", "", kRun, "Scopes of the companies whose news come first."},
          {"actors.hybrid[]", kText, "!", "", kRun, "Scopes of companies with other business too."},
          {"rules", kGroup, "", kRequired, kRun, "the rules, first match wins"},
          {"rules[].id", kText, "!", kRequired, kRun, "Name of the rule in receipts and outcomes."},
          {"rules[].when.actor", kEnum, "core|hybrid|other", "any", kRun, "Who acts."},
          {"rules[].when.actor[]", kEnum, "core|hybrid|other", "any", kRun, "Who acts."},
          {"rules[].when.event_types[]", kText, "!", "all", kRun,
           "Event types of which the item's is one."},
          {"rules[].when.content_types[]", kText, "!", "all", kRun,
           "Content types of which the item's is one."},
          {"rules[].when.entities_in_scope[]", kText, "!", "", kRun,
           "Scopes of which a term is named."},
          {"rules[].when.title_in_scope[]", kText, "!", "", kRun,
           "Scopes of which a term is in the title."},
          {"rules[].when.not_entities_in_scope[]", kText, "!", "", kRun,
           "Scopes of which no term is named."},
          {"rules[].then", kEnum, "keep|drop|if_room", kRequired, kRun,
           "What is decided: keep, drop or if_room."},
          {"rules[].because", kText, "", "", kRun, "The reason, as receipts show it."},
      }};
  return schema;
}

}  // namespace vectora::config
