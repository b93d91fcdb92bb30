// Tokens: the words of one field with what the name rules ask of each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::normalize::names {

// What stands between a word and the one before it.
enum class Gap : uint8_t { kStart, kSpace, kComma, kAmpersand, kBreak };

struct Token {
  uint32_t begin = 0;
  uint32_t end = 0;  // a possessive "'s" is not part of the word
  Gap gap = Gap::kStart;
  bool capital = false;  // starts with a capital, or has one or a digit inside: "uniAcme", "7bio"
  bool function_word = false;  // "the", "of", "with": never part of a name
};

// `lower` has the same offsets as `text`: only ASCII letters are lowered.
struct Tokens {
  std::string_view text;
  std::string lower;
  std::vector<Token> list;

  std::string_view word(size_t i) const {
    return std::string_view(lower).substr(list[i].begin, list[i].end - list[i].begin);
  }
  std::string_view phrase(size_t first, size_t last) const {
    return std::string_view(lower).substr(list[first].begin, list[last].end - list[first].begin);
  }
};

Tokens tokenize(std::string_view text);

}  // namespace vectora::normalize::names
