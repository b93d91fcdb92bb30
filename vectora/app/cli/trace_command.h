// vectora where, vectora explain: where an item went, and why.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct TraceArguments {
  std::string item;    // an address or an item id
  std::string client;  // empty: all clients
};

// Each run that met the item, newest first, with its outcome.
ExitCode where_command(const TraceArguments& arguments, const Globals& globals, Console& console);

// The receipt: every term with its rule, its words and its line of configuration.
ExitCode explain_command(const TraceArguments& arguments, const Globals& globals, Console& console);

}  // namespace vectora::app
