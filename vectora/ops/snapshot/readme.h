// The README of a snapshot: for whoever finds it, also without this program.
#pragma once

#include <string>

#include "vectora/ops/snapshot/manifest.h"

namespace vectora::ops::snapshot {

// Markdown: what the snapshot holds, and how it is verified and restored.
std::string readme(const Manifest& manifest);

}  // namespace vectora::ops::snapshot
