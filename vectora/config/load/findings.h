// Findings: the problems met while reading, all of them, in order of discovery.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vectora/config/problem.h"

namespace vectora::config {

class Findings {
 public:
  void error(ConfigRef where, std::string what, std::string hint = {}) {
    problems_.push_back({Severity::kError, std::move(where), std::move(what), std::move(hint)});
  }
  void warning(ConfigRef where, std::string what, std::string hint = {}) {
    problems_.push_back({Severity::kWarning, std::move(where), std::move(what), std::move(hint)});
  }
  void add(std::vector<Problem> problems) {
    for (Problem& problem : problems) problems_.push_back(std::move(problem));
  }
  bool has_errors() const { return config::has_errors(problems_); }
  std::vector<Problem> take() { return std::move(problems_); }

  // "no X 'word'", with the nearest known one as hint.
  void unknown(ConfigRef where, const std::string& kind, const std::string& word,
               const std::vector<std::string>& known);

 private:
  std::vector<Problem> problems_;
};

}  // namespace vectora::config
