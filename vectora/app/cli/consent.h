// Consent: what a person said before something is changed that is not easily made
// again.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/base/result.h"
#include "vectora/ops/environment.h"

namespace vectora::app {

struct Consent {
  bool yes = false;     // --yes: goes on without asking, but not in a protected environment
  std::string confirm;  // --confirm NAME
};

// A protected environment is asked for by its name: --confirm, else a line of standard
// input. kInvalidArgument without it; nothing is asked of others.
Result<void> ask_for_name(const ops::Environment& environment, const std::string& act,
                          const Consent& consent, Console& console);

// --yes, else a line "y" of standard input; a protected environment asks for its name.
Result<void> ask(const ops::Environment& environment, const std::string& act,
                 const Consent& consent, Console& console);

}  // namespace vectora::app
