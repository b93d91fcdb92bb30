// HashFilter: says of most hashes that they are not among those it was given.
//
//   filter.add(hash_of("acme"));
//   if (!filter.may_hold(hash_of(word))) continue;  // no need to look it up
//
// One bit for each slot of a table that is kept ten to forty times as large as what
// it holds, so that the filter of a small set stays in the first-level cache. The upper
// bits of a hash choose the slot. Not synchronised while hashes are added.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vectora {

class HashFilter {
 public:
  void add(uint64_t hash);

  bool may_hold(uint64_t hash) const {
    const uint64_t slot = hash >> shift_;
    return (bits_[slot / kWordBits] >> (slot % kWordBits) & 1) != 0;
  }

 private:
  static constexpr unsigned kWordBits = 64;
  static constexpr size_t kFewSlots = 10;  // for each hash; fewer, and the table grows
  static constexpr size_t kManySlots = 20;
  static constexpr size_t kMaxSlots = size_t{1} << 18;  // 32 KiB

  size_t slots() const { return bits_.size() * kWordBits; }
  void set(uint64_t hash);
  void grow();

  std::vector<uint64_t> hashes_;  // none once the table is as large as it may be
  std::vector<uint64_t> bits_ = {0};
  unsigned shift_ = 58;  // of 64 slots
};

}  // namespace vectora
