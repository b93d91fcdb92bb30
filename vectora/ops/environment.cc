#include "vectora/ops/environment.h"

namespace vectora::ops {

Result<void> may_lease(const Environment& environment) {
  if (environment.writers == Writers::kMany) return {};
  return Error{ErrorCode::kUnavailable,
               "environment '" + environment.name + "' (" + environment.store +
                   "): its store has no conditional writes, so nothing keeps two writers apart; "
                   "commands that change several objects are refused there. Use a store that "
                   "honours If-Match and If-None-Match"};
}

}  // namespace vectora::ops
