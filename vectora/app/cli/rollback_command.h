// vectora rollback ENV: the configuration of an environment as a snapshot has it.
#pragma once

#include <string>

#include "vectora/app/cli/consent.h"
#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct RollbackArguments {
  std::string environment;
  std::string to;  // a snapshot; empty: the one before the latest change
  std::string why;
  bool dry_run = false;
  Consent consent;
};

ExitCode rollback_command(const RollbackArguments& arguments, const Globals& globals,
                          Console& console);

}  // namespace vectora::app
