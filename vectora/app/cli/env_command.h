// vectora env list|show|create|doctor: the environments of the workspace.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

// What vectora.yaml says, inheritance resolved; no store is opened.
ExitCode env_list_command(const Globals& globals, Console& console);

// One environment: its settings, its buckets, and what is released there.
ExitCode env_show_command(const std::string& name, const Globals& globals, Console& console);

// Makes its buckets where they are missing.
ExitCode env_create_command(const std::string& name, const Globals& globals, Console& console);

// Whether it can do what commands will ask of it; kFailed when it cannot.
ExitCode env_doctor_command(const std::string& name, const Globals& globals, Console& console);

// vectora inventory: the workspace against an environment, both ways.
ExitCode inventory_command(const Globals& globals, Console& console);

// vectora history ENV: who changed what, newest first.
ExitCode history_command(const std::string& name, size_t limit, const Globals& globals,
                         Console& console);

}  // namespace vectora::app
