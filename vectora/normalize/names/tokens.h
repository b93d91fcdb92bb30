// Tokens: the words of one field with what the name rules ask of each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "vectora/lexicon/lexicon.h"
#include "vectora/text/word_set.h"

namespace vectora::normalize::names {

// What stands between a word and the one before it.
enum class Gap : uint8_t { kStart, kSpace, kComma, kAmpersand, kBreak };

struct Token {
  uint32_t begin = 0;
  uint32_t end = 0;  // a possessive "'s" is not part of the word
  Gap gap = Gap::kStart;
  bool capital = false;  // starts with a capital, or has one or a digit inside: "uniAcme", "7bio"
  bool function_word = false;  // "the", "of", "with": never part of a name
  uint64_t hash = 0;           // of the word in lower case (text/word_set.h)
};

struct Tokens {
  std::string_view text;
  const lexicon::Reading& reading;  // of `text`
  std::vector<Token> list;

  // In lower case.
  std::string_view word(size_t i) const {
    return {reading.lower.bytes_at(list[i].begin), list[i].end - list[i].begin};
  }
  text::HashedWord hashed(size_t i) const { return {word(i), list[i].hash}; }
};

// Views into both, which outlive it.
Tokens tokenize(std::string_view text, const lexicon::Reading& reading);

}  // namespace vectora::normalize::names
