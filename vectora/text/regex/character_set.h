// CharacterSet: what one character of an expression may be.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "vectora/text/regex/tokens.h"

namespace vectora::text {

char32_t code_of(std::string_view character);

// Of ASCII.
bool is_letter(char32_t code);

// The sign beyond ASCII that is taken for a letter of ASCII where case is ignored (the
// Kelvin sign, the long s), or 0.
char32_t sign_for(char32_t letter);

// Of ranges, or of none of them. Immutable; safe between threads.
class CharacterSet {
 public:
  // Of a token that is told in detail.
  CharacterSet(const RegexToken& token, bool ignores_case);

  // Bytes of the character at `at`, where it is one of the set; else 0. Nothing where only
  // RE2 knows.
  std::optional<size_t> length_at(std::string_view text, size_t at) const {
    if (at >= text.size()) return 0;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) return length_beyond_ascii(text, at);
    return (ascii_[byte / 64] >> (byte % 64)) & 1;
  }

  // Whether a character may begin with a byte.
  bool may_begin_with(unsigned char byte) const {
    return byte >= 0x80 || ((ascii_[byte / 64] >> (byte % 64)) & 1) != 0;
  }

 private:
  void add(char32_t low, char32_t high, bool ignores_case);
  std::optional<size_t> length_beyond_ascii(std::string_view text, size_t at) const;

  std::array<uint64_t, 2> ascii_{};
  std::vector<std::pair<char32_t, char32_t>> beyond_;
  bool negated_ = false;
  bool unsure_ = false;  // of characters beyond ASCII that `beyond_` does not have
};

}  // namespace vectora::text
