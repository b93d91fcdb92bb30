// The bound on shared title words that any two tellings of one event meet.
#pragma once

#include <cstddef>

namespace vectora::normalize {

// A third of the shorter headline's words, rounded up; at least two.
inline size_t least_shared(size_t words_of_shorter) {
  const size_t third = (words_of_shorter + 2) / 3;
  return third < 2 ? 2 : third;
}

inline bool enough_shared(size_t shared, size_t words_of_a, size_t words_of_b) {
  return shared >= least_shared(words_of_a < words_of_b ? words_of_a : words_of_b);
}

}  // namespace vectora::normalize
