// Where entries go as soon as they are complete: to the caller's sink, or into
// the feed.
#pragma once

#include "vectora/feed/feed.h"

namespace vectora::feed {

class Collector {
 public:
  explicit Collector(const Options& options) : options_(options) {}

  void add(Entry&& entry);
  bool is_full() const { return count_ >= options_.max_entries; }
  size_t count() const { return count_; }
  const Options& options() const { return options_; }

  Feed feed;

 private:
  const Options& options_;
  size_t count_ = 0;
};

}  // namespace vectora::feed
