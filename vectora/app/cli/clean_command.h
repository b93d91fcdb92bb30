// vectora clean: what test clients left behind, when its days are over.
#pragma once

#include "vectora/app/cli/consent.h"
#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct CleanArguments {
  bool dry_run = false;
  bool archive = false;    // a snapshot first
  bool lifecycle = false;  // prints what S3 would do by itself, and nothing else
  Consent consent;
};

ExitCode clean_command(const CleanArguments& arguments, const Globals& globals, Console& console);

}  // namespace vectora::app
