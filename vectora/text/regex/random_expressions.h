// Expressions for tests that nobody would write, of all that RE2's syntax has, and texts
// of the letters that they are made of.
#pragma once

#include <initializer_list>
#include <random>
#include <string>

namespace vectora::text {

class RandomExpressions {
 public:
  std::string next() {
    std::string expression = chance(2) ? "(?i)" : "";
    return expression + alternatives(0);
  }
  std::string text() {
    std::string text;
    for (size_t n = random_() % 13; n > 0; --n)
      text += one_of({"a", "A", "b", "c", "é", "É", "å", " ", " ", "-", ",", "’", "1", "]", "{",
                      "}", "\n", "k", "S"});
    return text;
  }

 private:
  bool chance(size_t of) { return random_() % of == 0; }
  const char* one_of(std::initializer_list<const char*> list) {
    return *(list.begin() + random_() % list.size());
  }

  std::string alternatives(int depth) {
    std::string all = sequence(depth);
    while (chance(4)) all += "|" + sequence(depth);
    return all;
  }
  std::string sequence(int depth) {
    std::string all = one_of({"", "\\b", "\\b", "\\b", "^", ""});
    for (size_t n = 1 + random_() % 5; n > 0; --n) {
      all +=
          element(depth) + one_of({"", "", "", "", "", "?", "*", "+?", "{0,2}", "{1,3}?", "{2}"});
      all += one_of({"", "", "", "\\b", "$"});
    }
    return all;
  }
  std::string element(int depth) {
    if (depth < 3 && chance(4))
      return one_of({"(", "(?:", "(?i:", "(?P<n>"}) + alternatives(depth + 1) + ")";
    return one_of({"a",    "b",     "c",   "é",     "å",       " ",        " ",
                   "-",    ",",     "1",   "[ab]",  "[^a]",    "[a-c1]",   "[- ]",
                   ".",    "['’]",  "k",   "[j-l]", "s",       "\\S",      "\\d",
                   "\\pL", "[\\w]", "\\w", "\\x61", "[]]",     "\\-",      "[[:alpha:]]",
                   "{",    "{b",    "}",   "{,2}",  "[Z-\\]]", "[[-\\x61]"});
  }

  std::mt19937 random_{11};
};

}  // namespace vectora::text
