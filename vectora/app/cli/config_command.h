// vectora config explain|show: what a key is, and which values hold.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct ConfigArguments {
  std::string key;
  std::string client;
  bool origin = false;
};

ExitCode config_explain_command(const ConfigArguments& arguments, const Globals& globals,
                                Console& console);
ExitCode config_show_command(const ConfigArguments& arguments, const Globals& globals,
                             Console& console);

}  // namespace vectora::app
