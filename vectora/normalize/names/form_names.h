// Form names: names known by the ending of a word, or by the noun that heads them.
//
//   stem   "-mab", "-itis"              the word alone
//   head   "disease", "deficiency"      with the modifiers before it
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "vectora/normalize/names/run_names.h"

namespace vectora::normalize::names {

class FormNames {
 public:
  explicit FormNames(const std::vector<NameRule>& rules);

  void find(const Tokens& tokens, std::vector<Found>& found) const;

 private:
  std::unordered_map<std::string, size_t> stems_;  // ending without "-" -> rule
  std::unordered_map<std::string, size_t> heads_;
  std::vector<EntityKind> kinds_;                           // by rule
  std::vector<std::unordered_set<std::string>> modifiers_;  // by rule: words that end a phrase
  size_t min_stem_ = 0;
  size_t max_stem_ = 0;

  void add_stem(std::string_view ending, size_t rule);
  const size_t* stem_rule(std::string_view word) const;
  size_t phrase_start(const Tokens& tokens, size_t head, size_t rule) const;
};

}  // namespace vectora::normalize::names
