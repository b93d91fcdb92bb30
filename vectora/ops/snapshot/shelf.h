// The snapshots of an environment: which there are, and what each holds.
#pragma once

#include <string>
#include <vector>

#include "vectora/ops/snapshot/manifest.h"

namespace vectora::ops::snapshot {

// Of every snapshot, oldest first; those of one second by name. A manifest that
// cannot be read is an error that names its key.
Result<std::vector<Manifest>> load_manifests(store::ObjectStore& config);

// kNotFound, with the nearest name there is, where there is none.
Result<Manifest> load_manifest(store::ObjectStore& config, const std::string& name);

// Its objects, area by area, by key. kMalformed where a page does not have what the
// manifest counts.
Result<std::vector<Entry>> load_entries(store::ObjectStore& config, const Manifest& manifest);

}  // namespace vectora::ops::snapshot
