#include "vectora/page/list/json.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::page {
namespace {

enum class Kind { kLinkedData, kEmbedded };

std::string read(Kind kind, const std::string& script) {
  const Dom dom = *Dom::parse(script);
  ListingOptions options;
  options.url = Url::parse("https://a.example/news");
  const ListPage page(dom, options);
  std::string out;
  for (const ListingEntry& entry :
       kind == Kind::kLinkedData ? linked_data_entries(page) : embedded_entries(page)) {
    out += (entry.published ? entry.published->day.str() : "-") + " " + entry.title + " " +
           entry.url + "\n";
  }
  return out;
}

std::string linked_data(const std::string& json) {
  return read(Kind::kLinkedData, "<script type='application/ld+json'>" + json + "</script>");
}

std::string embedded(const std::string& json) {
  return read(Kind::kEmbedded, "<script type='application/json'>" + json + "</script>");
}

TEST(LinkedData, GivesArticlesOfListsAndGraphs) {
  EXPECT_EQ(linked_data(R"({"@graph":[{"@type":"ItemList","itemListElement":[
      {"@type":"ListItem","position":1,"item":{"@type":"NewsArticle","headline":"One &amp; two","url":"/1","datePublished":"2026-03-01T23:00:00-05:00"}},
      {"@type":"ListItem","position":2,"name":"Three","url":"https://a.example/3"}]}]})"),
            "2026-03-01 One & two https://a.example/1\n- Three https://a.example/3\n");
  EXPECT_EQ(
      linked_data(R"([{"@type":["BlogPosting"],"name":"A","mainEntityOfPage":{"@id":"/a"}}])"),
      "- A https://a.example/a\n");
}

TEST(LinkedData, PassesOverWhatIsNoArticle) {
  EXPECT_EQ(
      linked_data(
          R"({"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"Home","url":"/"}]})"),
      "");
  EXPECT_EQ(linked_data(R"({"@type":"NewsArticle","headline":"No address"})") +
                linked_data(R"({"@type":"NewsArticle","url":"/no-title"})") +
                linked_data("{broken") + linked_data(""),
            "");
}

TEST(EmbeddedState, IsReadWhereItsObjectsLookLikeNews) {
  EXPECT_EQ(embedded(R"({"props":{"menu":[{"title":"Home","url":"/"},{"title":"About","url":"/x"}],
      "posts":[{"title":{"rendered":"First"},"slug":"first","publishedAt":"2026-02-26T10:30:00Z"},
               {"title":"Second","path":"/n/second","date":"2026-02-03"}]}})"),
            "2026-02-26 First https://a.example/news/first\n2026-02-03 Second "
            "https://a.example/n/second\n");
  EXPECT_EQ(read(Kind::kEmbedded,
                 R"(<script>window.__STATE__ = [{"headline":"A","link":"/a","date":"2026-01-01"},
      {"headline":"B","link":"/b","date":"2026-01-02"}];</script>)"),
            "2026-01-01 A https://a.example/a\n2026-01-02 B https://a.example/b\n");
}

TEST(EmbeddedState, IsNoListWithoutDates) {
  EXPECT_EQ(embedded(R"([{"title":"Home","url":"/"},{"title":"About us","url":"/about"}])"), "");
  EXPECT_EQ(embedded(R"([{"title":"Only one","url":"/a","date":"2026-01-01"}])"), "");
}

}  // namespace
}  // namespace vectora::page
