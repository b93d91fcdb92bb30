// Form names: names known by the ending of a word, or by the noun that heads them.
//
//   stem   "-mab", "-itis"              the word alone
//   head   "disease", "deficiency"      with the modifiers before it
#pragma once

#include <bitset>
#include <string_view>
#include <vector>

#include "vectora/normalize/names/run_names.h"
#include "vectora/text/word_set.h"

namespace vectora::normalize::names {

class FormNames {
 public:
  explicit FormNames(const std::vector<NameRule>& rules);

  void find(const Tokens& tokens, std::vector<Found>& found) const;

 private:
  // A list of words, each with the rule that names it.
  struct Table {
    text::WordSet words;
    std::vector<size_t> rules;  // by the word's index

    const size_t* find(const text::HashedWord& word) const;
  };

  Table stems_;  // endings without "-"
  Table heads_;
  std::bitset<1 << 15> last_letters_;       // of stems: whether one ends like this
  std::vector<EntityKind> kinds_;           // by rule
  std::vector<text::WordSet> phrase_ends_;  // by rule: words that end a phrase
  size_t min_stem_ = 0;
  size_t max_stem_ = 0;

  static Table table_of(const std::vector<NameRule>& rules, NameMethod method);
  const size_t* stem_rule(std::string_view word) const;
  void mark_stem(std::string_view ending);
  size_t phrase_start(const Tokens& tokens, size_t head, size_t rule) const;
};

}  // namespace vectora::normalize::names
