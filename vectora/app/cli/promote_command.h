// vectora promote A B: the configuration of one environment into the next.
#pragma once

#include <string>
#include <vector>

#include "vectora/app/cli/consent.h"
#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct PromoteArguments {
  std::string from;
  std::string to;
  std::string plan;                    // a file that `vectora plan --out` wrote
  std::vector<std::string> overrides;  // gates
  std::vector<std::string> reasons;    // one for each gate, or one for all
  bool dry_run = false;
  Consent consent;
};

// The report on standard output. kRefused by a gate; kFailed when it was undone.
ExitCode promote_command(const PromoteArguments& arguments, const Globals& globals,
                         Console& console);

}  // namespace vectora::app
