// Prune: snapshots that the policy no longer keeps, and contents that nothing names.
//
//   const Pruned pruned = TRY(prune_snapshots(context, policy, DryRun::kNo));
//
// A snapshot ends with its manifest, one removal. Contents follow, but only where nobody
// makes or reads a snapshot at the same time: then they stay for the next prune. What a
// killed `create` left behind goes too. Safe to repeat at any point.
#pragma once

#include <string>
#include <vector>

#include "vectora/ops/snapshot/create.h"
#include "vectora/ops/snapshot/restore.h"
#include "vectora/ops/snapshot/retention.h"

namespace vectora::ops::snapshot {

struct Pruned {
  std::vector<std::string> snapshots;  // removed, or to be removed
  uint64_t objects = 0;                // contents, with what lies beside no manifest
  uint64_t bytes = 0;                  // as they lay in the store
  std::string postponed;               // why contents stay; empty: they do not
};

// kMalformed where a manifest or a page cannot be read: then nothing is known to be
// unnamed, and nothing is removed.
Result<Pruned> prune_snapshots(const Context& context, const config::Retention& policy,
                               DryRun dry_run);

}  // namespace vectora::ops::snapshot
