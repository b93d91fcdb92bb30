// Batches: entries by the hundred, so that many are read at a time and memory is bounded.
#pragma once

#include <span>
#include <vector>

#include "vectora/ops/snapshot/manifest.h"

namespace vectora::ops::snapshot {

inline constexpr size_t kThreads = 8;  // reads at a time
inline constexpr size_t kBatchObjects = 500;
inline constexpr uint64_t kBatchBytes = 64'000'000;  // one object may be larger by itself

// Calls `work` with each batch in turn and ends with its first error. `size_of` says how
// much memory an element takes.
template <class T, class SizeOf, class Work>
Result<void> for_each_batch(std::vector<T>& all, SizeOf size_of, Work work) {
  for (size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    uint64_t bytes = size_of(all[begin]);
    for (end = begin + 1; end < all.size() && end - begin < kBatchObjects; ++end) {
      bytes += size_of(all[end]);
      if (bytes > kBatchBytes) break;
    }
    TRY(work(std::span<T>(all).subspan(begin, end - begin)));
  }
  return {};
}

template <class Work>
Result<void> for_each_batch(std::vector<Entry>& entries, Work work) {
  return for_each_batch(
      entries, [](const Entry& entry) { return entry.bytes; }, work);
}

}  // namespace vectora::ops::snapshot
