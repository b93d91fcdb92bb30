// Scalars: what a value may be, and its typed reading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/config/problem.h"
#include "vectora/config/schema/key.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

// What is wrong with a scalar of that key; warnings included.
std::vector<Problem> check_scalar(const Key& key, const YamlNode& node);

// What is wrong with a regular expression, or seems to be.
std::vector<Problem> check_regex(const YamlNode& node);

// "true or false", "a whole number from 0 to 100", "one of en, fr".
std::string expectation(const Key& key);

std::vector<std::string> split_choices(std::string_view allowed);  // "a|b" -> a, b

// Typed readings; nothing when the scalar is of another type or absent.
std::optional<bool> as_bool(const YamlNode& node);
std::optional<double> as_number(const YamlNode& node);
std::optional<int> as_int(const YamlNode& node);

}  // namespace vectora::config
