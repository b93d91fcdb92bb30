#include "vectora/normalize/names/tokens.h"

#include <algorithm>

#include "vectora/normalize/words.h"
#include "vectora/text/language_words.h"

namespace vectora::normalize::names {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A word that looks like a name: "Acme", "uniAcme", "7bio", "Ørsted" (its first
// byte 0xC3 and second below 0xA0 is a capital of Latin-1).
bool looks_capital(std::string_view word, std::string_view lower) {
  if (is_upper(word[0])) return true;
  if (word.size() > 1 && word[0] == '\xC3' && static_cast<unsigned char>(word[1]) < 0x9F)
    return true;
  if (word != lower && std::any_of(word.begin(), word.end(), is_upper)) return true;
  return is_digit(word[0]) && !is_digit(word.back()) &&
         std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string_view without_possessive(std::string_view word) {
  if (word.back() != 's' && word.back() != 'S') return word;
  for (const std::string_view mark : {"'s", "’s", "'S", "’S"})
    if (word.size() > mark.size() && word.ends_with(mark))
      return word.substr(0, word.size() - mark.size());
  return word;
}

Gap gap_of(std::string_view between) {
  if (between == " " || between == "\xC2\xA0") return Gap::kSpace;
  if (between == ", " || between == ",") return Gap::kComma;
  if (between == " & ") return Gap::kAmpersand;
  // Signs that belong to the word before: "Brando® 20".
  if (between == "® " || between == "™ ") return Gap::kSpace;
  return Gap::kBreak;
}

}  // namespace

Tokens tokenize(std::string_view text, const lexicon::Reading& reading) {
  Tokens tokens{text, reading, {}};
  tokens.list.reserve(reading.words.size());
  size_t previous_end = 0;
  for (const Word& word : split_words(text)) {
    Token token;
    const std::string_view core = without_possessive(word.in(text));
    token.begin = word.begin;
    token.end = word.begin + static_cast<uint32_t>(core.size());
    const std::string_view lower(reading.lower.bytes_at(token.begin), core.size());
    token.capital = looks_capital(core, lower);
    token.hash = text::word_hash(lower);
    token.function_word = text::is_function_word({lower, token.hash});
    if (!tokens.list.empty())
      token.gap = gap_of(text.substr(previous_end, word.begin - previous_end));
    // A possessive ends a name: nothing after it belongs to what is before.
    if (token.end != word.end)
      previous_end = word.begin + core.size();
    else
      previous_end = word.end;
    tokens.list.push_back(token);
  }
  return tokens;
}

}  // namespace vectora::normalize::names
