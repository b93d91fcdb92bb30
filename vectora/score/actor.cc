#include "vectora/score/actor.h"

#include <algorithm>

#include "vectora/score/signals.h"

namespace vectora::score {
namespace {

bool in_context(const normalize::Scan& scan, const Scopes& scopes) {
  return std::any_of(scan.context.begin(), scan.context.end(),
                     [&](const normalize::ContextHit& hit) {
                       return std::find(scopes.begin(), scopes.end(), hit.scope) != scopes.end();
                     });
}

bool heads(const normalize::Scan& scan, const Scopes& scopes) {
  return first_hit(scan, scopes, Where::kTitle) != nullptr || in_context(scan, scopes);
}

}  // namespace

std::string actor_of(const normalize::Scan& scan, const Rules& rules) {
  if (heads(scan, rules.core_company_scopes)) return "core";
  if (heads(scan, rules.hybrid_company_scopes)) return "hybrid";
  const normalize::Hit* core = first_hit(scan, rules.core_company_scopes);
  const normalize::Hit* hybrid = first_hit(scan, rules.hybrid_company_scopes);
  if (core == nullptr && hybrid == nullptr) return "other";
  if (core == nullptr) return "hybrid";
  return hybrid == nullptr || core->span.begin <= hybrid->span.begin ? "core" : "hybrid";
}

}  // namespace vectora::score
