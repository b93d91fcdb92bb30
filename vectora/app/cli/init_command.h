// vectora init [DIR]: a working workspace.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"

namespace vectora::app {

// Writes the files of the pack and the example. A file that is there is kept
// and named; a folder with a workspace in it is refused.
ExitCode init_command(const std::string& folder, Console& console);

}  // namespace vectora::app
