#include "vectora/base/hash_filter.h"

#include <algorithm>

namespace vectora {

void HashFilter::set(uint64_t hash) {
  const uint64_t slot = hash >> shift_;
  bits_[slot / kWordBits] |= uint64_t{1} << (slot % kWordBits);
}

void HashFilter::grow() {
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  while (slots() < std::min(kMaxSlots, hashes_.size() * kManySlots)) {
    bits_.resize(bits_.size() * 2);
    --shift_;
  }
  std::fill(bits_.begin(), bits_.end(), 0);
  for (const uint64_t hash : hashes_) set(hash);
  if (slots() == kMaxSlots) hashes_ = std::vector<uint64_t>();
}

void HashFilter::add(uint64_t hash) {
  if (slots() == kMaxSlots) return set(hash);
  hashes_.push_back(hash);
  if (hashes_.size() * kFewSlots > slots()) return grow();
  set(hash);
}

}  // namespace vectora
