// The configuration in a snapshot.
#pragma once

#include <string>

#include "vectora/config/plan.h"
#include "vectora/store/object_store.h"

namespace vectora::ops {

// The files of the release that the snapshot holds; of the flat keys, where it was
// taken of an environment without a release. kNotFound where there is no such snapshot.
Result<config::Files> kept_configuration(store::ObjectStore& config, const std::string& name);

}  // namespace vectora::ops
