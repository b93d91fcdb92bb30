// vectora client bump CLIENT: the next version of a client's file.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/ops/configuration/client_version.h"

namespace vectora::app {

// Changes the version in the workspace's file and nothing else in it.
ExitCode client_bump_command(const std::string& client, ops::Part part, const Globals& globals,
                             Console& console);

}  // namespace vectora::app
