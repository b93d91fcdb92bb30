#include "vectora/page/article/page_title.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

std::string title_of(std::string_view html) {
  const Dom dom = *Dom::parse(html);
  return read_title(dom, read_metadata(dom), read_json_ld(dom, ""));
}

TEST(PageTitleTest, SourcesVoteForOneAnother) {
  const struct {
    std::string_view html;
    std::string_view title;
  } cases[] = {
      {"", ""},
      {"<title>Alpha buys Beta</title>", "Alpha buys Beta"},
      {"<title>Alpha buys Beta in a first deal | Daily</title>", "Alpha buys Beta in a first deal"},
      {"<title>Daily: Alpha buys Beta</title><meta property=og:site_name content=Daily>",
       "Daily: Alpha buys Beta"},
      {"<title>Alpha buys Beta - The Daily</title><h1>The Daily</h1><h1>Alpha buys Beta</h1>",
       "Alpha buys Beta"},
      {"<title>Alpha buys Beta - The Daily</title><h1>Search</h1><h2>Alpha buys Beta</h2>",
       "Alpha buys Beta"},
      {"<title>Alpha: deal</title><meta property=og:title content='Alpha buys &amp; sells Beta'>"
       "<h1>Alpha buys &amp; sells Beta</h1>",
       "Alpha buys & sells Beta"},
      {"<title>News</title><nav><h1>Menu</h1></nav><h1>Alpha  buys\n Beta</h1>", "Alpha buys Beta"},
  };
  for (const auto& c : cases) EXPECT_EQ(title_of(c.html), c.title) << c.html;
}

TEST(PageTitleTest, NoSeparatorStandsInBrackets) {
  const std::string report = "Interim report (April 1st – September 30, 2025)";
  EXPECT_EQ(title_of("<title>" + report + "</title>"), report);
  EXPECT_EQ(title_of("<title>" + report + " | The Daily</title>"), report);
  EXPECT_EQ(title_of("<title>" + report +
                     " – Alpha</title><meta property=og:site_name "
                     "content=Alpha>"),
            report);
}

TEST(PageTitleTest, TheSitesNameIsCutOnEitherSide) {
  const std::string site = "<meta property=og:site_name content='The Daily'>";
  for (const std::string_view title :
       {"Alpha buys Beta | The Daily", "The Daily: Alpha buys Beta", "The Daily - Alpha buys Beta",
        "Alpha buys Beta » The Daily", "Alpha buys Beta — The Daily"}) {
    EXPECT_EQ(title_of("<title>" + std::string(title) + "</title>" + site),
              title.find(": ") == std::string_view::npos ? "Alpha buys Beta" : title)
        << title;
  }
}

TEST(PageTitleTest, TheHeadlineOfTheDataCounts) {
  EXPECT_EQ(title_of("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                     "\"Alpha buys Beta\"}</script><title>Alpha buys Beta | D</title><h1>D</h1>"),
            "Alpha buys Beta");
}

std::string headline(std::string_view text) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" +
         std::string(text) + "\"}</script>";
}

TEST(PageTitleTest, TheHeadlineLosesTheNameThatTheSiteGivesItself) {
  const std::string site = "<meta property=og:site_name content='Alpha Daily'>";
  EXPECT_EQ(title_of(headline("Alpha buys Beta | Alpha Daily") + site), "Alpha buys Beta");
  EXPECT_EQ(title_of(headline("Alpha buys Beta | Gamma sells") + site),
            "Alpha buys Beta | Gamma sells");
}

TEST(PageTitleTest, WhatATemplateEscapedTwiceIsDecodedTwice) {
  EXPECT_EQ(title_of(headline("Alpha &amp; Beta&#8217;s &quot;deal&quot;")),
            "Alpha & Beta\u2019s \"deal\"");
  EXPECT_EQ(title_of("<title>Alpha &amp;amp; Beta</title>"), "Alpha & Beta");
  EXPECT_EQ(title_of("<title>Alpha&amp;notes</title>"), "Alpha&notes") << "no reference";
}

}  // namespace
}  // namespace vectora::page
