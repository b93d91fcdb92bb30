#include "vectora/score/matching.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "vectora/score/domain_score.h"

namespace vectora::score {
namespace {

constexpr double kHighConfidence = 0.9;
constexpr double kFallbackConfidence = 0.3;

std::string hundredths(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.2f", value);
  return digits;
}

void add_distinct(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (!contains(names, name)) names.push_back(name);
}

void collect_signals(const WatchDomain& domain, const Matter& matter, DomainVerdict& verdict) {
  for (const SignalGroup& group : domain.signals) {
    const std::vector<std::string> names = matter.signals.names(group.scopes);
    switch (group.strength) {
      case SignalStrength::kStrong: add_distinct(verdict.strong, names); break;
      case SignalStrength::kMedium: add_distinct(verdict.medium, names); break;
      case SignalStrength::kWeak: add_distinct(verdict.weak, names); break;
      case SignalStrength::kExclusion: add_distinct(verdict.exclusions, names); break;
    }
  }
}

void collect_entities(const WatchDomain& domain, const Matter& matter, DomainVerdict& verdict) {
  const std::pair<normalize::EntityKind, const Scopes*> kinds[] = {
      {normalize::EntityKind::kCompany, &domain.company_scopes},
      {normalize::EntityKind::kMolecule, &domain.molecule_scopes},
      {normalize::EntityKind::kTechnology, &domain.technology_scopes},
      {normalize::EntityKind::kTrademark, &domain.trademark_scopes},
      {normalize::EntityKind::kIndication, &domain.indication_scopes}};
  for (const auto& [kind, scopes] : kinds) {
    std::vector<std::string> names = matter.signals.names(*scopes);
    if (!names.empty())
      verdict.matched_entities[std::string(normalize::plural_name(kind))] = std::move(names);
  }
}

double relevance_of(const DomainVerdict& verdict, const DomainWeights& weights) {
  const auto sum = [](const std::vector<std::string>& names, double weight) {
    return weight * static_cast<double>(names.size());
  };
  const double relevance = sum(verdict.strong, weights.strong) +
                           sum(verdict.medium, weights.medium) + sum(verdict.weak, weights.weak) +
                           sum(verdict.exclusions, weights.exclusion);
  return std::clamp(relevance, 0.0, 1.0);
}

// The rule that would have matched with the least change.
std::string nearest_match(const WatchDomain& domain, const Matter& matter) {
  const MatchingRule* nearest = nullptr;
  int least = 1 << 20;
  for (const MatchingRule& rule : domain.rules) {
    if (!rule.match) continue;
    const int cost = missing_of(rule, domain, matter, Wording::kNo).cost;
    if (cost == 0 || cost >= least) continue;
    least = cost;
    nearest = &rule;
  }
  if (nearest == nullptr) return "no rule of the domain matches";
  return nearest->id + " misses " + missing_of(*nearest, domain, matter, Wording::kYes).text;
}

// What would become of an item that `rejecting` did not reject.
std::string without_rejection(std::vector<MatchingRule>::const_iterator rejecting,
                              const WatchDomain& domain, const Matter& matter) {
  const auto next = std::find_if(rejecting + 1, domain.rules.end(), [&](const MatchingRule& rule) {
    return holds(rule, domain, matter);
  });
  if (next == domain.rules.end()) return "; besides, " + nearest_match(domain, matter);
  return next->match ? "; else " + next->id + " would match"
                     : "; " + next->id + " would reject it too";
}

void apply_rule(const MatchingRule& rule, const Rules& rules, DomainVerdict& verdict) {
  verdict.matched = rule.match;
  verdict.rule = rule.id;
  verdict.confidence = rule.confidence;
  verdict.config = rule.config;
  if (rule.match)
    verdict.relevance =
        rule.relevance ? *rule.relevance : relevance_of(verdict, rules.domain_weights);
  if (!rule.because.empty()) verdict.reasons.push_back(rule.because);
  if (!rule.match)
    verdict.near_miss =
        "rejected by " + rule.id + (rule.because.empty() ? std::string() : ": " + rule.because);
}

void unmatch(DomainVerdict& verdict, const std::string& why) {
  verdict.matched = false;
  verdict.near_miss = why;
  verdict.reasons.push_back(why);
}

bool has_entity(const WatchDomain& domain, const Matter& matter) {
  const Scopes* const lists[] = {&domain.company_scopes, &domain.molecule_scopes,
                                 &domain.trademark_scopes};
  return std::any_of(std::begin(lists), std::end(lists),
                     [&](const Scopes* scopes) { return matter.signals.mentions(*scopes); });
}

double threshold_of(const WatchDomain& domain, const Rules& rules) {
  const auto own = rules.domain_type_thresholds.find(domain.type);
  return own == rules.domain_type_thresholds.end() ? rules.min_domain_score.value
                                                   : own->second.value;
}

// Conditions of the client that a rule's match must meet too.
void apply_limits(const WatchDomain& domain, const Rules& rules, const Matter& matter,
                  DomainVerdict& verdict) {
  const double threshold = threshold_of(domain, rules);
  const auto technologies = static_cast<int>(matter.signals.names(domain.technology_scopes).size());
  if (verdict.relevance < threshold)
    return unmatch(verdict,
                   "relevance " + hundredths(verdict.relevance) + " of " + hundredths(threshold));
  if (verdict.confidence < rules.min_confidence)
    return unmatch(verdict, "confidence " + hundredths(verdict.confidence) + " of " +
                                hundredths(rules.min_confidence));
  if (domain.require_entity_signals && !has_entity(domain, matter))
    return unmatch(verdict, "no company, molecule or trademark of the domain");
  if (technologies < domain.min_technology_signals)
    return unmatch(verdict, std::to_string(domain.min_technology_signals - technologies) +
                                " more technology terms");
}

DomainVerdict match_domain(const WatchDomain& domain, const Rules& rules, const Matter& matter) {
  DomainVerdict verdict;
  verdict.domain = domain.id;
  verdict.config = domain.config;
  collect_signals(domain, matter, verdict);
  collect_entities(domain, matter, verdict);
  const auto rule =
      std::find_if(domain.rules.begin(), domain.rules.end(),
                   [&](const MatchingRule& candidate) { return holds(candidate, domain, matter); });
  if (rule != domain.rules.end()) {
    apply_rule(*rule, rules, verdict);
    if (verdict.matched) apply_limits(domain, rules, matter, verdict);
    if (!rule->match) verdict.near_miss += without_rejection(rule, domain, matter);
  } else {
    verdict.near_miss = nearest_match(domain, matter);
  }
  score_domain(domain, matter, verdict);
  return verdict;
}

// Matched verdicts, the most relevant first; ties in the client's order.
std::vector<size_t> by_relevance(const std::vector<DomainVerdict>& verdicts) {
  std::vector<size_t> order;
  for (size_t i = 0; i < verdicts.size(); ++i)
    if (verdicts[i].matched) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return verdicts[a].relevance > verdicts[b].relevance;
  });
  return order;
}

void limit_domains(const Rules& rules, std::vector<DomainVerdict>& verdicts) {
  int kept = 0;
  for (const size_t i : by_relevance(verdicts)) {
    DomainVerdict& verdict = verdicts[i];
    if (kept > 0 && rules.high_confidence_for_several && verdict.confidence < kHighConfidence) {
      unmatch(verdict, "a further domain needs high confidence");
    } else if (rules.max_domains_per_item > 0 && kept >= rules.max_domains_per_item) {
      unmatch(verdict, "other domains match better");
    } else {
      ++kept;
    }
  }
}

// A rule that rejects is a decision; only what no rule decided falls back.
bool undecided(const DomainVerdict& verdict) { return !verdict.matched && verdict.rule.empty(); }

void fall_back(const Rules& rules, const Matter& matter, std::vector<DomainVerdict>& verdicts) {
  const bool matched = std::any_of(verdicts.begin(), verdicts.end(),
                                   [](const DomainVerdict& verdict) { return verdict.matched; });
  if (!rules.fallback || matched || !matter.signals.mentions(rules.fallback_company_scopes)) return;
  int left = rules.fallback_max_domains;
  for (DomainVerdict& verdict : verdicts) {
    if (left <= 0 || !undecided(verdict)) continue;
    verdict.matched = true;
    verdict.rule = "fallback";
    verdict.relevance = rules.fallback_relevance;
    verdict.confidence = kFallbackConfidence;
    verdict.reasons.push_back("a watched company, without a signal of the domain");
    verdict.near_miss.clear();
    --left;
  }
}

}  // namespace

std::vector<DomainVerdict> match_domains(const Rules& rules, const Matter& matter) {
  std::vector<DomainVerdict> verdicts;
  for (const WatchDomain& domain : rules.domains)
    verdicts.push_back(match_domain(domain, rules, matter));
  limit_domains(rules, verdicts);
  fall_back(rules, matter, verdicts);
  return verdicts;
}

}  // namespace vectora::score
