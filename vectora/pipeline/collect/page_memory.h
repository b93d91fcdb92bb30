// The pages of a source's entries that live runs have read, so that an entry that
// no client kept does not cost its page again in each run.
//
// A page is known by its address and by what the list said of it: a revised entry
// is read anew, and so is every page after 30 days. Stored as
// state/pages/{source_key}.json, at most 1,000 pages, the latest read; a replay
// reads and writes none of it.
#pragma once

#include <map>
#include <string>

#include "vectora/base/date.h"
#include "vectora/base/id.h"
#include "vectora/pipeline/collect/stored_answer.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

class PageMemory {
 public:
  static constexpr int64_t kGoodForSeconds = int64_t{30} * 86400;
  static constexpr size_t kMaxPages = 1000;

  // A source without a memory has an empty one.
  static Result<PageMemory> load(store::ObjectStore& data, const SourceKey& source);

  // Nothing if the entry was not met, or said something else (`offer`).
  const StoredAnswer* find(const std::string& url, const Digest& offer) const;
  void keep(const Digest& offer, StoredAnswer answer);

  // Forgets what is too old or too much; writes only what changed.
  Result<void> save(store::ObjectStore& data, const SourceKey& source, Instant now);

 private:
  struct Page {
    Digest offer;
    StoredAnswer answer;

    bool operator==(const Page&) const = default;
  };

  std::map<std::string, Page> pages_;  // by address
  bool changed_ = false;
};

}  // namespace vectora::pipeline
