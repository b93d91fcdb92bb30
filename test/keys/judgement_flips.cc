// The keys of domain definitions, of matching rules, scoring and editorial rules.
#include "test/keys/flip.h"
#include "test/keys/term_flips.h"

namespace vectora::keys {
namespace {

const char* const kNoDefinition = "client watch_domains[0].domain_definition: null";
const char* const kNoProfile = "client watch_domains[0].technology_profile: null";
const char* const kSecondDomain =
    "client watch_domains[+]: {id: second, type: technology, company_scope: bus_companies, "
    "domain_definition: ebus}";

const char* const kNoCompany = "news [+]: {title: Sodium-ion cells age well}";

// A rule of its own for one item, whose word stands in the text alone.
const std::vector<std::string> kOwnRule = {
    "news [+]: {title: A quiet story, text: It tells of kestrelword.}",
    "domain weak_signals.own: [kestrelword]",
    "domain matching_rules[+]: {id: own, when: {min: {own: 1}}, then: match, because: own word}"};

Flip own_rule(const std::string& key, const std::string& change) {
  return {
      "matching_rules[]." + key, kOwnRule, {"domain matching_rules[4]." + change}, Part::kMatching};
}

std::vector<Flip> rule_flips() {
  return {own_rule("id", "id: mine"),
          own_rule("when.min.*", "when.min.own: 2"),
          own_rule("when.any.*", "when.any: {strong: 1}"),
          own_rule("when.max.*", "when.max: {weak: 0}"),
          own_rule("when.min_title.*", "when.min_title: {own: 1}"),
          own_rule("when.event_types[]", "when.event_types: [regulatory]"),
          own_rule("when.content_types[]", "when.content_types: [deal]"),
          own_rule("when.not_event_types[]", "when.not_event_types: [other]"),
          own_rule("when.not_content_types[]", "when.not_content_types: [other]"),
          own_rule("when.actor", "when.actor: core"),
          own_rule("when.actor[]", "when.actor: [core, hybrid]"),
          own_rule("then", "then: reject"),
          own_rule("confidence", "confidence: high"),
          own_rule("relevance", "relevance: 0.7"),
          own_rule("because", "because: a word of our own")};
}

std::vector<Flip> domain_score_flips() {
  const std::string boost =
      "domain scoring.boost_conditions: {cells: {boost: 3, any: {strong: 1}}}";
  return {{"scoring.event_type_base_scores.*",
           {},
           {"domain scoring.event_type_base_scores.partnership: 20"},
           Part::kMatching},
          {"scoring.entity_boosts.*",
           {},
           {"domain scoring.entity_boosts.core_makers: 2"},
           Part::kMatching},
          {"scoring.boost_conditions.*.boost",
           {boost},
           {"domain scoring.boost_conditions.cells.boost: 7"},
           Part::kMatching},
          {"scoring.boost_conditions.*.any.*",
           {boost},
           {"domain scoring.boost_conditions.cells.any.strong: 9"},
           Part::kMatching},
          {"scoring.recency_boosts[].max_age_days",
           {},
           {"domain scoring.recency_boosts[0].max_age_days: 0"},
           Part::kMatching},
          {"scoring.recency_boosts[].boost",
           {},
           {"domain scoring.recency_boosts[0].boost: 1"},
           Part::kMatching},
          {"scoring.confidence_penalties.*",
           {},
           {"domain scoring.confidence_penalties.high: -7"},
           Part::kMatching}};
}

std::vector<Flip> group_flips() {
  std::vector<Flip> flips;
  for (const std::string strength :
       {"strong_signals", "medium_signals", "weak_signals", "exclusions"}) {
    const std::string group = strength + ".own";
    append(flips, term_flips(strength + ".*", "domain " + group, Part::kMatching));
    for (const bool is_list : {false, true}) {
      const std::string scope = is_list ? "[kestrels]" : "kestrels";
      flips.push_back({strength + ".*.scope_ref" + (is_list ? "[]" : ""),
                       {"trademarks kestrels: [kestrelword]",
                        "news [+]: {title: Sodium-ion cells and kestrelword}"},
                       {"domain " + group + ": {scope_ref: " + scope + "}"},
                       Part::kMatching});
    }
  }
  const std::vector<std::string> listed = {
      "news [+]: {title: Sodium-ion cells of kestrelword and KSTW}",
      "domain exclusions: [diesel coach]",
      "domain matching_rules[0].when: {min: {exclusions: 1}, max: {strong: 0}}"};
  append(flips, term_flips("exclusions", "domain exclusions", Part::kMatching, listed));
  return flips;
}

const std::vector<Flip> kDomainId = {
    {"domain_id",
     {"other_domain domain_id: other", "other_domain strong_signals: {own: [kestrelword]}",
      "other_domain matching_rules: [{id: own, when: {min: {own: 1}}, then: match}]"},
     {"domain domain_id: other", "other_domain domain_id: ebus"},
     Part::kMatching},
};

Flip by_profile(const std::string& key, const std::string& change,
                const std::vector<std::string>& given = {}) {
  std::vector<std::string> all = {kNoDefinition};
  append(all, given);
  return {"technology_profiles.*." + key,
          all,
          {"matching technology_profiles.battery_profile." + change},
          Part::kMatching};
}

std::vector<Flip> profile_rule_flips() {
  const std::string profile = "matching technology_profiles.battery_profile.";
  return {
      by_profile("signals.*.scopes[]", "signals.battery.scopes: [.charging]"),
      by_profile("signals.*.min_matches", "signals.battery.min_matches: 2"),
      by_profile("signals.*.weight", "signals.battery.weight: 4"),
      by_profile("entities.min_matches", "entities.min_matches: 2"),
      by_profile("entities.sources[]", "entities.sources: [trademark]"),
      by_profile("actors.core[]", "actors.core: [bus_models]",
                 {profile + "match: battery AND core"}),
      by_profile("actors.hybrid[]", "actors.hybrid: [bus_models]",
                 {profile + "match: battery AND hybrid", profile + "actors.hybrid: [bus_core]"}),
      by_profile("match", "match: battery OR entity"),
      by_profile("reject[]", "reject: [night]",
                 {"trademarks kestrels: [kestrelword]",
                  "news [+]: {title: Voltara sodium-ion cells and kestrelword}",
                  profile + "signals.night: {scopes: [kestrels]}"})};
}

Flip by_type(const std::string& key, const std::string& change,
             const std::vector<std::string>& given = {}) {
  std::vector<std::string> all = {kNoDefinition, kNoProfile};
  append(all, given);
  return {"*." + key, all, {"matching default." + change}, Part::kMatching};
}

std::vector<Flip> type_rule_flips() {
  const std::string entity =
      "matching default.dimensions: {entity: {requirement: required, sources: [company]}}";
  return {by_type("match_mode", "match_mode: all_required",
                  {"matching default.dimensions.company.requirement: required", kNoCompany}),
          by_type("dimensions.*.requirement", "dimensions.company.requirement: required",
                  {"matching default.match_mode: all_required", kNoCompany}),
          by_type("dimensions.*.min_matches", "dimensions.company.min_matches: 2"),
          by_type("dimensions.*.sources[]", "dimensions.entity.sources: [trademark]", {entity})};
}

Flip score(const std::string& key, const std::string& change,
           const std::vector<std::string>& given = {}, Part part = Part::kScores) {
  return {key, given, {"scoring " + change}, part};
}

std::vector<Flip> factor_flips() {
  // A match whose relevance comes from signals of each strength, below the maximum.
  const std::vector<std::string> by_signals = {
      "domain matching_rules[1].relevance: null", "scoring domain_factor.strong: 0.3",
      "scoring domain_factor.medium: 0.1",
      "news [+]: {title: Sodium-ion cells of Voltara replace a diesel bus, text: A bus fleet.}"};
  const auto signal = [&](const std::string& name, const std::string& value) {
    return score("domain_factor." + name, "domain_factor." + name + ": " + value, by_signals);
  };
  return {
      score("domain_factor.relevance", "domain_factor.relevance: 0.3"),
      score("domain_factor.confidence", "domain_factor.confidence: 0.1"),
      score("domain_factor.trademark_boost", "domain_factor.trademark_boost: 0.02"),
      score("domain_factor.trademark_scopes[]", "domain_factor.trademark_scopes: [bus_core]"),
      score("domain_factor.maximum", "domain_factor.maximum: 0.5"),
      score("domain_factor.several_domains", "domain_factor.several_domains: 2", {kSecondDomain}),
      score("domain_factor.no_domain", "domain_factor.no_domain: 0.5"),
      signal("strong", "0.4"),
      signal("medium", "0.2"),
      signal("weak", "0.2"),
      signal("exclusion", "-0.1")};
}

std::vector<Flip> formula_flips() {
  const std::string by_pack = "client newsletter_selection.min_score_threshold: null";
  return {score("event_type_weights.*", "event_type_weights.partnership: 3"),
          score("domain_priority_weights.high", "domain_priority_weights.high: 1"),
          score("domain_priority_weights.medium", "domain_priority_weights.medium: -2",
                {"client watch_domains[0].priority: medium"}),
          score("domain_priority_weights.low", "domain_priority_weights.low: -2",
                {"client watch_domains[0].priority: low"}),
          score("recency_factors[].max_age_days", "recency_factors[0].max_age_days: 0"),
          score("recency_factors[].factor", "recency_factors[0].factor: 0.5"),
          score("older_factor", "older_factor: 0.2", {"client pipeline.default_period_days: 60"}),
          score("unknown_date_factor", "unknown_date_factor: 0.1", {"run temporal: flexible"}),
          score("mode_multipliers.strict", "mode_multipliers.strict: 0.5", {"run scoring: strict"}),
          score("mode_multipliers.balanced", "mode_multipliers.balanced: 0.5"),
          score("mode_multipliers.broad", "mode_multipliers.broad: 2", {"run scoring: broad"}),
          score("maximum_score", "maximum_score: 5"),
          score("selection_thresholds.min_score", "selection_thresholds.min_score: 12", {by_pack},
                Part::kEntries),
          score("selection_thresholds.min_items_per_section",
                "selection_thresholds.min_items_per_section: 1",
                {"client newsletter_selection.max_items_total: 3",
                 "news [+]: {title: Voltara factory for sodium-ion cells, day: 8}"},
                Part::kEntries)};
}

std::vector<Flip> bonus_flips() {
  std::vector<Flip> flips;
  for (const std::string list : {"contextual_bonuses", "contextual_penalties", "recency_bonuses"}) {
    const auto bonus = [&](const std::string& key, const std::string& change) {
      flips.push_back(score(list + ".*." + key, list + ".own." + change,
                            {"scoring " + list + ".own: {value: 1, when: {}, because: own}"}));
    };
    bonus("value", "value: 2");
    bonus("when.event_types[]", "when.event_types: [regulatory]");
    bonus("when.content_types[]", "when.content_types: [deal]");
    bonus("when.scopes[]", "when.scopes: [bus_models]");
    bonus("when.title_scopes[]", "when.title_scopes: [bus_models]");
    bonus("when.not_scopes[]", "when.not_scopes: [bus_models]");
    bonus("when.max_age_days", "when.max_age_days: 2");
    bonus("when.actor", "when.actor: core");
    bonus("when.actor[]", "when.actor: [hybrid, other]");
    bonus("because", "because: a reason of our own");
  }
  return flips;
}

Flip editorial(const std::string& key, const std::string& change,
               const std::vector<std::string>& given = {}) {
  std::vector<std::string> all = {
      kNoCompany, "editorial rules[+]: {id: own, when: {}, then: if_room, because: own}"};
  append(all, given);
  return {"rules[]." + key, all, {"editorial rules[3]." + change}, Part::kScores};
}

std::vector<Flip> editorial_rule_flips() {
  return {editorial("id", "id: mine"),
          editorial("when.actor", "when.actor: core"),
          editorial("when.actor[]", "when.actor: [hybrid, other]"),
          editorial("when.event_types[]", "when.event_types: [regulatory]"),
          editorial("when.content_types[]", "when.content_types: [deal]"),
          editorial("when.entities_in_scope[]", "when.entities_in_scope: [bus_models]"),
          editorial("when.title_in_scope[]", "when.title_in_scope: [bus_models]"),
          editorial("when.not_entities_in_scope[]", "when.not_entities_in_scope: [bus_models]"),
          editorial("then", "then: keep"),
          editorial("because", "because: a reason of our own")};
}

const std::vector<Flip> kActors = {
    {"actors.core[]", {}, {"editorial actors.core: []"}, Part::kScores},
    {"actors.hybrid[]",
     {"editorial rules[+]: {id: own, when: {actor: hybrid}, then: keep}"},
     {"editorial actors.hybrid: [bus_companies]"},
     Part::kScores},
};

}  // namespace

FlipTable domain_flips() {
  return {config::domain_schema(),
          {"domain", "other_domain"},
          joined({kDomainId, group_flips(), rule_flips(), domain_score_flips()})};
}

FlipTable matching_flips() {
  return {
      config::matching_schema(), {"matching"}, joined({profile_rule_flips(), type_rule_flips()})};
}

FlipTable scoring_flips() {
  return {config::scoring_schema(),
          {"scoring"},
          joined({formula_flips(), factor_flips(), bonus_flips()})};
}

FlipTable editorial_flips() {
  return {config::editorial_schema(), {"editorial"}, joined({kActors, editorial_rule_flips()})};
}

}  // namespace vectora::keys
