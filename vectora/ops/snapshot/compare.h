// Compare: what an environment has against what a snapshot lists.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "vectora/ops/snapshot/manifest.h"

namespace vectora::ops::snapshot {

enum class ChangeKind { kAdd, kReplace, kRemove };

// What would make one state the other.
struct Change {
  ChangeKind kind = ChangeKind::kAdd;
  Entry entry;  // the new one; of a removal the old one
};

std::string change_line(const Change& change);  // "+ config/clients/a.yaml"

struct Comparison {
  std::vector<Change> changes;  // by place
  uint64_t unchanged = 0;
};

// From one list of entries to another, by digest.
Comparison compare(const std::vector<Entry>& from, const std::vector<Entry>& to);

// Of the removals those that a directory needs to make room for what is written: it
// cannot hold "a" beside "a/b".
std::set<Place> obstacles(const std::vector<Change>& changes);

// Whether a snapshot has an object at a place.
enum class Listed { kNo, kYes };

// The places of a manifest that some patterns choose.
class Scope {
 public:
  Scope(const Manifest& manifest, const Patterns& only) : manifest_(manifest), only_(only) {}

  bool contains(const Place& place, Listed listed) const;

 private:
  const Manifest& manifest_;
  const Patterns& only_;
};

// What the environment has now within the scope, with digests. An object is read unless
// its etag or its size tells it from, or as, the one that `known` lists: then it has that
// digest, or none. Sorted by place.
Result<std::vector<Entry>> present_entries(Environment& environment, const Manifest& manifest,
                                           const Scope& scope, const std::vector<Entry>& known);

}  // namespace vectora::ops::snapshot
