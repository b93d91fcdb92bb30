// Sync: a workspace's configuration becomes that of an environment.
//
//   const SyncPlan plan = TRY(plan_sync(dev, files, loaded, Prune::kNo));
//   if (has_errors(plan.problems)) ...                 // nothing may be written
//   console.print(difference_text(plan.changes));
//   const Changed changed = TRY(sync(dev, anna, plan, {"spring", take_snapshot}));
//
// What goes there: canonical/** as it lies, and each client as clients/{client_id}.yaml.
// Templates and clients/test/** stay in the workspace.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vectora/ops/configuration/change.h"
#include "vectora/ops/configuration/difference.h"

namespace vectora::ops {

enum class Prune { kNo, kYes };

struct SyncPlan {
  Digest before;  // of the environment's present configuration
  config::Files after;
  std::vector<FileChange> changes;        // in order of files
  std::vector<std::string> only_there;    // that the workspace lacks: kept, unless pruned
  std::vector<config::Problem> problems;  // versions that should have risen, in workspace files
};

// The files that an environment is to have for a valid workspace.
config::Files files_to_release(const config::Files& workspace,
                               const config::LoadedWorkspace& loaded);

Result<SyncPlan> plan_sync(Environment& environment, const config::Files& workspace,
                           const config::LoadedWorkspace& loaded, Prune prune);

// Takes a snapshot and gives its name; none: nothing is to be kept.
using TakeSnapshot = std::function<Result<std::string>()>;

struct SyncOptions {
  std::string why;
  TakeSnapshot take_snapshot = {};
};

// kConflict when the environment has changed since the plan was made.
Result<Changed> sync(Environment& environment, const Operator& who, const SyncPlan& plan,
                     const SyncOptions& options);

}  // namespace vectora::ops
