#include "vectora/text/regex_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace vectora::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::string> kPatterns = {R"((?i)\bsigns?\b.{0,40}\b(?:deal|pact)\b)",
                                            R"(\b[A-Z]{2}\d{2}\b)", R"((?i)été prolongé)"};

TEST(RegexSetTest, NamesOnlyThoseThatCanMatch) {
  const RegexSet set = *RegexSet::compile(kPatterns, CaseSensitive::kYes);
  EXPECT_THAT(set.candidates("Acme SIGNS a pact"), ElementsAre(0, 1));
  EXPECT_THAT(set.candidates("Acme signs a letter"), ElementsAre(1));
  EXPECT_THAT(set.candidates("ÉTÉ PROLONGÉ"), ElementsAre(1, 2));
  EXPECT_THAT(set.candidates(""), ElementsAre(1));
  EXPECT_THAT(RegexSet().candidates("x"), IsEmpty());
}

TEST(RegexSetTest, LeavesOutNoneThatMatches) {
  const RegexSet set = *RegexSet::compile(kPatterns, CaseSensitive::kYes);
  for (const char* text : {"Acme signs a deal", "AB12", "un Été prolongé", "x AB12 signs the pact",
                           "nothing", "\xFF\xC3"}) {
    const std::vector<size_t> candidates = set.candidates(text);
    for (size_t i = 0; i < kPatterns.size(); ++i) {
      const bool matches =
          Regex::compile(kPatterns[i], CaseSensitive::kYes)->search(text).has_value();
      EXPECT_LE(matches, std::count(candidates.begin(), candidates.end(), i)) << text;
    }
  }
}

TEST(RegexSetTest, SaysWhichDoesNotCompile) {
  const Result<RegexSet> set = RegexSet::compile({"a", "("}, CaseSensitive::kYes);
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().message, "not a regular expression: (");
}

}  // namespace
}  // namespace vectora::text
