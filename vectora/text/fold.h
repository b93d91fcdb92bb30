// Folding: one form for texts that people read as the same.
//
//   fold("UZEDY® – Laboratoires  Servier’s").text   "uzedy - laboratoires servier's"
//
// Lower case; accents and compatibility forms dropped (é → e, ﬁ → fi, full
// width → ASCII); ®, ™, © and zero-width marks vanish; look-alikes of the
// apostrophe, quotes, hyphen and dash become ASCII; white space (NBSP too)
// becomes one space. Folding keeps a map back, so that what is found in the
// folded text is shown in the words of the source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::text {

struct Folded {
  std::string text;
  // origin[i] is the byte offset in the original of the character that gave
  // byte i of `text`; origin[text.size()] is the original's size.
  std::vector<uint32_t> origin;
};

Folded fold(std::string_view utf8);

// Where the characters of the folded text before byte `end` end in the original:
// behind their combining accents, before marks that vanished ("Uzedy" of "Uzedy®").
size_t original_end(std::string_view utf8, const Folded& folded, size_t end);

// Only the text, where no way back is needed.
std::string fold_text(std::string_view utf8);

}  // namespace vectora::text
