// vectora snapshot create, list, show, verify, restore, diff, prune.
#pragma once

#include <string>
#include <vector>

#include "vectora/app/cli/consent.h"
#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/ops/configuration/sync.h"

namespace vectora::app {

struct SnapshotArguments {
  std::string name;
  std::string why;
  std::string since;              // create: YYYY-MM-DD
  bool full = false;              // create: reads and keeps all again
  bool objects = false;           // show: each of them
  std::string with;               // diff: another snapshot; empty: what is there now
  std::vector<std::string> only;  // restore, diff: patterns
  std::string to;                 // restore: another environment
  bool dry_run = false;
  Consent consent;
};

enum class SnapshotAct { kCreate, kList, kShow, kVerify, kRestore, kDiff, kPrune };

ExitCode snapshot_command(SnapshotAct act, const SnapshotArguments& arguments,
                          const Globals& globals, Console& console);

// What commands that change an environment take first: a snapshot "before-{act}-...".
// All must outlive what is returned.
ops::TakeSnapshot snapshot_taker(ops::Environment& environment, const ops::Operator& who,
                                 const std::string& act, Console& console);

}  // namespace vectora::app
