#include "vectora/normalize/negation.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::normalize {
namespace {

TEST(NegationTest, WordsBeforeAPlaceTakeItBack) {
  const struct {
    const char* text;  // the place is marked by '|'
    bool negated;
  } cases[] = {
      {"this is not |injectable", true},
      {"a non-|injectable form", true},
      {"Non |injectable", true},
      {"without the need for an |implant", true},
      {"pills rather than |injections", true},
      {"an alternative to daily |injections", true},
      {"sans |injection", true},
      {"|injectable", false},
      {"a new |injectable", false},
      {"not approved. An |injectable", false},
      {"It is not known whether the |injectable", false},
      {"knot |injectable", false},
      {"no, |injectable", false},
  };
  for (const auto& c : cases) {
    std::string text = c.text;
    const size_t at = text.find('|');
    text.erase(at, 1);
    EXPECT_EQ(is_negated(text, at), c.negated) << c.text;
  }
}

}  // namespace
}  // namespace vectora::normalize
