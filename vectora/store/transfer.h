// Many objects at a time, with bounds.
//
//   TRY(transfer(*data, *archive, {{"runs/a.json", "old/runs/a.json"}, ...}));
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/store/object_store.h"

namespace vectora::store {

struct TransferLimits {
  size_t threads = 8;         // reads at a time
  size_t objects = 256;       // in memory at a time,
  size_t bytes = 64'000'000;  // though one object may be larger by itself
};

// Calls `work` once for each index below `count`, on at most `threads` threads, and
// returns when all have ended. After an error no further call is started; of several
// errors that of the lowest index is returned.
Result<void> in_parallel(size_t count, size_t threads,
                         const std::function<Result<void>(size_t index)>& work);

struct KeyPair {
  std::string from;
  std::string to;
};

// Told of each object before it is written, in the order of the pairs, on the calling
// thread; an error ends the transfer.
// The objects of these keys, in their order; the error of the first that cannot be read.
Result<std::vector<Object>> get_all(ObjectStore& store, const std::vector<std::string>& keys,
                                    size_t threads = TransferLimits().threads);

using OnRead = std::function<Result<void>(size_t index, const Object& object)>;

// Copies between two stores, in the order of the pairs. After an error some are
// copied; doing it again is safe.
Result<void> transfer(ObjectStore& from, ObjectStore& to, const std::vector<KeyPair>& pairs,
                      const OnRead& on_read = {}, const TransferLimits& limits = {});

}  // namespace vectora::store
