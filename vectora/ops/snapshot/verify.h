// Verify: everything that snapshots name, read back and compared by digest.
#pragma once

#include <string>
#include <vector>

#include "vectora/ops/snapshot/create.h"

namespace vectora::ops::snapshot {

struct Damage {
  std::string snapshot;  // the newest that names it
  std::string place;     // "data/state/x.json"; of a page its key
  std::string what;      // why it cannot be restored
};

struct Verified {
  uint64_t snapshots = 0;
  uint64_t objects = 0;  // contents read, each once however many snapshots name it
  uint64_t bytes = 0;    // of them
  std::vector<Damage> damages;
};

// The named snapshot, or all of them. An error is a store that does not answer; what is
// missing or damaged is a finding.
Result<Verified> verify_snapshots(const Context& context, const std::string& name = {});

}  // namespace vectora::ops::snapshot
