// vectora.yaml as a Workspace, inheritance resolved.
#pragma once

#include "vectora/config/load/findings.h"
#include "vectora/config/plan.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

Workspace read_workspace(const YamlNode& root, Findings& findings);

// Without a vectora.yaml: one environment `local` in this folder.
Workspace default_workspace();

}  // namespace vectora::config
