// vectora plan: what another configuration would change in the newsletters.
#pragma once

#include <string>
#include <vector>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct PlanArguments {
  std::string from;  // an environment, with `to`
  std::string to;
  std::string config;                // a folder; empty, and no environments: the workspace
  int days = 7;                      // of recorded captures
  std::vector<std::string> clients;  // none: the active ones
  std::string out;                   // a file for the plan as JSON
};

// kChanges where any newsletter would differ.
ExitCode plan_command(const PlanArguments& arguments, const Globals& globals, Console& console);

}  // namespace vectora::app
