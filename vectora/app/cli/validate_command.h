// vectora validate, vectora client list|show|validate.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

// Every problem of every file, located; kUsage when one is an error.
ExitCode validate_command(const Globals& globals, Console& console);

ExitCode client_list_command(const Globals& globals, Console& console);
ExitCode client_show_command(const std::string& client, const Globals& globals, Console& console);
ExitCode client_validate_command(const std::string& client, const Globals& globals,
                                 Console& console);

}  // namespace vectora::app
