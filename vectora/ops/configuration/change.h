// Change: another configuration takes the place of an environment's present one,
// whole or not at all.
//
//   const Changed changed = TRY(change_configuration(stage, anna, lease, change));
//   if (changed.undone) ...                             // `accept` said no; all is as before
//
//   if (const auto end = TRY(recover(stage, anna))) ... // one that was cut short
//
// The steps, each safe to repeat, and a journal beside them:
//   journal: what is to be, what was                    from here on: undone
//   objects by digest, read back and compared
//   manifest replaced by one conditional write          readers see it from here on
//   `accept` tries it; the journal says so              from here on: finished
//   flat keys (clients/**, canonical/**) written to agree, objects of no use removed
//   history, and the journal goes
// A process that ends between two steps leaves a journal, by which the next command
// finishes or undoes the change. Undone means: every byte as it was.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "vectora/config/plan.h"
#include "vectora/ops/configuration/journal.h"
#include "vectora/ops/environment.h"
#include "vectora/ops/lease.h"

namespace vectora::ops {

struct Change {
  std::string action;  // sync, promote, rollback
  config::Files after;
  std::string snapshot;  // taken before; empty: none
  std::string why;
  Json details = Json::object();
  // Tries what readers now see; an error undoes the change. None: it counts at once.
  std::function<Result<void>()> accept = {};
};

struct Changed {
  Digest before;  // empty: there was no release
  Digest after;
  HistoryEntry entry;           // as recorded, with its id
  std::optional<Error> undone;  // why; nothing: done
  bool nothing_to_do = false;   // the release was this one already
};

// Under a lease of the environment. Errors leave the environment as it was, or a
// journal for `recover`, and say so.
Result<Changed> change_configuration(Environment& environment, const Operator& who, Lease& lease,
                                     const Change& change);

// What became of a change that was cut short.
struct Recovered {
  HistoryEntry entry;  // outcome "done" or "undone"
  std::string text;    // for people
};

// Nothing where no change was cut short, or its process is still at work.
Result<std::optional<Recovered>> recover(Environment& environment, const Operator& who);
// The same under a lease that is held already.
Result<std::optional<Recovered>> recover_under(Environment& environment, Lease& lease);

// What an environment is configured by: the files of its release, else its flat keys.
struct Configuration {
  config::Files files;
  Digest digest;  // of the release that these files make
  bool is_release = false;
};
Result<Configuration> read_configuration(Environment& environment);
// The same; where objects of the release are damaged or lost, the flat keys, which are
// a copy of it: what a sync compares with, that mends it. Its digest is empty then.
Result<Configuration> readable_configuration(Environment& environment);

// kConflict where a plan was made from another configuration than the present one.
Result<void> expect_planned_from(const Digest& planned_from, const Configuration& present,
                                 const Environment& environment);

}  // namespace vectora::ops
