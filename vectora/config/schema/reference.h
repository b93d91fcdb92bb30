// docs/configuration.md, printed from the table of keys.
#pragma once

#include <string>

#include "vectora/config/schema/key.h"

namespace vectora::config {

std::string_view name_of(Acts acts);  // run, delivery, model, operations, documentation

// One sentence with its capital and its full stop, the status included.
std::string effect_of(const Key& key);

// Markdown. The committed file must be equal to it; a test says how to rewrite it.
std::string configuration_reference();

}  // namespace vectora::config
