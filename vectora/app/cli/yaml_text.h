// Small additions to YAML files as text, so that all that people wrote stays as it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vectora::app {

// As a scalar on one line that nothing can be read into.
std::string yaml_scalar(std::string_view text);

// Where a new last element of a block of the first level begins ("sources"): behind
// the last line of the block. Nothing where there is none.
std::optional<size_t> end_of_block(std::string_view yaml, std::string_view name);

}  // namespace vectora::app
