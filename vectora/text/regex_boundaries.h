// Word boundaries of a regular expression at which nothing matches.
//
//   idle_boundaries(R"(\b(?:study|étude)\b)")    {"\\bé"}
//
// RE2's "\b" knows the letters of ASCII alone: beside another letter it holds only
// inside a word. Reads what regex.h reads; what it does not understand it leaves out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vectora::text {

// Each with the letter that it stands beside, in the order of the expression.
std::vector<std::string> idle_boundaries(std::string_view pattern);

}  // namespace vectora::text
