#include "vectora/text/entities.h"

#include <algorithm>
#include <array>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

struct Named {
  std::string_view name;
  char32_t first;
  char32_t second;
  int without_semicolon;
};

constexpr Named kNamed[] = {
#include "vectora/text/html_entities.inc"
};

constexpr size_t kLongestName = 31;
constexpr size_t kLongestOldName = 6;

// 0x80 to 0x9F of windows-1252.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

const Named* find_named(std::string_view name) {
  const auto* const found =
      std::lower_bound(std::begin(kNamed), std::end(kNamed), name,
                       [](const Named& entry, std::string_view key) { return entry.name < key; });
  return found != std::end(kNamed) && found->name == name ? found : nullptr;
}

// The repairs of the HTML standard, 13.2.5.80.
char32_t repaired(char32_t code_point) {
  if (code_point >= 0x80 && code_point <= 0x9F)
    return windows1252(static_cast<unsigned char>(code_point));
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  return code_point == 0 || surrogate || code_point > 0x10FFFF ? kReplacementCharacter : code_point;
}

Reference read_number(std::string_view text, size_t position, Semicolon semicolon) {
  size_t at = position + 2;
  const bool hexadecimal = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hexadecimal) ++at;
  const size_t first_digit = at;
  char32_t value = 0;
  for (; at < text.size(); ++at) {
    const int digit = hex_value(text[at]);
    if (digit < 0 || (!hexadecimal && digit > 9)) break;
    value = std::min<char32_t>(value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit),
                               0x110000);
  }
  if (at == first_digit) return {};
  const bool closed = at < text.size() && text[at] == ';';
  if (!closed && semicolon == Semicolon::kRequired) return {};
  return {at - position + (closed ? 1 : 0), repaired(value), 0};
}

// The longest old name that `letters` starts with.
Reference read_old_name(std::string_view letters) {
  for (size_t length = std::min(letters.size(), kLongestOldName); length >= 2; --length) {
    const Named* named = find_named(letters.substr(0, length));
    if (named != nullptr && named->without_semicolon != 0)
      return {length + 1, named->first, named->second};
  }
  return {};
}

Reference read_name(std::string_view text, size_t position, Semicolon semicolon) {
  const size_t begin = position + 1;
  size_t at = begin;
  while (at < text.size() && at - begin <= kLongestName && is_alphanumeric(text[at])) ++at;
  const std::string_view letters = text.substr(begin, at - begin);
  if (at < text.size() && text[at] == ';') {
    const Named* named = find_named(letters);
    if (named != nullptr) return {letters.size() + 2, named->first, named->second};
  }
  return semicolon == Semicolon::kMayBeMissing ? read_old_name(letters) : Reference{};
}

// The five of XML, which are nearly all there are.
Reference read_predefined(std::string_view rest) {
  if (rest.starts_with("lt;")) return {4, U'<', 0};
  if (rest.starts_with("gt;")) return {4, U'>', 0};
  if (rest.starts_with("amp;")) return {5, U'&', 0};
  if (rest.starts_with("quot;")) return {6, U'"', 0};
  if (rest.starts_with("apos;")) return {6, U'\'', 0};
  return {};
}

}  // namespace

char32_t windows1252(unsigned char byte) {
  return byte >= 0x80 && byte <= 0x9F ? kWindows1252[byte - 0x80U] : byte;
}

Reference read_reference(std::string_view text, size_t position, Semicolon semicolon) {
  if (position + 1 < text.size() && text[position + 1] == '#')
    return read_number(text, position, semicolon);
  const Reference predefined = read_predefined(text.substr(position + 1));
  return predefined.length > 0 ? predefined : read_name(text, position, semicolon);
}

void append_decoded(std::string& out, std::string_view text, Semicolon semicolon) {
  size_t copied = 0;
  for (size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
    const Reference reference = read_reference(text, at, semicolon);
    if (reference.length == 0) {
      ++at;
      continue;
    }
    out.append(text, copied, at - copied);
    if (reference.first < 0x80)
      out += static_cast<char>(reference.first);
    else
      append_utf8(out, reference.first);
    if (reference.second != 0) append_utf8(out, reference.second);
    at += reference.length;
    copied = at;
  }
  out.append(text, copied);
}

}  // namespace vectora::text
