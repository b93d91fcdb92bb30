// Templates of clients: {{NAME}} and the other placeholders may stand in them.
#pragma once

#include <string>
#include <vector>

#include "vectora/config/load/market.h"
#include "vectora/config/problem.h"

namespace vectora::config {

// The problems that a client made from the template would have, but for its
// name; keys without effect are not mentioned.
std::vector<Problem> check_template(const std::string& path, const std::string& bytes,
                                    const Market& market);

}  // namespace vectora::config
