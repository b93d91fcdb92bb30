// Create: what an environment holds now, kept by digest.
//
//   const Manifest manifest = TRY(create_snapshot(context, {.name = "before-the-fair"}));
//   const std::string name = TRY(snapshot_before(context, "promote"));
//
// Contents first, then the pages, the README, and at last the manifest, which makes it
// count: what was killed before left contents that nothing names, which `prune` removes,
// and the name is still free. An object is read only if the store's list does not prove,
// by its etag, that it is the one of the newest snapshot. What a run writes meanwhile is
// taken as it was when it was read, each object whole.
#pragma once

#include <optional>
#include <string>

#include "vectora/ops/snapshot/activity.h"
#include "vectora/ops/snapshot/manifest.h"
#include "vectora/pipeline/observer.h"

namespace vectora::ops::snapshot {

struct Context {
  Environment& environment;
  const Operator& who;
  pipeline::Observer& observer;
};

// Whether earlier snapshots are believed to hold what they say; kNo reads and keeps all
// again, which mends contents that were damaged or lost.
enum class Reuse { kYes, kNo };

struct CreateOptions {
  std::string name = {};  // empty: the time
  std::string why = {};
  std::optional<Date> since = {};  // older data and newsletters are left out
  Reuse reuse = Reuse::kYes;
};

struct Created {
  Manifest manifest;
  uint64_t objects_read = 0;
  uint64_t objects_kept = 0;  // contents that no snapshot had, pages among them
  uint64_t bytes_kept = 0;    // as they lie in the store
};

// kConflict where the name is taken, or a restore or prune is under way.
Result<Created> create_snapshot(const Context& context, const CreateOptions& options);

// What sync, promote, deploy and restore do first: a snapshot "before-{act}-{time}" of
// everything. Its name.
Result<std::string> snapshot_before(const Context& context, const std::string& act);

}  // namespace vectora::ops::snapshot
