#include "vectora/normalize/words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "vectora/base/utf8.h"

namespace vectora::normalize {
namespace {

constexpr bool in_range(unsigned char c, char first, unsigned count) {
  return static_cast<unsigned>(c) - static_cast<unsigned>(first) < count;
}

constexpr bool is_ascii_digit(unsigned char c) { return in_range(c, '0', 10); }

constexpr bool is_ascii_alnum(unsigned char c) {
  return is_ascii_digit(c) || in_range(c, 'A', 26) || in_range(c, 'a', 26);
}

// Length of the punctuation mark of three or two bytes at `at`, or 0: curly
// quotes, dashes, bullets, the ellipsis, registered and trade mark signs, NBSP.
size_t typographic_mark(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAE || byte(1) == 0xA9 ||
                          byte(1) == 0xAB || byte(1) == 0xBB || byte(1) == 0xB7))
    return 2;
  if (byte(0) == 0xE2 && byte(1) == 0x84 && byte(2) == 0xA2) return 3;  // ™
  if (byte(0) != 0xE2 || byte(1) != 0x80) return 0;
  const bool apostrophe = byte(2) == 0x99 || byte(2) == 0x90 || byte(2) == 0x91;  // ’ and hyphens
  return apostrophe ? 0 : 3;
}

size_t word_byte(std::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (is_ascii_alnum(c)) return 1;
  return c >= 0x80 && typographic_mark(text, at) == 0 ? 1 : 0;
}

// "A/S", "S/A": single capitals on both sides of a stroke.
bool parts_initials(std::string_view text, size_t at) {
  const auto capital = [&](size_t i) {
    return in_range(static_cast<unsigned char>(text[i]), 'A', 26);
  };
  if (at == 0 || at + 1 >= text.size() || !capital(at - 1) || !capital(at + 1)) return false;
  return (at == 1 || word_byte(text, at - 2) == 0) &&
         (at + 2 >= text.size() || word_byte(text, at + 2) == 0);
}

bool joins(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '/') return parts_initials(text, at);
  if (c != '\'' && c != '-' && c != '&' && c != '.') return false;
  if (at + 1 >= text.size() || word_byte(text, at + 1) == 0) return false;
  // A full stop joins initials and numbers only: "U.S", "3.5", not "end.Next".
  if (c != '.') return true;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return is_ascii_digit(next) || (at + 2 >= text.size() || word_byte(text, at + 2) == 0);
}

}  // namespace

namespace {

enum class ByteKind : uint8_t { kGap, kLetter, kJoint, kHigh };

constexpr std::array<ByteKind, 256> make_kinds() {
  std::array<ByteKind, 256> kinds{};
  for (size_t byte = 0; byte < kinds.size(); ++byte) {
    const auto c = static_cast<unsigned char>(byte);
    if (is_ascii_alnum(c)) kinds[byte] = ByteKind::kLetter;
    if (c >= 0x80) kinds[byte] = ByteKind::kHigh;
  }
  for (const char joint : {'/', '\'', '-', '&', '.'})
    kinds[static_cast<unsigned char>(joint)] = ByteKind::kJoint;
  return kinds;
}
constexpr std::array<ByteKind, 256> kKinds = make_kinds();

ByteKind kind_at(std::string_view text, size_t at) {
  return kKinds[static_cast<unsigned char>(text[at])];
}

size_t end_of_word(std::string_view text, size_t at) {
  for (; at < text.size(); ++at) {
    const ByteKind kind = kind_at(text, at);
    if (kind == ByteKind::kLetter) continue;
    if (kind == ByteKind::kGap || (kind == ByteKind::kJoint && !joins(text, at))) break;
    if (kind == ByteKind::kHigh && typographic_mark(text, at) > 0) break;
  }
  return at;
}

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 5);
  for (size_t i = 0; i < text.size();) {
    const ByteKind kind = kind_at(text, i);
    const size_t mark = kind == ByteKind::kHigh ? typographic_mark(text, i) : 0;
    if (mark > 0 || kind == ByteKind::kGap || kind == ByteKind::kJoint) {
      i += mark > 0 ? mark : 1;
      continue;
    }
    const size_t begin = i;
    i = end_of_word(text, i);
    words.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(i)});
  }
  return words;
}

std::string lower_case(std::string_view utf8) {
  std::string out(utf8);
  const bool ascii = std::all_of(out.begin(), out.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) {
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
      return static_cast<char>(in_range(static_cast<unsigned char>(c), 'A', 26) ? c + 32 : c);
    });
    return out;
  }
  out.clear();
  out.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    const auto c = static_cast<unsigned char>(utf8[i]);
    if (c < 0x80) {
      out += static_cast<char>(in_range(c, 'A', 26) ? c + 32 : c);
      ++i;
    } else {
      const char32_t code = next_code_point(utf8, i);
      append_utf8(out,
                  static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code))));
    }
  }
  return out;
}

}  // namespace vectora::normalize
