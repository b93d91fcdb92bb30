// WordSet: a fixed list of words, asked for each word of a text.
//
//   static const WordSet kNegators{"not", "without", "sans"};
//   kNegators.contains("without")
//
// Compares bytes: ask in the case in which the list is written. Immutable; safe
// between threads.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::text {

class WordSet {
 public:
  WordSet() : WordSet(std::vector<std::string>()) {}
  WordSet(std::initializer_list<std::string_view> words)
      : WordSet(std::vector<std::string>(words.begin(), words.end())) {}
  explicit WordSet(std::vector<std::string> words);

  bool contains(std::string_view word) const { return index_of(word) != kNone; }

  // The place of the word in the list, the first where it stands twice; or kNone.
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  uint32_t index_of(std::string_view word) const;

 private:
  std::vector<std::string> words_;
  std::vector<uint32_t> slots_;  // open addressing, at most half full

  size_t slot_of(std::string_view word) const;
};

}  // namespace vectora::text
