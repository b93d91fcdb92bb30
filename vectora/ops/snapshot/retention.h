// Retention: which snapshots a policy keeps. Pure.
//
//   const std::vector<std::string> expired = to_remove(manifests, {.keep_last = 10}, today);
#pragma once

#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/ops/snapshot/manifest.h"

namespace vectora::ops::snapshot {

// Names of the snapshots, given oldest first, that no rule keeps: the newest ones; the
// newest of each of the last days and of the last weeks (from Monday, UTC) that have a
// snapshot; those whose name is protected. The newest of all is always kept.
std::vector<std::string> to_remove(const std::vector<Manifest>& manifests,
                                   const config::Retention& policy);

// Whether the text is what the pattern says: "*" stands for any characters.
bool is_named_by(std::string_view pattern, std::string_view name);

}  // namespace vectora::ops::snapshot
