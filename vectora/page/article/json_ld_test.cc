#include "vectora/page/article/json_ld.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

JsonLd read(const std::string& script, std::string_view url = {}) {
  const Dom dom = *Dom::parse("<script type='application/ld+json'>" + script + "</script>");
  return read_json_ld(dom, url);
}

TEST(JsonLdTest, FindsTheArticleInAGraph) {
  const JsonLd found = read(R"({"@graph": [
      {"@type": "WebSite", "name": "Alpha Daily"},
      {"@type": "WebPage", "datePublished": "2026-02-01", "inLanguage": "en"},
      {"@type": ["NewsArticle", "Article"], "headline": "H", "datePublished": "2026-02-03",
       "dateModified": "2026-02-04", "author": [{"@type": "Person", "name": "A. Writer"}]}]})");
  EXPECT_EQ(found.headline, "H");
  EXPECT_EQ(found.date_published, "2026-02-03");
  EXPECT_EQ(found.date_modified, "2026-02-04");
  EXPECT_EQ(found.page_date_published, "2026-02-01");
  EXPECT_EQ(found.author, "A. Writer");
  EXPECT_EQ(found.site_name, "Alpha Daily");
  EXPECT_EQ(found.language, "en");
}

TEST(JsonLdTest, AWebPageAloneGivesItsDate) {
  const JsonLd found = read(R"({"@graph": [{"@type": "WebPage", "datePublished": "2026-02-01"}]})");
  EXPECT_EQ(found.date_published, "");
  EXPECT_EQ(found.page_date_published, "2026-02-01");
}

TEST(JsonLdTest, WhatThePageOnlyPointsToIsNotItsOwn) {
  const JsonLd found = read(R"([{"@type": "ItemList", "itemListElement": [
      {"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"}]},
      {"@type": "Event", "name": "Fair", "startDate": "2027-01-01"}])");
  EXPECT_EQ(found.headline, "");
  EXPECT_EQ(found.date_published, "");
}

TEST(JsonLdTest, AmongArticlesTheOneOfThisAddressWins) {
  const std::string script =
      R"([{"@type": "Article", "headline": "Other", "url": "https://a.example/1"},
      {"@type": "Article", "headline": "Mine", "mainEntityOfPage": {"@id": "https://a.example/2/"}}])";
  EXPECT_EQ(read(script, "https://www.a.example/2?utm_source=x").headline, "Mine");
  EXPECT_EQ(read(script).headline, "Other");
}

TEST(JsonLdTest, RepairsWhatTemplatesBreak) {
  for (const char* script : {"{\"@type\":\"Article\",\"headline\":\"a\nb\",}",
                             "<![CDATA[ [{\"@type\":\"Article\",\"headline\":\"a b\"}] ]]>",
                             "// x\n{\"@type\":\"Article\",\"headline\":\"a b\",\"x\":[1,],}"}) {
    EXPECT_EQ(read(script).headline, "a b") << script;
  }
}

TEST(JsonLdTest, TakesTheDateOutOfWhatCannotBeRepaired) {
  EXPECT_EQ(read(R"({"@type":"Article","name":"a "quote"","datePublished": "2026-02-03",)")
                .page_date_published,
            "2026-02-03");
  EXPECT_EQ(read("{{{").page_date_published, "");
}

}  // namespace
}  // namespace vectora::page
