#include "vectora/config/load/scoring_reader.h"

#include <algorithm>
#include <limits>

#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

using Use = ScopeBook::Use;

void read_recency(const YamlNode& root, score::Rules& rules) {
  for (const YamlNode& step : root["recency_factors"].items()) {
    rules.recency.push_back({int_or(step["max_age_days"], 0), weight_or(step["factor"], 1)});
  }
  std::stable_sort(rules.recency.begin(), rules.recency.end(),
                   [](const auto& a, const auto& b) { return a.max_age_days < b.max_age_days; });
  if (root["older_factor"].is_scalar()) {
    rules.recency.push_back({std::numeric_limits<int>::max(), weight_or(root["older_factor"], 1)});
  }
  rules.unknown_date_factor = weight_or(root["unknown_date_factor"], 0.7);
}

void read_domain_factor(const YamlNode& node, const ScopeBook& scopes, score::Rules& rules,
                        Findings& findings) {
  score::DomainWeights& weights = rules.domain_weights;
  weights.relevance_share = number_or(node["relevance"], weights.relevance_share);
  weights.confidence_share = number_or(node["confidence"], weights.confidence_share);
  weights.strong = number_or(node["strong"], weights.strong);
  weights.medium = number_or(node["medium"], weights.medium);
  weights.weak = number_or(node["weak"], weights.weak);
  weights.exclusion = number_or(node["exclusion"], weights.exclusion);
  rules.trademark_boost = weight_or(node["trademark_boost"], 0);
  rules.trademark_scopes = scopes.resolve_all(node["trademark_scopes"], Use::kFor, findings);
  rules.maximum_domain_factor = weight_or(node["maximum"], 1);
  rules.several_domains_factor = weight_or(node["several_domains"], 1.1);
  rules.no_domain_factor = weight_or(node["no_domain"], 0.05);
}

void read_bonuses(const YamlNode& list, const ScopeBook& scopes, const TypeNames& types,
                  score::Rules& rules, Findings& findings) {
  for (const auto& [name, node] : list.members()) {
    const YamlNode when = node["when"];
    score::Bonus bonus;
    bonus.name = name;
    bonus.scopes = scopes.resolve_all(when["scopes"], Use::kAgainst, findings);
    bonus.title_scopes = scopes.resolve_all(when["title_scopes"], Use::kAgainst, findings);
    bonus.not_scopes = scopes.resolve_all(when["not_scopes"], Use::kAgainst, findings);
    bonus.event_types = read_event_types(when["event_types"], types, findings);
    bonus.content_types = read_content_types(when["content_types"], types, findings);
    bonus.actors = texts(when["actor"]);
    if (when["max_age_days"].is_scalar()) bonus.max_age_days = int_or(when["max_age_days"], 0);
    bonus.points = weight_or(node["value"], 0);
    bonus.because = text_or(node["because"], "");
    rules.bonuses.push_back(std::move(bonus));
  }
}

void read_event_weights(const YamlNode& node, const TypeNames& types, score::Rules& rules,
                        Findings& findings) {
  for (const auto& [name, value] : node.members()) {
    const std::string type = event_type_name(name);
    if (types.events.count(type) == 0) {
      findings.unknown(value.key_ref(), "event type", name,
                       {types.events.begin(), types.events.end()});
    }
    rules.event_weights[type] = weight_or(value, 0);
  }
  const auto other = rules.event_weights.find("other");
  if (other != rules.event_weights.end()) rules.default_event_weight = other->second;
}

}  // namespace

ScoringDefaults read_scoring(const YamlNode& root, const ScopeBook& scopes, const TypeNames& types,
                             Findings& findings) {
  ScoringDefaults defaults;
  score::Rules& rules = defaults.rules;
  read_event_weights(root["event_type_weights"], types, rules, findings);
  read_recency(root, rules);
  if (rules.recency.empty()) {
    findings.error(root["recency_factors"].ref(), "no recency factor", "add at least one row");
  }
  read_domain_factor(root["domain_factor"], scopes, rules, findings);
  for (const char* list : {"contextual_bonuses", "contextual_penalties", "recency_bonuses"}) {
    read_bonuses(root[list], scopes, types, rules, findings);
  }
  rules.maximum_score = weight_or(root["maximum_score"], 50);
  const YamlNode modes = root["mode_multipliers"];
  defaults.mode_factors = {{"strict", weight_or(modes["strict"], 0.75)},
                           {"balanced", weight_or(modes["balanced"], 1)},
                           {"broad", weight_or(modes["broad"], 1.25)}};
  rules.mode_factor = defaults.mode_factors["balanced"];
  for (const auto& [name, value] : root["domain_priority_weights"].members()) {
    defaults.priority_weights[name] = weight_or(value, 0);
  }
  const YamlNode thresholds = root["selection_thresholds"];
  defaults.min_score = weight_or(thresholds["min_score"], 0);
  defaults.min_items_per_section = int_or(thresholds["min_items_per_section"], 0);
  return defaults;
}

void read_editorial(const YamlNode& root, const ScopeBook& scopes, const TypeNames& types,
                    score::Rules& rules, Findings& findings) {
  const YamlNode actors = root["actors"];
  rules.core_company_scopes = scopes.resolve_all(actors["core"], Use::kFor, findings);
  rules.hybrid_company_scopes = scopes.resolve_all(actors["hybrid"], Use::kFor, findings);
  for (const YamlNode& node : root["rules"].items()) {
    const YamlNode when = node["when"];
    score::EditorialRule rule;
    rule.id = text_or(node["id"], "");
    rule.actors = texts(when["actor"]);
    rule.event_types = read_event_types(when["event_types"], types, findings);
    rule.content_types = read_content_types(when["content_types"], types, findings);
    rule.entities_in_scope = scopes.resolve_all(when["entities_in_scope"], Use::kAgainst, findings);
    rule.title_in_scope = scopes.resolve_all(when["title_in_scope"], Use::kAgainst, findings);
    rule.not_entities_in_scope =
        scopes.resolve_all(when["not_entities_in_scope"], Use::kAgainst, findings);
    rule.then = text_or(node["then"], "");
    rule.because = text_or(node["because"], "");
    rule.config = node.ref();
    rules.editorial.push_back(std::move(rule));
  }
}

}  // namespace vectora::config
