// What two headlines are compared by: their words without endings, their figures.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/normalize/news_words.h"
#include "vectora/text/word_set.h"

namespace vectora::normalize {

// How a market's headlines are read. One without words knows no synonyms and takes
// all words as equal. Immutable; safe between threads.
class StoryWords {
 public:
  StoryWords() = default;
  explicit StoryWords(const NewsWords& words);

  // Folded words without stop words and endings ("acquires", "acquired" are one),
  // synonyms told by one of them ("stock", "shares"), figures left out; "?" stands for a
  // question or a stock page. Sorted, distinct.
  std::vector<std::string> of(std::string_view text) const;

  // Words that headlines are full of whatever they tell: "shares", "reports".
  bool is_common(std::string_view word) const { return common_.contains(word); }

  // Words of those who comment on an event instead of telling it: "valuation",
  // "advises", "?".
  bool is_commentary(std::string_view word) const { return commentary_.contains(word); }

  const std::vector<std::string>& endings() const { return endings_; }

 private:
  text::WordSet common_;
  text::WordSet commentary_;
  std::map<std::string, std::string, std::less<>> told_by_;  // a synonym by the first of its row
  std::vector<std::string> endings_;

  std::string told(std::string word) const;
};

// Numbers as written, without signs, units and grouping: "$1,250.5M" is "1250.5".
// Years say nothing and are left out, and numbers below ten but for amounts of money. Sorted,
// distinct.
std::vector<std::string> story_figures(std::string_view text);

// "11.7" is "11.75" told less exactly.
bool same_figure(const std::string& a, const std::string& b);

}  // namespace vectora::normalize
