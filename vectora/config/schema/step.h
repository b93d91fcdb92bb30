// Which step of a run heeds a key: those of ARCHITECTURE.md's journey.
#pragma once

#include <string_view>

#include "vectora/config/schema/key.h"

namespace vectora::config {

// "fetch", "gate", "annotate", "match", "score", "choose", "render", ...; empty
// for keys that are for people.
std::string_view step_of(const Schema& schema, const Key& key);

}  // namespace vectora::config
