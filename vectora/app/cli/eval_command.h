// vectora eval: a client's rules measured on labelled items.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"

namespace vectora::app {

struct EvalArguments {
  std::string client;   // empty: the only active one
  std::string labels;   // a file of labels; empty: those that the client stored
  std::string compare;  // the folder of another workspace; empty: none
};

ExitCode eval_command(const EvalArguments& arguments, const Globals& globals, Console& console);

}  // namespace vectora::app
