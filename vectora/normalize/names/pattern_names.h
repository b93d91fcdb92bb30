// Pattern names: what the regular expressions of the name rules match.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/normalize/name_rule.h"
#include "vectora/text/regex.h"

namespace vectora::normalize::names {

struct PatternName {
  size_t begin = 0;
  size_t end = 0;
  EntityKind kind = EntityKind::kCompany;
  size_t rule = 0;
  std::string_view whole;  // what was matched, the name within
};

class PatternNames {
 public:
  static Result<PatternNames> compile(const std::vector<NameRule>& rules);

  void find(std::string_view text, std::vector<PatternName>& found) const;

 private:
  struct Pattern {
    text::Regex regex;
    EntityKind kind;
    size_t rule;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace vectora::normalize::names
