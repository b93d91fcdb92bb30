// The editor's rules: always keep, never print, print if there is room.
#pragma once

#include <vector>

#include "vectora/score/matching.h"

namespace vectora::score {

// The first rule that holds; nullptr: none.
const EditorialRule* editorial_rule(const std::vector<EditorialRule>& rules, const Matter& matter);

std::string_view to_string(Editorial editorial);  // none, keep, if_room, drop
Editorial editorial_from(std::string_view word);  // kNone for any other word

}  // namespace vectora::score
