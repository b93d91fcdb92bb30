// Who acts in an item: a core company, a hybrid one, or another.
#pragma once

#include <string>

#include "vectora/normalize/scan.h"
#include "vectora/score/rules.h"

namespace vectora::score {

// "core", "hybrid" or "other". The companies of the title and the one whose
// newsroom it is decide, core before hybrid; where there is none of them, the
// first company of the text.
std::string actor_of(const normalize::Scan& scan, const Rules& rules);

}  // namespace vectora::score
