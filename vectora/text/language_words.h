// Words of English and French that carry grammar and no matter: what every market
// has in common. Words of a market stand in its canonical pack.
//
// All are asked in lower case.
#pragma once

#include <string_view>

#include "vectora/text/word_set.h"

namespace vectora::text {

// "the", "of", "with", "les": part of no name.
bool is_function_word(const HashedWord& lower);
inline bool is_function_word(std::string_view lower) {
  return is_function_word({lower, word_hash(lower)});
}

// "not", "without", "sans": takes back what follows.
bool is_negator(std::string_view lower);

// "rather than", "instead of", "au lieu de": takes back as well.
bool is_negating_pair(std::string_view first, std::string_view second);

// "a", "any", "need": may stand between a negator and what it takes back.
bool is_negation_filler(std::string_view lower);

}  // namespace vectora::text
