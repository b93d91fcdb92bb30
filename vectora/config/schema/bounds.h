// The bounds that no key sets: how much of what comes from outside is read, and what
// happens beyond. Printed at the end of the configuration reference.
#pragma once

#include <string>
#include <vector>

namespace vectora::config {

struct Bound {
  std::string what;
  std::string bound;
  std::string beyond;
};

std::vector<Bound> fixed_bounds();

}  // namespace vectora::config
