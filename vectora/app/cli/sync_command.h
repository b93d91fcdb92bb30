// vectora sync --env E: the workspace's configuration into an environment.
#pragma once

#include <string>

#include "vectora/app/cli/consent.h"
#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct SyncArguments {
  bool dry_run = false;
  bool prune = false;
  std::string why;
  Consent consent;
};

// kUsage when the workspace is not valid or a version does not rise; nothing is
// written then.
ExitCode sync_command(const SyncArguments& arguments, const Globals& globals, Console& console);

}  // namespace vectora::app
