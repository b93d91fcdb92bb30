// WordSet: a fixed list of words, asked for each word of a text.
//
//   static const WordSet kNegators{"not", "without", "sans"};
//   kNegators.contains("without")
//
// Compares bytes: ask in the case in which the list is written. Immutable; safe
// between threads.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::text {

namespace word_set_internal {

template <class Number>
uint64_t load(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

}  // namespace word_set_internal

// Words are short: their first and last eight bytes and their length tell most
// of them apart. Loads of a fixed size, which overlap in words of other sizes.
inline uint64_t word_hash(std::string_view word) {
  using word_set_internal::load;
  const char* const begin = word.data();
  const char* const end = begin + word.size();
  uint64_t first = 0;
  uint64_t last = 0;
  if (word.size() >= 8) {
    first = load<uint64_t>(begin);
    last = load<uint64_t>(end - 8);
  } else if (word.size() >= 4) {
    first = load<uint32_t>(begin);
    last = load<uint32_t>(end - 4);
  } else if (word.size() >= 2) {
    first = load<uint16_t>(begin);
    last = load<uint16_t>(end - 2);
  } else if (word.size() == 1) {
    first = static_cast<unsigned char>(*begin);
  }
  const uint64_t mixed = (first ^ std::rotl(last, 23) ^ word.size()) * 0x9E3779B97F4A7C15u;
  return mixed ^ (mixed >> 32);
}

// A word that several sets are asked about.
struct HashedWord {
  std::string_view text;
  uint64_t hash = 0;  // word_hash
};

class WordSet {
 public:
  WordSet() : WordSet(std::vector<std::string>()) {}
  WordSet(std::initializer_list<std::string_view> words)
      : WordSet(std::vector<std::string>(words.begin(), words.end())) {}
  explicit WordSet(std::vector<std::string> words);

  bool contains(std::string_view word) const { return contains({word, word_hash(word)}); }
  bool contains(const HashedWord& word) const { return index_of(word) != kNone; }

  // The place of the word in the list, the first where it stands twice; or kNone.
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  uint32_t index_of(std::string_view word) const { return index_of({word, word_hash(word)}); }
  uint32_t index_of(const HashedWord& word) const { return slots_[slot_of(word)].word; }

 private:
  struct Slot {
    uint32_t word = kNone;
    uint32_t mark = 0;  // a part of its hash: other words are told apart without a look
  };

  std::vector<std::string> words_;
  std::vector<Slot> slots_;  // open addressing, at most half full

  // The slot that holds the word, or the free one where it would go.
  size_t slot_of(const HashedWord& word) const {
    const size_t mask = slots_.size() - 1;
    const auto mark = static_cast<uint32_t>(word.hash >> 32);
    size_t slot = static_cast<size_t>(word.hash) & mask;
    while (slots_[slot].word != kNone &&
           (slots_[slot].mark != mark || words_[slots_[slot].word] != word.text))
      slot = (slot + 1) & mask;
    return slot;
  }
};

}  // namespace vectora::text
