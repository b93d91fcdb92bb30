#include "vectora/text/word_set.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace vectora::text {
namespace {

// Words are short: their first and last eight bytes and their length tell most
// of them apart.
uint64_t hash_of(std::string_view word) {
  uint64_t first = 0;
  uint64_t last = 0;
  const size_t bytes = std::min(word.size(), sizeof first);
  std::memcpy(&first, word.data(), bytes);
  std::memcpy(&last, word.data() + word.size() - bytes, bytes);
  const uint64_t mixed = (first ^ std::rotl(last, 23) ^ word.size()) * 0x9E3779B97F4A7C15u;
  return mixed ^ (mixed >> 32);
}

}  // namespace

WordSet::WordSet(std::vector<std::string> words)
    : words_(std::move(words)), slots_(std::bit_ceil(words_.size() * 2 + 2), kNone) {
  for (uint32_t i = 0; i < words_.size(); ++i) {
    const size_t slot = slot_of(words_[i]);
    if (slots_[slot] == kNone) slots_[slot] = i;
  }
}

uint32_t WordSet::index_of(std::string_view word) const { return slots_[slot_of(word)]; }

// The slot that holds the word, or the free one where it would go.
size_t WordSet::slot_of(std::string_view word) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = static_cast<size_t>(hash_of(word)) & mask;
  while (slots_[slot] != kNone && words_[slots_[slot]] != word) slot = (slot + 1) & mask;
  return slot;
}

}  // namespace vectora::text
