#include "vectora/page/article/title_match.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

TEST(TitleMatchTest, ComparesLettersAndDigits) {
  EXPECT_EQ(title_key("“Alpha”’s  Q3 – results!"), "alphasq3results");
  EXPECT_EQ(title_key("Été: 漢字"), "Été漢字");
  EXPECT_EQ(title_key(" – … "), "");
}

TEST(TitleMatchTest, OneMayHoldTheOtherIfBothAreLong) {
  EXPECT_TRUE(is_same_title("alphabuysbeta", "alphabuysbeta"));
  EXPECT_TRUE(is_same_title("exclusivealphabuysbeta", "alphabuysbeta"));
  EXPECT_FALSE(is_same_title("alpha", "alphabuysbetafromgamma"));
  EXPECT_FALSE(is_same_title("", ""));
}

NodeId heading_of(const Dom& dom, std::string_view title) { return find_title_heading(dom, title); }

TEST(TitleMatchTest, FindsTheHeadingThatShowsTheTitle) {
  const Dom dom = *Dom::parse("<h1>The Site</h1><h2>Alpha buys Beta</h2><h1>Other</h1>");
  const NodeId heading = heading_of(dom, "Alpha buys Beta");
  ASSERT_NE(heading, kNoNode);
  EXPECT_EQ(dom.text_content(heading), "Alpha buys Beta");
  EXPECT_EQ(heading_of(dom, "Something else"), kNoNode);  // two <h1>: neither is sure
}

TEST(TitleMatchTest, ASingleTopHeadingIsBelieved) {
  const Dom dom = *Dom::parse("<h2>News</h2><h1>Alpha and Beta become one</h1>");
  EXPECT_EQ(dom.tag(heading_of(dom, "Alpha buys Beta")), Tag::kH1);
}

}  // namespace
}  // namespace vectora::page
