// Where a configuration's files come from: a folder, or a config bucket.
//
//   const Result<Files> files = read_workspace_folder("/home/me/watch");
//   const LoadedWorkspace loaded = load_workspace(*files);
//
// Reads vectora.yaml, clients/** and canonical/** and nothing else; at most
// 5,000 files of 16 MB each, 64 MB in all. Symbolic links are not followed.
#pragma once

#include <string>

#include "vectora/base/result.h"
#include "vectora/config/plan.h"
#include "vectora/store/object_store.h"

namespace vectora::config {

// kNotFound without a vectora.yaml ("run `vectora init`"), kTooLarge beyond the
// bounds, kIo for what cannot be read.
Result<Files> read_workspace_folder(const std::string& folder);

// The configuration of a config bucket: the files of its release, whole, also while
// another release takes its place; where there is no release, clients/** and
// canonical/** as they lie there. vectora.yaml is not kept in a bucket.
Result<Files> read_config_bucket(store::ObjectStore& config);

}  // namespace vectora::config
