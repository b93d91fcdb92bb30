// UTF-8 (RFC 3629), one code point at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vectora {

constexpr char32_t kReplacementCharacter = 0xFFFD;

// Decodes the code point at `position` (< text.size()) and moves past it. Each
// maximal ill-formed sequence yields one U+FFFD (Unicode 3.9, best practice).
char32_t next_code_point(std::string_view text, size_t& position);

// Appends the UTF-8 form of `code_point`; surrogates and values past U+10FFFF
// become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

// The text with each ill-formed sequence replaced by U+FFFD. Cheap when valid.
std::string to_valid_utf8(std::string text);

size_t count_code_points(std::string_view text);

// The longest prefix of at most `max_bytes` bytes that does not split a code point.
std::string_view utf8_prefix(std::string_view text, size_t max_bytes);

}  // namespace vectora
