// What two headlines are compared by: their words without endings, their figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vectora::normalize {

// Folded words without stop words and endings ("acquires", "acquired" are one),
// synonyms of headlines told by one of them ("stock", "shares"), figures left out; "?" stands for a
// question or a stock page. Sorted, distinct.
std::vector<std::string> story_words(std::string_view text);

// Numbers as written, without signs, units and grouping: "$1,250.5M" is "1250.5".
// Years say nothing and are left out, and numbers below ten but for amounts of money. Sorted,
// distinct.
std::vector<std::string> story_figures(std::string_view text);

// "11.7" is "11.75" told less exactly.
bool same_figure(const std::string& a, const std::string& b);

// Words that headlines are full of whatever they tell: "shares", "reports".
bool is_common_story_word(std::string_view word);

// Words of those who comment on an event instead of telling it: "valuation",
// "advises", "?".
bool is_commentary_word(std::string_view word);

}  // namespace vectora::normalize
