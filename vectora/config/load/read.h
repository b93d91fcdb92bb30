// Typed readings of nodes that the table of keys has checked. What is absent, or
// was found wrong, gives the default.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/config/yaml.h"
#include "vectora/score/rules.h"

namespace vectora::config {

std::string text_or(const YamlNode& node, std::string_view fallback);
bool bool_or(const YamlNode& node, bool fallback);
int int_or(const YamlNode& node, int fallback);
double number_or(const YamlNode& node, double fallback);

// The number with its place; a built-in default has none.
score::Weight weight_or(const YamlNode& node, double fallback);

// The texts of a list, or of a single scalar.
std::vector<std::string> texts(const YamlNode& node);
// The scalar nodes of a list, or the scalar itself.
std::vector<YamlNode> scalars(const YamlNode& node);

}  // namespace vectora::config
