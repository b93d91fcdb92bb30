// Conditions over names, as matching profiles write them:
// "(high_precision AND entity) OR 2*supporting OR trademark".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"

namespace vectora::config {

struct NamedCount {
  std::string name;
  int count = 1;

  bool operator==(const NamedCount&) const = default;
};

// Each alternative is a list of counts that must all hold.
using Alternatives = std::vector<std::vector<NamedCount>>;

// The expression multiplied out. AND binds tighter than OR, in any case of
// letters. kMalformed with the column; kTooLarge beyond 64 alternatives.
Result<Alternatives> parse_condition(std::string_view expression);

}  // namespace vectora::config
