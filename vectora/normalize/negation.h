// Negation: whether the words before a place take back what stands there.
//
//   "not injectable", "non-injectable", "without an implant",
//   "pills rather than injections"
//
// Only words of the language are known here, none of a market.
#pragma once

#include <cstddef>
#include <string_view>

namespace vectora::normalize {

// Looks back over at most a few filler words, never past a punctuation mark.
bool is_negated(std::string_view text, size_t begin);

}  // namespace vectora::normalize
