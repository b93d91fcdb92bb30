// Character references: "&amp;", "&#x2019;", "&eacute".
//
//   size_t position = 0;                       // at the "&" of "&lt;p>"
//   const Reference found = read_reference(text, position, Semicolon::kMayBeMissing);
//   if (found.length > 0) ... found.first, found.second
//
// The names are those of the HTML standard
// (https://html.spec.whatwg.org/multipage/named-characters.html); numbers get
// its repairs: 0x80 to 0x9F mean windows-1252, what is no character is U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vectora::text {

// HTML knows 106 old names that need no ";" ("&copy 2026"). XML always needs it,
// which keeps "?a=1&copy=2" in an address whole.
enum class Semicolon { kRequired, kMayBeMissing };

struct Reference {
  size_t length = 0;  // bytes from "&" on; 0: no reference stands here
  char32_t first = 0;
  char32_t second = 0;  // of the few names that stand for two code points, else 0
};

// `position` is that of an "&".
Reference read_reference(std::string_view text, size_t position, Semicolon semicolon);

// Appends `text` with its references decoded; what is none stays as it is.
void append_decoded(std::string& out, std::string_view text, Semicolon semicolon);

// The character that byte `byte` (0x80 to 0x9F) has in windows-1252; the five
// that it leaves open stand for themselves.
char32_t windows1252(unsigned char byte);

}  // namespace vectora::text
