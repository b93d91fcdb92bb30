// What a regular expression is compiled to; of regex.cc and regex_set.cc.
#pragma once

#include <re2/re2.h>

#include <optional>
#include <string>

#include "vectora/text/regex.h"
#include "vectora/text/regex/trial.h"

namespace vectora::text {

struct Regex::Program {
  Program(const std::string& pattern, CaseSensitive sensitive);

  // By RE2 alone.
  std::optional<RegexMatch> match_at(std::string_view text, size_t begin) const;

  re2::RE2 whole;
  std::optional<RegexTrial> trial;  // of what it knows
};

}  // namespace vectora::text
