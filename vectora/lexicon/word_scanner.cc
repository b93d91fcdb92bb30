#include "vectora/lexicon/word_scanner.h"

namespace vectora::lexicon {
namespace {

// Symbols and punctuation beyond ASCII that folding leaves, by their lead bytes:
// U+0080-00BF, U+2000-2FFF, U+3000-303F (second byte 0x80), U+F000-FFFF.
constexpr bool is_symbol_lead(unsigned byte) {
  return byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == 0xF0;
}

// Kana, ideographs, Hangul: U+3000-9FFF and U+A000-D7FF but for a few scripts
// that news is not written in.
constexpr bool is_east_asian_lead(unsigned byte) { return byte >= 0xE3 && byte <= 0xED; }

size_t length_of_character(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

}  // namespace

constexpr WordScanner::CharKind WordScanner::kind_of(unsigned byte) {
  if (byte == '-') return CharKind::kHyphen;
  if (byte == '\'') return CharKind::kPossessive;
  if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) return CharKind::kLetter;
  if (byte <= ' ' || byte == 0x7F) return CharKind::kGap;
  if (is_symbol_lead(byte)) return CharKind::kSymbol;
  if (is_east_asian_lead(byte)) return CharKind::kEastAsian;
  return byte >= 0x80 ? CharKind::kLetter : CharKind::kMark;
}

constexpr std::array<WordScanner::CharKind, 256> WordScanner::make_kinds() {
  std::array<CharKind, 256> kinds{};
  for (unsigned byte = 0; byte < kinds.size(); ++byte) kinds[byte] = kind_of(byte);
  return kinds;
}

constinit const std::array<WordScanner::CharKind, 256> WordScanner::kKinds =
    WordScanner::make_kinds();

bool WordScanner::read_other(CharKind kind, Word& word) {
  if (kind == CharKind::kMark) return read_mark(word);
  const size_t begin = at_;
  at_ += length_of_character(text_, at_);
  uint64_t hash = kSeed;
  for (size_t i = begin; i < at_; ++i) hash = add(hash, text_[i]);
  const bool ideographic_mark = text_.substr(begin).starts_with("\xE3\x80");
  word = {finish(hash), static_cast<uint32_t>(begin), static_cast<uint32_t>(at_),
          kind == CharKind::kSymbol || ideographic_mark};
  return true;
}

// At an apostrophe: leaves `at_` on the last byte of it and of an "s" behind it.
void WordScanner::skip_possessive() {
  const bool after_word = at_ > 0 && is_word_at(at_ - 1);
  const bool is_s = at_ + 1 < text_.size() && text_[at_ + 1] == 's' && !is_word_at(at_ + 2);
  if (after_word && is_s) ++at_;
}

// A hyphen with space on both sides is a dash, and parts what it stands between.
bool WordScanner::is_inside_word() const {
  const bool before = at_ > 0 && text_[at_ - 1] != ' ';
  const bool after = at_ + 1 < text_.size() && text_[at_ + 1] != ' ';
  return before || after;
}

bool WordScanner::is_plural(size_t begin) const {
  constexpr size_t kShortest = 4;
  if (at_ - begin < kShortest) return false;
  const char before = text_[at_ - 2];
  const bool rarely = before == 'a' || before == 'i' || before == 'o' || before == 's' ||
                      before == 'u' || (before >= '0' && before <= '9');
  if (!rarely) return true;
  const char original_before = original_[origin_[at_ - 2]];
  return original_before >= 'A' && original_before <= 'Z' && original_[origin_[at_ - 1]] == 's';
}

uint64_t WordScanner::without_plural(size_t begin, uint64_t without_s) const {
  constexpr size_t kShortestInIes = 5;
  const std::string_view word = text_.substr(begin, at_ - begin);
  if (word.size() < kShortestInIes || !word.ends_with("ies")) return without_s;
  uint64_t hash = kSeed;
  for (const char c : word.substr(0, word.size() - 3)) hash = add(hash, c);
  return add(hash, 'y');
}

}  // namespace vectora::lexicon
