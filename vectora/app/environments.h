// Opening environments: the only place that knows what kinds of stores there are.
#pragma once

#include <string>
#include <string_view>

#include "vectora/config/plan.h"
#include "vectora/ops/environment.h"
#include "vectora/ops/operator.h"

namespace vectora::app {

// Opens nothing yet: a store that does not answer is an error of its first use.
Result<ops::Environment> open_environment(const config::Environment& settings,
                                          const std::string& project,
                                          const std::string& workspace_folder);

// Makes the buckets that are missing.
Result<void> create_buckets(const config::Environment& settings, const std::string& project);

// Where an object lies, as a person would look for it: a path, or s3://bucket/key.
std::string location(const config::Environment& settings, const std::string& workspace_folder,
                     const std::string& bucket, std::string_view key);

// This process, its user and its machine.
ops::Operator this_operator(const Clock& clock);

}  // namespace vectora::app
