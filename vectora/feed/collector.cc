#include "vectora/feed/collector.h"

#include <utility>

namespace vectora::feed {

void Collector::add(Entry&& entry) {
  if (is_full()) return;
  ++count_;
  if (options_.sink)
    options_.sink(std::move(entry));
  else
    feed.entries.push_back(std::move(entry));
}

}  // namespace vectora::feed
