// Numbers as people read them in an explanation.
#pragma once

#include <string>

namespace vectora {

// At most four significant digits: "0.85", "12", "1.333", "1e+06".
std::string short_decimals(double value);

}  // namespace vectora
