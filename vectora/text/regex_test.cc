#include "vectora/text/regex.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

TEST(RegexTest, GivesTheSpanAndTheFirstGroup) {
  const auto pattern = Regex::compile(R"(Published:\s*(\d{4}-\d{2}-\d{2}))", CaseSensitive::kNo);
  ASSERT_TRUE(pattern);
  const auto match = pattern->search("x published: 2026-02-03.");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->begin, 2U);
  EXPECT_EQ(match->end, 23U);
  EXPECT_EQ(match->group, "2026-02-03");
  EXPECT_FALSE(pattern->search("x published: 2026-02-03.", 3));
}

TEST(RegexTest, TheWholeMatchStandsInForAMissingGroup) {
  const auto pattern = Regex::compile("b+", CaseSensitive::kYes);
  EXPECT_EQ(pattern->search("abba")->group, "bb");
  EXPECT_FALSE(pattern->search("ABBA"));
}

TEST(RegexTest, SaysWhatIsWrong) {
  const auto broken = Regex::compile("(a", CaseSensitive::kNo);
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().message.find("missing )"), std::string::npos);
}

TEST(RegexTest, StaysLinearOnHostileText) {
  const auto pattern = Regex::compile("(a+)+$", CaseSensitive::kNo);
  EXPECT_FALSE(pattern->search(std::string(100000, 'a') + "b"));
}

}  // namespace
}  // namespace vectora::text
