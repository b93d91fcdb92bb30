// Pattern names: what the regular expressions of the name rules match.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "vectora/normalize/name_rule.h"
#include "vectora/text/regex_set.h"

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

  // `lower` is of `text`.
  void find(std::string_view text, const text::Lowered& lower,
            std::vector<PatternName>& found) const;

 private:
  struct Patterns {
    text::RegexSet set;
    std::vector<std::pair<size_t, EntityKind>> rules;  // by pattern
  };
  Patterns anywhere_;
  Patterns headlines_;

  static Result<Patterns> patterns_of(const std::vector<NameRule>& rules,
                                      std::vector<std::string> NameRule::*words);
  static void find(const Patterns& patterns, std::string_view text, const text::Lowered& lower,
                   std::vector<PatternName>& found);
};

}  // namespace vectora::normalize::names
