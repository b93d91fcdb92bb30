// The command line: words in, one command run.
#pragma once

#include "vectora/app/cli/exit_code.h"

namespace vectora::app {

// Never throws; prints help, the version and complaints itself.
ExitCode run_command_line(int argc, char** argv);

}  // namespace vectora::app
