// How the program ends; scripts act on these numbers, so they never change.
#pragma once

namespace vectora::app {

enum class ExitCode {
  kOk = 0,
  kFailed = 1,
  kUsage = 2,    // a wrong command line, or a configuration that is not valid
  kPartial = 3,  // some client or source failed, the rest is done
  kRefused = 4,  // a gate said no
  kBudget = 5,   // the budget is spent
  kChanges = 6,  // `plan` found changes
  kInterrupted = 130,
};

}  // namespace vectora::app
