#include "vectora/page/nesting.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

std::string repeat(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

std::string bounded(std::string_view html, const NestingBounds& bounds) {
  return bound_nesting(html, bounds).value_or("unchanged");
}

TEST(NestingTest, LeavesOrdinaryPagesAlone) {
  const std::string_view pages[] = {
      "",
      "<",
      "a < b",
      "<p>x",
      "<div><p>a</p></div>",
      "<!-- <div><div><div><div> -->",
      "<script>'<div><div><div><div>'</script>",
      "<a title='<div><div><div><div>'>x</a>",
      "<div><span></div><div><span></div><div><span></div><div></div>",
      "<b><div></b></div><b><div></b></div><b><div></b></div>"};
  for (const std::string_view page : pages) {
    EXPECT_EQ(bounded(page, {.depth = 3}), "unchanged") << page;
  }
}

TEST(NestingTest, ElementsClosedByTheirSiblingsHaveNoDepth) {
  EXPECT_EQ(bounded(repeat("<p>x<br><li>y<tr><td>z", 100), {.depth = 3}), "unchanged");
}

TEST(NestingTest, LeavesOutTagsBeyondTheDepthAndKeepsTheText) {
  EXPECT_EQ(bounded("<div><div><div class='>'>x<i>y", {.depth = 2}), "<div><div>xy");
}

TEST(NestingTest, EndTagsThatCloseNothingGiveNoRoom) {
  EXPECT_EQ(bounded("<div></i><div></span><div>x", {.depth = 2}), "<div></i><div></span>x");
  EXPECT_EQ(bounded("<span><div></span><div></span><div>x", {.depth = 2}),
            "<span><div></span></span>x");
  EXPECT_EQ(bounded("<div><table></div><div>x", {.depth = 2}), "<div><table></div>x");
}

TEST(NestingTest, WhatOnlyLooksLikeAnEndTagGivesNoRoom) {
  const std::string_view fillers[] = {"<!-- a -- </div> -->",
                                      "<!-- </div> --!>",
                                      "<!x </div>",
                                      "<? </div>",
                                      "</3 </div>",
                                      "<i a='</div>'>",
                                      "<svg><style></div></style>",
                                      "<style></div></style>"};
  for (const std::string_view filler : fillers) {
    const std::string html = repeat("<div>" + std::string(filler), 20);
    const std::string out = bounded(html, {.depth = 3});
    EXPECT_LT(out.size(), html.size() - 15 * 5) << filler;
  }
}

TEST(NestingTest, CommentsMayBeEmpty) {
  EXPECT_EQ(bounded("<!--><div><div><div>", {.depth = 2}), "<!--><div><div>");
  EXPECT_EQ(bounded("<!---><div><div><div>", {.depth = 2}), "<!---><div><div>");
}

TEST(NestingTest, BoundsFormattingApartFromDepth) {
  EXPECT_EQ(bounded("<b><p></p><b><p></p><b>x", {.formatting = 2}), "<b><p></p><b><p></p>x");
  EXPECT_EQ(bounded(repeat("<b>x</b>", 10), {.formatting = 2}), "unchanged");
}

TEST(NestingTest, ClosesRawTextOpenAtTheEnd) {
  EXPECT_EQ(bounded("<style>a", {}), "<style>a</style>");
  EXPECT_EQ(bounded("<SCRIPT>a</scripty>", {}), "<SCRIPT>a</scripty></script>");
  EXPECT_EQ(bounded("<script>a</SCRIPT >", {}), "unchanged");
}

}  // namespace
}  // namespace vectora::page
