// vectora label: walks through a client's unlabelled items in the terminal.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct LabelArguments {
  std::string client;  // empty: the only active one
};

// Keys come from standard input: single ones from a terminal, else its bytes.
ExitCode label_command(const LabelArguments& arguments, const Globals& globals, Console& console);

}  // namespace vectora::app
