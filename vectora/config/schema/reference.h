// docs/configuration.md, printed from the table of keys.
#pragma once

#include <string>

namespace vectora::config {

// Markdown. The committed file must be equal to it; a test says how to rewrite it.
std::string configuration_reference();

}  // namespace vectora::config
