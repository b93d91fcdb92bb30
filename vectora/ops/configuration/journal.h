// The journal of a change of configuration: what is under way, and enough to finish
// or undo it.
//
// journal/configuration.json in the data bucket, there only while a change is under
// way or was cut short (version 1):
//   {"version": 1, "entry": the history entry to be written, "before": the manifest's
//    text or null, "after": the manifest's text, "added": [digests of new objects],
//    "removed": [paths that go], "accept": "at_once"|"waiting"|"accepted"}
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/ops/history.h"

namespace vectora::ops {

constexpr const char* kJournalKey = "journal/configuration.json";

enum class Acceptance {
  kAtOnce,    // the change counts as soon as readers see it
  kWaiting,   // it counts when it was tried; until then it may be undone
  kAccepted,  // it was tried
};

struct PendingChange {
  HistoryEntry entry;
  std::optional<std::string> before;  // nothing: there was no manifest
  std::string after;
  std::vector<Digest> added;         // objects that only `after` needs
  std::vector<std::string> removed;  // files that `after` no longer has
  Acceptance acceptance = Acceptance::kAtOnce;
};

Json to_json(const PendingChange& change);
Result<PendingChange> pending_change_from_json(const Json& json);

struct StoredChange {
  PendingChange change;
  std::string etag;
};

// Nothing where no change is under way.
Result<std::optional<StoredChange>> read_pending(store::ObjectStore& data);

}  // namespace vectora::ops
