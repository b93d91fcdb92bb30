// Words of a text with their places: what the rules of this module walk over.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vectora::normalize {

// A run of letters and digits; inner apostrophes, hyphens, "&" and "." of
// initials do not split it. Any byte above ASCII counts as a letter, except
// the signs that typography puts around words.
struct Word {
  uint32_t begin = 0;
  uint32_t end = 0;

  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

std::vector<Word> split_words(std::string_view text);

// The text in lower case; beyond ASCII by the simple mappings of Unicode.
std::string lower_case(std::string_view utf8);

}  // namespace vectora::normalize
