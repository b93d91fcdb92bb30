// Sentences of a plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::text {

// The sentences in order, trimmed, as views into `text`. A full stop after an
// abbreviation ("Inc.", "Dr.", "e.g.", "U.S."), in a number (3.5) or in initials
// ends none; a line break does.
std::vector<std::string_view> split_sentences(std::string_view text);

// The longest run of whole sentences from the start within `max_bytes`; if the
// first one alone is longer, it is cut after a whole word and ends in " …".
std::string cut_at_sentence(std::string_view text, size_t max_bytes);

// At most `max_bytes`, cut after a whole word and ended by " …" if cut.
std::string cut_at_word(std::string_view text, size_t max_bytes);

size_t count_words(std::string_view text);

}  // namespace vectora::text
