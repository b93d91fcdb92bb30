#include "vectora/text/word_set.h"

#include <utility>

namespace vectora::text {

WordSet::WordSet(std::vector<std::string> words)
    : words_(std::move(words)), slots_(std::bit_ceil(words_.size() * 2 + 2)) {
  for (uint32_t i = 0; i < words_.size(); ++i) {
    const HashedWord word{words_[i], word_hash(words_[i])};
    Slot& slot = slots_[slot_of(word)];
    if (slot.word == kNone) slot = {i, static_cast<uint32_t>(word.hash >> 32)};
  }
}

}  // namespace vectora::text
