// The names of event types and content types that the pack knows.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "vectora/config/load/findings.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

struct TypeNames {
  std::set<std::string> events;
  std::set<std::string> contents;
};

// "scientific_paper" is the older name of "scientific_publication".
std::string event_type_name(const std::string& name);

// The event types of a list; "*" alone is all, which is an empty answer. Unknown
// ones are reported as errors.
std::vector<std::string> read_event_types(const YamlNode& list, const TypeNames& names,
                                          Findings& findings);
std::vector<std::string> read_content_types(const YamlNode& list, const TypeNames& names,
                                            Findings& findings);

}  // namespace vectora::config
