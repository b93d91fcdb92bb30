// One place, or several, in a JSON document: "status.firstPosted.date".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/json.h"

namespace vectora::feed {

constexpr size_t kMaxPathSteps = 32;
constexpr size_t kMaxPathValues = 100;  // that "*" gives at most

// What is at the path, or null. "*" is no step here.
const Json* find_at(const Json& document, std::string_view path);

// The texts, numbers and booleans at the path, as text; equal ones once. More than
// one only where the path has a "*". What is empty or of another type is left out;
// of an object that has words of its own ("#text", xml_tree.h) they are the text.
std::vector<std::string> texts_at(const Json& document, std::string_view path,
                                  size_t max_values = kMaxPathValues);

// What is wrong with the path, or empty.
std::string path_problem(std::string_view path);

}  // namespace vectora::feed
