// How a source of mode api describes its answers.
#pragma once

#include <optional>

#include "vectora/config/load/findings.h"
#include "vectora/config/yaml.h"
#include "vectora/feed/json_list.h"

namespace vectora::config {

// `api` of a source of the catalog. Nothing where it is absent: the answer is then
// read as a feed. What is wrong with a path is a finding at its place.
std::optional<feed::JsonListShape> read_api(const YamlNode& api, Findings& findings);

}  // namespace vectora::config
