// Counts of an issue's items, for the breakdowns that a client may ask for.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vectora/newsletter/issue.h"

namespace vectora::newsletter {

// Title and count, in printing order.
std::vector<std::pair<std::string, int>> items_by_section(const Issue& issue);
// Name and count, most frequent first, then by name.
std::vector<std::pair<std::string, int>> items_by_source(const Issue& issue);
std::vector<std::pair<std::string, int>> items_by_domain(const Issue& issue);

}  // namespace vectora::newsletter
