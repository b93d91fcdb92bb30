// The folded form of single characters: the table under fold.h.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace vectora::text {

// Room for the longest folded form of one character (U+FDFA gives 33 bytes).
using FoldBuffer = std::array<char, 80>;

// The folded forms of ASCII: lower case, and a space for all white space.
inline constexpr std::array<char, 128> kFoldedAscii = [] {
  std::array<char, 128> forms{};
  for (size_t i = 0; i < forms.size(); ++i) {
    const bool upper = i >= 'A' && i <= 'Z';
    const bool space = i == ' ' || (i >= '\t' && i <= '\r');
    forms[i] = static_cast<char>(upper ? i + 32 : space ? ' ' : i);
  }
  return forms;
}();

// What `character` becomes in folded text: nothing for marks that vanish, " "
// for white space, itself where there is nothing to fold. The view points into
// a table that lives for ever or into `buffer`.
std::string_view folded_form(char32_t character, FoldBuffer& buffer);

// Whether the character is a combining accent of the scripts of Europe, which
// folding drops.
bool is_diacritic(char32_t character);

}  // namespace vectora::text
