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

TEST(PageTitleTest, TheHeadlineOfTheDataCounts) {
  EXPECT_EQ(title_of("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                     "\"Alpha buys Beta\"}</script><title>Alpha buys Beta | D</title><h1>D</h1>"),
            "Alpha buys Beta");
}

}  // namespace
}  // namespace vectora::page
