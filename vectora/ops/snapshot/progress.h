// Progress: how much of a step is done, told piece by piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vectora/pipeline/observer.h"

namespace vectora::ops::snapshot {

class Progress {
 public:
  explicit Progress(pipeline::Observer& observer) : observer_(observer) {}

  void begin(std::string_view step, uint64_t total) {
    done_ = 0;
    observer_.begin(step, static_cast<int64_t>(total));
  }
  void add(size_t pieces) { observer_.advance(done_ += static_cast<int64_t>(pieces)); }
  void finish() { observer_.finish(); }

 private:
  pipeline::Observer& observer_;
  int64_t done_ = 0;
};

}  // namespace vectora::ops::snapshot
