#include "vectora/normalize/names/tokens.h"

#include <algorithm>

#include "vectora/normalize/words.h"
#include "vectora/text/language_words.h"

namespace vectora::normalize::names {
namespace {

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A word that looks like a name: "Acme", "uniAcme", "7bio", "Ørsted" (its first
// byte 0xC3 and second below 0xA0 is a capital of Latin-1).
bool looks_capital(std::string_view word) {
  if (is_upper(word[0])) return true;
  if (word.size() > 1 && word[0] == '\xC3' && static_cast<unsigned char>(word[1]) < 0x9F)
    return true;
  const bool has_upper = std::any_of(word.begin(), word.end(), is_upper);
  const bool has_lower =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return has_upper || (has_lower && is_digit(word[0]) && !is_digit(word.back()));
}

std::string_view without_possessive(std::string_view word) {
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

Tokens tokenize(std::string_view text) {
  Tokens tokens;
  tokens.text = text;
  tokens.lower.resize(text.size());
  std::transform(text.begin(), text.end(), tokens.lower.begin(), lowered);
  size_t previous_end = 0;
  for (const Word& word : split_words(text)) {
    Token token;
    const std::string_view core = without_possessive(word.in(text));
    token.begin = word.begin;
    token.end = word.begin + static_cast<uint32_t>(core.size());
    token.capital = looks_capital(core);
    if (!tokens.list.empty())
      token.gap = gap_of(text.substr(previous_end, word.begin - previous_end));
    // A possessive ends a name: nothing after it belongs to what is before.
    if (token.end != word.end)
      previous_end = word.begin + core.size();
    else
      previous_end = word.end;
    tokens.list.push_back(token);
    tokens.list.back().function_word = text::is_function_word(tokens.word(tokens.list.size() - 1));
  }
  return tokens;
}

}  // namespace vectora::normalize::names
