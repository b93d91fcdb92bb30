#include "vectora/page/article.h"

#include <gtest/gtest.h>

#include "vectora/page/article_json.h"
#include "vectora/testing/golden.h"

namespace vectora::page {
namespace {

std::string dump(const Article& article) {
  return "title: " + article.title +
         "\npublished: " + (article.published ? article.published->day.str() : "none") + " (" +
         std::string(to_string(article.date_source)) + ")\nlanguage: " + article.language +
         "\ncanonical: " + article.canonical_url + "\nauthor: " + article.author +
         "\nsite: " + article.site_name + "\ndescription: " + article.description + "\n\n" +
         article.text + "\n";
}

void expect_article(const std::string& name, std::string_view url) {
  ArticleOptions options;
  options.url = Url::parse(url);
  const std::string html = testing::read_test_data("page/" + name + ".html");
  testing::expect_golden(dump(read_article(html, options)), "page/" + name + ".golden");
}

TEST(ArticleTest, ReadsAPressReleaseWithAGraph) {
  expect_article("press_release", "https://orchard.example/news/second-workshop/?utm_source=x");
}

TEST(ArticleTest, ReadsAPageOfTablesWithGluedDatesInAnOldCharset) {
  expect_article("plain_newsroom", "https://cafe.example/ir/half-year");
}

TEST(ArticleTest, AnyBytesAreAnArticle) {
  EXPECT_EQ(read_article("").text, "");
  EXPECT_EQ(read_article("just text").text, "just text");
  EXPECT_EQ(read_article(std::string("\x00\xFF\xFE<p>", 6)).title, "");
}

TEST(ArticleTest, SourcesAreStoredByName) {
  EXPECT_EQ(to_string(DateSource::kJsonLd), "json_ld");
  EXPECT_EQ(to_string(DateSource::kNone), "none");
  EXPECT_EQ(confidence_of(DateSource::kNone), 0);
  EXPECT_GT(confidence_of(DateSource::kJsonLd), confidence_of(DateSource::kText));
}

TEST(ArticleJsonTest, WritesOneLineWithNullForTheUnknown) {
  Article article;
  article.title = "A \"title\"";
  article.text = "one\ntwo";
  EXPECT_EQ(article_json(article, "7"),
            R"({"id":"7","url":null,"title":"A \"title\"","published_date":null,)"
            R"("date_source":"none","date_confidence":0.0,"text":"one\ntwo","language":null,)"
            R"("author":null,"site_name":null,"description":null})");
  article.published = text::ParsedDate{*Date::parse("2026-02-03"), std::nullopt};
  article.date_source = DateSource::kUrl;
  EXPECT_NE(article_json(article, "7").find(R"("published_date":"2026-02-03","date_source":"url")"),
            std::string::npos);
}

}  // namespace
}  // namespace vectora::page
