#include "vectora/score/judge.h"

#include <algorithm>

#include "vectora/score/actor.h"
#include "vectora/score/editorial.h"
#include "vectora/score/matching.h"
#include "vectora/score/receipt.h"

namespace vectora::score {
namespace {

std::string_view mode_name(ScoringMode mode) {
  switch (mode) {
    case ScoringMode::kStrict: return "strict";
    case ScoringMode::kBalanced: return "balanced";
    case ScoringMode::kBroad: return "broad";
  }
  return "balanced";
}

// A date in the future, a publisher's slip or an embargo, is as new as today.
std::optional<int> age_of(const std::optional<Date>& date, Date as_of) {
  if (!date) return {};
  return std::max(0, as_of - *date);
}

void apply_editorial(const Rules& rules, const Matter& matter, Judgement& judgement) {
  const EditorialRule* rule = editorial_rule(rules.editorial, matter);
  if (rule == nullptr) return;
  judgement.editorial = editorial_from(rule->then);
  judgement.editorial_rule = rule->id;
  judgement.editorial_because = rule->because;
  judgement.editorial_config = rule->config;
}

}  // namespace

std::vector<DomainId> Judgement::matched_domains() const {
  std::vector<DomainId> matched;
  for (const DomainVerdict& verdict : domains)
    if (verdict.matched) matched.push_back(verdict.domain);
  return matched;
}

Judgement judge(const Subject& subject, const Rules& rules, Date as_of) {
  Judgement judgement;
  judgement.mode = std::string(mode_name(rules.mode));
  const Signals signals(subject.scan);
  judgement.actor = actor_of(signals, rules);
  judgement.effective_date =
      subject.item.published_at ? subject.item.published_at : subject.annotation.effective_date;
  const Matter matter{subject.annotation, signals, judgement.actor,
                      age_of(judgement.effective_date, as_of)};
  judgement.domains = match_domains(rules, matter);
  judgement.relevant = !judgement.matched_domains().empty();
  if (judgement.relevant) apply_editorial(rules, matter, judgement);
  write_receipt(rules, matter, judgement);
  return judgement;
}

}  // namespace vectora::score
