// Who acts on an environment, and when.
#pragma once

#include <functional>
#include <string>

#include "vectora/base/clock.h"

namespace vectora::ops {

struct Operator {
  std::string who;      // "anna@laptop": for people
  std::string process;  // names this process among all that may act on the environment
  const Clock& clock;
  // Whether the process of that name is known to have ended; false where one
  // cannot know, as of a process on another machine.
  std::function<bool(const std::string& process)> has_ended;
};

}  // namespace vectora::ops
