// Checks a document against the table of keys.
//
//   std::vector<Problem> problems = check(client_schema(), document.root);
//
// Finds unknown keys (with what was probably meant), wrong types and ranges,
// missing required keys, regular expressions and selectors that do not compile,
// and names keys that have no effect. What needs to know other files (dangling
// references) is found when the workspace is loaded.
#pragma once

#include <vector>

#include "vectora/config/problem.h"
#include "vectora/config/schema/key.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

std::vector<Problem> check(const Schema& schema, const YamlNode& root);

}  // namespace vectora::config
