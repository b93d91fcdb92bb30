// How what a regular expression matches begins, as far as its letters are known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/text/regex/tokens.h"

namespace vectora::text {

struct Beginning {
  std::string letters;      // in lower case (lower.h)
  bool open = true;         // what follows is known to follow at once
  bool boundary = false;    // "\b" stood before the first letter
  bool whole_word = false;  // "\b" stood behind the last
  bool at_start = false;    // "^" stood before the first letter
};
using Beginnings = std::vector<Beginning>;

// What stands further on in a match, and begins in one of these ways.
struct Later {
  Beginnings begins;
  size_t within = 0;  // bytes behind the beginning of the match, at most; or kNoLimit
};

// One alternative of the whole expression: how its matches begin, and how they go on
// at each place where that can be known.
struct Alternative {
  Beginnings begins;
  std::vector<Later> later;
};

// Reads RE2's syntax. None where the expression holds what is not understood.
std::vector<Alternative> alternatives_of(std::string_view pattern);

}  // namespace vectora::text
