#include "vectora/score/domain_score.h"

#include <algorithm>
#include <cmath>

namespace vectora::score {
namespace {

constexpr int kMaximum = 100;

void add_part(DomainVerdict& verdict, const std::string& name, double points) {
  const int rounded = static_cast<int>(std::lround(points));
  if (rounded != 0) verdict.domain_score_parts[name] += rounded;
}

bool holds(const WatchDomain& domain, const DomainBoost& boost, const Matter& matter) {
  if (matter.signals.count(domain.signals, {"", {boost.group}, 1}) < 1) return false;
  return boost.any.empty() ||
         std::any_of(boost.any.begin(), boost.any.end(), [&](const SignalCount& asked) {
           return matter.signals.count(domain.signals, asked) >= asked.count;
         });
}

void add_recency(const DomainScoring& scoring, const Matter& matter, DomainVerdict& verdict) {
  if (!matter.age_days) return;
  for (const DomainRecency& step : scoring.recency) {
    if (*matter.age_days > step.max_age_days) continue;
    add_part(verdict, "recency", step.points.value);
    return;
  }
}

}  // namespace

std::string confidence_word(double confidence) {
  if (confidence >= 0.75) return "high";
  return confidence >= 0.45 ? "medium" : "low";
}

void score_domain(const WatchDomain& domain, const Matter& matter, DomainVerdict& verdict) {
  const DomainScoring& scoring = domain.scoring;
  if (scoring.empty()) return;
  const std::string& event = matter.annotation.event.primary;
  const auto base = scoring.event_scores.find(event);
  if (base != scoring.event_scores.end()) add_part(verdict, "event." + event, base->second.value);
  for (const DomainBoost& boost : scoring.boosts)
    if (boost.group < domain.signals.size() && holds(domain, boost, matter))
      add_part(verdict, "boost." + domain.signals[boost.group].name, boost.points.value);
  add_recency(scoring, matter, verdict);
  const auto confidence = scoring.confidence_points.find(confidence_word(verdict.confidence));
  if (confidence != scoring.confidence_points.end())
    add_part(verdict, "confidence." + confidence->first, confidence->second.value);
  int sum = 0;
  for (const auto& [name, points] : verdict.domain_score_parts) sum += points;
  const int clamped = std::clamp(sum, 0, kMaximum);
  if (clamped != sum) verdict.domain_score_parts["clamp"] = clamped - sum;
  verdict.domain_score = clamped;
}

}  // namespace vectora::score
