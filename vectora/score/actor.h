// Who acts in an item: a core company, a hybrid one, or another.
#pragma once

#include <string>

#include "vectora/score/signals.h"

namespace vectora::score {

// "core", "hybrid" or "other". The companies of the title and the one whose
// newsroom it is decide, core before hybrid; where there is none of them, the
// first company of the text.
std::string actor_of(const Signals& signals, const Rules& rules);

}  // namespace vectora::score
