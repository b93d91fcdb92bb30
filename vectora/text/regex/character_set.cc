#include "vectora/text/regex/character_set.h"

#include <algorithm>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

constexpr char32_t kLongS = 0x17F;
constexpr char32_t kKelvin = 0x212A;

}  // namespace

bool is_letter(char32_t code) { return (code | 0x20) >= 'a' && (code | 0x20) <= 'z'; }

char32_t code_of(std::string_view character) {
  size_t at = 0;
  return character.empty() ? 0 : next_code_point(character, at);
}

char32_t sign_for(char32_t letter) {
  if ((letter | 0x20) == 'k') return kKelvin;
  return (letter | 0x20) == 's' ? kLongS : 0;
}

CharacterSet::CharacterSet(const RegexToken& token, bool ignores_case) : negated_(token.negated) {
  if (token.kind == RegexToken::Kind::kLetter)
    add(code_of(token.letters), code_of(token.letters), ignores_case);
  for (const auto& [low, high] : token.ranges) add(code_of(low), code_of(high), ignores_case);
  if (!negated_) return;
  for (uint64_t& bits : ascii_) bits = ~bits;
}

void CharacterSet::add(char32_t low, char32_t high, bool ignores_case) {
  for (char32_t code = low; code <= high && code < 0x80; ++code) {
    ascii_[code / 64] |= uint64_t{1} << (code % 64);
    if (!ignores_case || !is_letter(code)) continue;
    const char32_t other = code ^ 0x20;
    ascii_[other / 64] |= uint64_t{1} << (other % 64);
    if (const char32_t sign = sign_for(code)) beyond_.emplace_back(sign, sign);
  }
  if (high < 0x80) return;
  beyond_.emplace_back(std::max<char32_t>(low, 0x80), high);
  unsure_ |= ignores_case;
  for (const char32_t letter : {U'k', U's'})
    if (ignores_case && low <= sign_for(letter) && sign_for(letter) <= high)
      add(letter, letter, ignores_case);
}

std::optional<size_t> CharacterSet::length_beyond_ascii(std::string_view text, size_t at) const {
  size_t end = at;
  const char32_t code = next_code_point(text, end);
  const bool is_listed = std::any_of(beyond_.begin(), beyond_.end(), [&](const auto& range) {
    return range.first <= code && code <= range.second;
  });
  if (code == kReplacementCharacter || (unsure_ && !is_listed)) return {};
  return is_listed != negated_ ? end - at : 0;
}

}  // namespace vectora::text
