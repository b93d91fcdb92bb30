#include "vectora/page/article/json_ld.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

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

std::string script(std::string_view json, std::string_view type = "application/ld+json") {
  return "<script type='" + std::string(type) + "'>" + std::string(json) + "</script>";
}

JsonLd read_page(const std::string& html, std::string_view url = {}) {
  return read_json_ld(*Dom::parse(html), url);
}

std::string article(std::string_view members) {
  return script("{\"@type\":\"NewsArticle\"," + std::string(members) + "}");
}

TEST(JsonLdTest, AuthorsAreTextsObjectsOrLists) {
  for (const std::string_view author :
       {R"("Ann Weller")", R"({"name":"Ann Weller"})", R"([{"name":"Ann Weller"}])",
        R"(["Ann Weller"])",
        R"({"@type":"Person","name":"Ann Weller","url":"https://a.example/w"})"})
    EXPECT_EQ(read_page(article("\"author\":" + std::string(author))).author, "Ann Weller")
        << author;
  for (const std::string_view author : {"null", "7", "[]", "{}", "true", R"({"@id":"#ann"})"})
    EXPECT_EQ(read_page(article("\"author\":" + std::string(author))).author, "") << author;
}

TEST(JsonLdTest, TypesMayBeListsAndAddresses) {
  for (const std::string_view type :
       {R"("NewsArticle")", R"(["NewsArticle"])", R"(["Article","NewsArticle"])",
        R"("BlogPosting")", R"("Report")"})
    EXPECT_EQ(
        read_page(script("{\"@type\":" + std::string(type) + ",\"headline\":\"H\"}")).headline, "H")
        << type;
  for (const std::string_view type :
       {R"("Product")", R"("Person")", "null", "[]", "7", R"("BreadcrumbList")"})
    EXPECT_EQ(
        read_page(script("{\"@type\":" + std::string(type) + ",\"headline\":\"H\"}")).headline, "")
        << type;
}

TEST(JsonLdTest, TheArticleMayLieBehindThePage) {
  EXPECT_EQ(
      read_page(script(R"({"@type":"WebPage","mainEntity":{"@type":"Article","headline":"H"}})"))
          .headline,
      "H");
  EXPECT_EQ(
      read_page(script(R"({"@graph":[{"@graph":[{"@type":"Article","headline":"H"}]}]})")).headline,
      "H");
  EXPECT_EQ(read_page(script(R"([[{"@type":"Article","headline":"H"}]])")).headline, "H");
}

TEST(JsonLdTest, SeveralScriptsAreReadTogether) {
  const JsonLd found =
      read_page(script(R"({"@type":"WebSite","name":"Kiln Courier"})") +
                script(R"({"@type":"WebPage","datePublished":"2026-03-01"})") + script("{broken") +
                script("") + article(R"("headline":"H","datePublished":"2026-03-03")"));
  EXPECT_EQ(found.site_name, "Kiln Courier");
  EXPECT_EQ(found.page_date_published, "2026-03-01");
  EXPECT_EQ(found.headline, "H");
  EXPECT_EQ(found.date_published, "2026-03-03");
}

TEST(JsonLdTest, OfTwoArticlesTheDatedOneIsThePages) {
  EXPECT_EQ(read_page(article(R"("headline":"Without")") +
                      article(R"("headline":"With","datePublished":"2026-03-03")"))
                .headline,
            "With");
}

TEST(JsonLdTest, OtherScriptsAreNotRead) {
  const std::string_view json = R"({"@type":"Article","headline":"H"})";
  EXPECT_EQ(read_page(script(json, "application/ld+json; charset=utf-8")).headline, "H");
  for (const std::string_view type : {"application/json", "text/javascript", ""})
    EXPECT_EQ(read_page(script(json, type)).headline, "") << type;
}

TEST(JsonLdTest, DepthAndLengthAreBounded) {
  for (const int depth : {50, 5'000, 100'000}) {
    std::string json;
    for (int i = 0; i < depth; ++i) json += R"({"mainEntity":)";
    json += R"({"@type":"Article","headline":"H"})" + std::string(static_cast<size_t>(depth), '}');
    EXPECT_EQ(read_page(script(json)).headline, "") << depth;
    EXPECT_EQ(read_page(script(std::string(static_cast<size_t>(depth), '['))).headline, "")
        << depth;
  }
  EXPECT_EQ(read_page(article("\"headline\":\"H\",\"articleBody\":\"" +
                              std::string(1'000'000, 'x') + "\""))
                .headline,
            "H");
}

TEST(JsonLdTest, MembersOfOddKindsAreAbsent) {
  const JsonLd found = read_page(article(
      R"("headline":["A","B"],"datePublished":20260303,"description":{"a":1},"publisher":"Courier")"));
  EXPECT_EQ(found.description, "");
  EXPECT_EQ(found.site_name, "Courier");
}

TEST(JsonLdTest, TextsAreDecodedOnceByJson) {
  EXPECT_EQ(
      read_page(article(R"("headline":"caf\u00e9 \u2013 \"A\" \/ B\n")")).headline.substr(0, 17),
      "café – \"A\" / B");
  EXPECT_EQ(read_page(article(R"("headline":"\ud83d\ude00 x")")).headline, "\U0001F600 x");
}

}  // namespace
}  // namespace vectora::page
