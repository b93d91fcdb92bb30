// Problem: one thing that is wrong in a configuration, with its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/config_ref.h"

namespace vectora::config {

enum class Severity { kError, kWarning };

struct Problem {
  Severity severity = Severity::kError;
  ConfigRef where;
  std::string what;  // "unknown key 'max_itmes'"
  std::string hint;  // what to do next: "did you mean 'max_items'?"; may be empty
};

// "clients/lai_weekly.yaml:42:7 newsletter_layout.sections[2].max_items: what; hint"
std::string to_string(const Problem& problem);

bool has_errors(const std::vector<Problem>& problems);

// The candidate nearest to `word` within two edits, or empty.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace vectora::config
