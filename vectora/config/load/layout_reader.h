// What a client wants to read: sections, selection, profile.
#pragma once

#include "vectora/config/load/findings.h"
#include "vectora/config/load/market.h"
#include "vectora/config/plan.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

newsletter::Layout read_layout(const YamlNode& client, const Market& market, Findings& findings);

newsletter::Profile read_profile(const YamlNode& client, const Market& market);

}  // namespace vectora::config
