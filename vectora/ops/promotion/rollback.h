// Rollback: an environment's configuration becomes again what a snapshot has of it.
//
//   const RolledBack back = TRY(roll_back(stage, anna, options));
//
// Only the configuration: runs, newsletters and memories stay, as readers have them.
// Without a name it is the snapshot taken before the change that brought the present
// configuration. A rollback is a change like others: a snapshot is taken first, it is
// seen whole or not at all, and rolling back again goes forward again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vectora/ops/configuration/sync.h"

namespace vectora::ops {

// The files of the configuration that a snapshot of that name holds.
using ReadSnapshot = std::function<Result<config::Files>(const std::string& name)>;

struct RollbackOptions {
  std::string to;  // a snapshot; empty: the one before the latest change
  std::string why;
  TakeSnapshot take_snapshot;
  ReadSnapshot read_snapshot;
};

struct RollbackPlan {
  std::string snapshot;  // that is gone back to
  Digest before;
  config::Files after;
  std::vector<FileChange> changes;
};

// kNotFound where nothing was changed under a snapshot, or none has that name.
Result<RollbackPlan> plan_rollback(Environment& environment, const RollbackOptions& options);

// kConflict when the environment has changed since the plan was made.
Result<Changed> roll_back(Environment& environment, const Operator& who, const RollbackPlan& plan,
                          const RollbackOptions& options);

}  // namespace vectora::ops
