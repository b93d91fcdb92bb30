// What every command shares: the flags that may stand before or after its name.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"

namespace vectora::app {

enum class Output { kText, kJson };

struct Globals {
  std::string workspace = ".";
  std::string environment;  // empty: the workspace's default
  Output output = Output::kText;
  ConsoleOptions console;
};

}  // namespace vectora::app
