// The journal of a restore: there while one is under way, or was cut short.
//
// journal/restore.json in the data bucket of the environment that is changed (version 1):
//   {"version": 1, "snapshot", "from": environment, "only": [patterns], "before": snapshot
//    or "", "started_at": RFC 3339}
// Whoever finds it knows that the environment is partly the one and partly the other;
// restoring the same again finishes it, restoring `before` undoes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/store/object_store.h"

namespace vectora::ops::snapshot {

struct Journal {
  std::string snapshot;
  std::string from;               // the environment that has it
  std::vector<std::string> only;  // patterns; none: all
  std::string before;             // what the environment was
  Instant started_at;
};

Result<std::optional<Journal>> read_journal(store::ObjectStore& data);
Result<void> write_journal(store::ObjectStore& data, const Journal& journal);
Result<void> remove_journal(store::ObjectStore& data);

// What to do about it, in one sentence.
std::string advice(const Journal& journal);

// kConflict, with the advice, where a restore was cut short: what would be kept or
// compared now is a mixture.
Result<void> refuse_unfinished_restore(store::ObjectStore& data);

}  // namespace vectora::ops::snapshot
