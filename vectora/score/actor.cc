#include "vectora/score/actor.h"

namespace vectora::score {
namespace {

bool heads(const Signals& signals, const Scopes& scopes) {
  return signals.heads(scopes) || signals.in_context(scopes);
}

}  // namespace

std::string actor_of(const Signals& signals, const Rules& rules) {
  if (heads(signals, rules.core_company_scopes)) return "core";
  if (heads(signals, rules.hybrid_company_scopes)) return "hybrid";
  const normalize::Hit* core = signals.first_hit(rules.core_company_scopes);
  const normalize::Hit* hybrid = signals.first_hit(rules.hybrid_company_scopes);
  if (core == nullptr && hybrid == nullptr) return "other";
  if (core == nullptr) return "hybrid";
  return hybrid == nullptr || core->span.begin <= hybrid->span.begin ? "core" : "hybrid";
}

}  // namespace vectora::score
