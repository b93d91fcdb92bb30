// Folded text as a row of word hashes: what terms and texts are compared by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vectora::lexicon {

struct Word {
  uint64_t hash = 0;
  uint32_t begin = 0;  // byte span in the folded text
  uint32_t end = 0;
  bool is_mark = false;  // punctuation that counts: "&", "/"
};

// Words are runs of letters and digits. White space, hyphens inside a word and
// apostrophes part words and are nothing themselves, so that "long-acting" and
// "long acting" are the same two words; a possessive "'s" is skipped. Any other
// mark is a word of its own, so that no name reaches across a comma. Scripts
// written without spaces give a word for each character.
//
// A plural "s" does not count in the hash ("ies" counts as "y"), though it lies
// within the span. It is one after most letters; after "a", "i", "o", "s" and "u"
// (Novartis, lupus) only after a capital, as in "LAIs".
class WordScanner {
 public:
  // `original` and `origin` (fold.h) are asked for the case of letters.
  WordScanner(std::string_view folded, std::string_view original, const uint32_t* origin)
      : text_(folded), original_(original), origin_(origin) {}

  // Moves to the next word; false at the end.
  bool next(Word& word) {
    for (; at_ < text_.size(); ++at_) {
      const CharKind kind = kind_at(at_);
      if (kind == CharKind::kGap) continue;
      if (kind == CharKind::kPossessive) {
        skip_possessive();
      } else if (kind == CharKind::kHyphen) {
        if (is_inside_word()) continue;
        return read_mark(word);
      } else {
        return kind == CharKind::kLetter ? read_word(word) : read_other(kind, word);
      }
    }
    return false;
  }

 private:
  enum class CharKind : uint8_t { kGap, kLetter, kMark, kHyphen, kPossessive, kEastAsian, kSymbol };

  static constexpr CharKind kind_of(unsigned byte);
  static constexpr std::array<CharKind, 256> make_kinds();
  static const std::array<CharKind, 256> kKinds;

  static uint64_t add(uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15u;
  }
  static uint64_t finish(uint64_t hash) {
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93u;
    return hash ^ (hash >> 29);
  }

  CharKind kind_at(size_t at) const { return kKinds[static_cast<unsigned char>(text_[at])]; }
  bool is_word_at(size_t at) const {
    return at < text_.size() &&
           (kind_at(at) == CharKind::kLetter || kind_at(at) == CharKind::kEastAsian);
  }

  bool read_word(Word& word) {
    const size_t begin = at_;
    uint64_t hash = kSeed;
    uint64_t before_last = kSeed;
    do {
      before_last = hash;
      hash = add(hash, text_[at_]);
      ++at_;
    } while (at_ < text_.size() && kind_at(at_) == CharKind::kLetter);
    if (text_[at_ - 1] == 's' && is_plural(begin)) hash = without_plural(begin, before_last);
    word = {finish(hash), static_cast<uint32_t>(begin), static_cast<uint32_t>(at_), false};
    return true;
  }

  bool read_mark(Word& word) {
    word = {finish(add(kMarkSeed, text_[at_])), static_cast<uint32_t>(at_),
            static_cast<uint32_t>(at_ + 1), true};
    ++at_;
    return true;
  }

  bool read_other(CharKind kind, Word& word);
  void skip_possessive();
  bool is_inside_word() const;
  bool is_plural(size_t begin) const;
  uint64_t without_plural(size_t begin, uint64_t without_s) const;

  static constexpr uint64_t kSeed = 0x2545F4914F6CDD1Du;
  static constexpr uint64_t kMarkSeed = 0x632BE59BD9B4E019u;

  std::string_view text_;
  std::string_view original_;
  const uint32_t* origin_;
  size_t at_ = 0;
};

}  // namespace vectora::lexicon
