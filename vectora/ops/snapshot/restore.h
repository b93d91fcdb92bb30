// Restore: an environment made again what it was.
//
//   RestoreOptions options;
//   options.name = "before-the-fair";
//   options.only = TRY(Patterns::parse({"config/**"}));
//   const Restored restored = TRY(restore_snapshot(context, from, options));
//
// Of the places that the snapshot covers and the patterns choose, what is missing or
// different is written and what was not there is removed; all else stays: snapshots,
// history, locks, caches, data older than the snapshot's first day. First a snapshot of
// the present state is taken, then a journal says what is under way; what was written is
// read back and compared by digest, and only then the journal goes. A restore that was
// cut short is finished by restoring the same again, and undone by restoring the snapshot
// that it took first; until then no other snapshot is made, pruned or restored there.
//
// Manifests, of issues and of the configuration, are written after what they name and
// before anything is removed, so that who reads through them sees the one state or the
// other.
#pragma once

#include <string>
#include <vector>

#include "vectora/ops/snapshot/compare.h"
#include "vectora/ops/snapshot/create.h"

namespace vectora::ops::snapshot {

enum class DryRun { kNo, kYes };

struct RestoreOptions {
  std::string name;
  Patterns only = {};
  DryRun dry_run = DryRun::kNo;
};

struct Restored {
  Manifest manifest;
  std::vector<Change> changes;  // by place; of a dry run what would be done
  uint64_t unchanged = 0;
  std::string before;              // the snapshot taken first; empty: none was needed
  std::vector<std::string> notes;  // parts that this environment has no place for
};

// `from` is the environment that has the snapshot: that of the context, or another.
// kMalformed where a content of the snapshot is damaged or missing, before anything was
// changed; kConflict where others work on the snapshots, or wrote what was restored.
Result<Restored> restore_snapshot(const Context& context, Environment& from,
                                  const RestoreOptions& options);

}  // namespace vectora::ops::snapshot
