#include "vectora/score/receipt.h"

#include <algorithm>
#include <utility>

#include "vectora/base/decimals.h"

namespace vectora::score {
namespace {

// The exact running score beside the terms, which round it step by step.
class Ledger {
 public:
  explicit Ledger(std::vector<Term>& terms) : terms_(terms) {}

  double exact() const { return exact_; }

  // A term that adds points; written even if it adds none.
  void add(Term term, double points) {
    exact_ += points;
    term.value = Points::round(points);
    push(std::move(term));
  }

  // A term that sets the score to `value`: the difference is what it makes.
  void change_to(Term term, double value) {
    const Points before = Points::round(exact_);
    exact_ = value;
    term.value = Points::round(value) - before;
    push(std::move(term));
  }

  void close() {
    const Points left = Points::round(exact_) - sum_;
    if (left != Points()) push({"rounding", left, "to a tenth of a point", {}, {}});
  }

 private:
  std::vector<Term>& terms_;
  double exact_ = 0;
  Points sum_;

  void push(Term term) {
    sum_ = sum_ + term.value;
    terms_.push_back(std::move(term));
  }
};

const Weight& event_weight(const Rules& rules, const std::string& event) {
  const auto found = rules.event_weights.find(event);
  return found == rules.event_weights.end() ? rules.default_event_weight : found->second;
}

void add_base(const Rules& rules, const Matter& matter, Ledger& ledger) {
  const normalize::EventClass& event = matter.annotation.event;
  const Weight& weight = event_weight(rules, event.primary);
  ledger.add({"event." + event.primary,
              {},
              "event type " + event.primary + " (" + short_decimals(event.confidence) + ")",
              event.evidence,
              weight.config},
             weight.value);
}

struct Matched {
  double relevance = 0;  // mean
  double confidence = 0;
  size_t count = 0;
  const DomainVerdict* best = nullptr;
};

Matched matched_of(const Judgement& judgement) {
  Matched matched;
  for (const DomainVerdict& verdict : judgement.domains) {
    if (!verdict.matched) continue;
    ++matched.count;
    matched.relevance += verdict.relevance;
    matched.confidence += verdict.confidence;
    if (matched.best == nullptr || verdict.relevance > matched.best->relevance)
      matched.best = &verdict;
  }
  if (matched.count == 0) return matched;
  matched.relevance /= static_cast<double>(matched.count);
  matched.confidence /= static_cast<double>(matched.count);
  return matched;
}

Term domain_term(const Rules& rules, const Matter& matter, const Matched& matched, double& factor) {
  if (matched.count == 0) {
    factor = rules.no_domain_factor.value;
    return {"domain_factor",
            {},
            "no watch domain matches: x " + short_decimals(factor),
            {},
            rules.no_domain_factor.config};
  }
  const bool boosted = matter.signals.mentions(rules.trademark_scopes);
  factor = rules.domain_weights.relevance_share * matched.relevance +
           rules.domain_weights.confidence_share * matched.confidence +
           (boosted ? rules.trademark_boost.value : 0);
  factor = std::min(rules.maximum_domain_factor.value, factor);
  if (matched.count > 1) factor *= rules.several_domains_factor.value;
  std::string because = "relevance " + short_decimals(matched.relevance) + ", confidence " +
                        short_decimals(matched.confidence);
  if (boosted && rules.trademark_boost.value != 0) because += ", trademark";
  if (matched.count > 1) because += ", " + std::to_string(matched.count) + " domains";
  if (matched.best->domain_score)
    because += ", " + matched.best->domain.str() + " " +
               std::to_string(*matched.best->domain_score) + " of 100";
  return {"domain_factor", {}, because + ": x " + short_decimals(factor), {}, matched.best->config};
}

Term recency_term(const Rules& rules, const Matter& matter, double& factor) {
  factor = 1;
  if (!matter.age_days) {
    factor = rules.unknown_date_factor.value;
    return {"recency",
            {},
            "date unknown: x " + short_decimals(factor),
            {},
            rules.unknown_date_factor.config};
  }
  const std::string age = std::to_string(*matter.age_days) + " days old: x ";
  for (const RecencyStep& step : rules.recency) {
    factor = step.factor.value;
    if (*matter.age_days <= step.max_age_days || &step == &rules.recency.back())
      return {"recency", {}, age + short_decimals(factor), {}, step.factor.config};
  }
  return {"recency", {}, age + "1", {}, {}};
}

bool applies(const Bonus& bonus, const Matter& matter) {
  const bool young =
      !bonus.max_age_days || (matter.age_days && *matter.age_days <= *bonus.max_age_days);
  return young && allows(bonus.event_types, matter.annotation.event.primary) &&
         allows(bonus.content_types, matter.annotation.content_type.name) &&
         allows(bonus.actors, matter.actor) &&
         (bonus.scopes.empty() || matter.signals.mentions(bonus.scopes)) &&
         (bonus.title_scopes.empty() || matter.signals.heads(bonus.title_scopes)) &&
         (bonus.not_scopes.empty() || !matter.signals.mentions(bonus.not_scopes));
}

// The bonus's own words, then the name that earned it.
Term bonus_term(const Bonus& bonus, const Matter& matter) {
  const std::string prefix = bonus.points.value < 0 ? "penalty." : "bonus.";
  Term term{prefix + bonus.name, {}, bonus.because, {}, bonus.points.config};
  const normalize::Hit* hit = bonus.title_scopes.empty()
                                  ? matter.signals.first_hit(bonus.scopes)
                                  : matter.signals.first_hit(bonus.title_scopes, Where::kTitle);
  if (hit != nullptr) {
    term.span = hit->span;
    term.because += (term.because.empty() ? "" : ": ") + std::string(hit->name);
  } else if (term.because.empty()) {
    term.because = bonus.name;
  }
  return term;
}

void add_priority(const Rules& rules, const Judgement& judgement, Ledger& ledger) {
  const WatchDomain* best = nullptr;
  for (size_t i = 0; i < rules.domains.size() && i < judgement.domains.size(); ++i)
    if (judgement.domains[i].matched &&
        (best == nullptr || rules.domains[i].priority_weight.value > best->priority_weight.value))
      best = &rules.domains[i];
  if (best == nullptr || best->priority_weight.value == 0) return;
  ledger.add({"priority." + best->priority,
              {},
              "domain " + best->id.str(),
              {},
              best->priority_weight.config},
             best->priority_weight.value);
}

void apply_mode(const Rules& rules, const Judgement& judgement, Ledger& ledger) {
  if (rules.mode == ScoringMode::kBalanced && rules.mode_factor.value == 0) return;
  if (rules.mode_factor.value == 1) return;
  ledger.change_to({"mode." + judgement.mode,
                    {},
                    "x " + short_decimals(rules.mode_factor.value),
                    {},
                    rules.mode_factor.config},
                   ledger.exact() * rules.mode_factor.value);
}

void apply_clamp(const Rules& rules, Ledger& ledger) {
  const double clamped = std::min(rules.maximum_score.value, std::max(0.0, ledger.exact()));
  if (clamped == ledger.exact()) return;
  ledger.change_to({"clamp",
                    {},
                    "between 0 and " + short_decimals(rules.maximum_score.value),
                    {},
                    rules.maximum_score.config},
                   clamped);
}

}  // namespace

void write_receipt(const Rules& rules, const Matter& matter, Judgement& judgement) {
  Ledger ledger(judgement.receipt);
  add_base(rules, matter, ledger);
  Term domain = domain_term(rules, matter, matched_of(judgement), judgement.domain_factor);
  ledger.change_to(std::move(domain), ledger.exact() * judgement.domain_factor);
  Term recency = recency_term(rules, matter, judgement.recency_factor);
  ledger.change_to(std::move(recency), ledger.exact() * judgement.recency_factor);
  add_priority(rules, judgement, ledger);
  for (const Bonus& bonus : rules.bonuses)
    if (applies(bonus, matter)) ledger.add(bonus_term(bonus, matter), bonus.points.value);
  apply_mode(rules, judgement, ledger);
  apply_clamp(rules, ledger);
  ledger.close();
  judgement.score = Points::round(ledger.exact());
}

}  // namespace vectora::score
