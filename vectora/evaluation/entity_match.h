// How many of the labelled names an answer has: case, trademark signs and outer
// punctuation do not count, and a name that contains the other as whole words is
// the same; each name is matched once.
#pragma once

#include <string>
#include <vector>

namespace vectora::evaluation {

struct NameMatch {
  int matched = 0;
  int answered = 0;  // distinct
  int labelled = 0;
  std::vector<std::string> missing;  // labelled, not answered
  std::vector<std::string> extra;    // answered, not labelled
};

NameMatch match_names(const std::vector<std::string>& labelled,
                      const std::vector<std::string>& answered);

}  // namespace vectora::evaluation
