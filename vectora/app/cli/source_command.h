// vectora source list: how the sources are doing.
#pragma once

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

// Every source of the catalog, one a line, from what live runs remembered.
ExitCode source_list_command(const Globals& globals, Console& console);

}  // namespace vectora::app
