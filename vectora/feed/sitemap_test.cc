#include "vectora/feed/sitemap.h"

#include <gtest/gtest.h>

namespace vectora::feed {
namespace {

Sitemap read(const std::string& bytes) {
  const Result<Sitemap> map = parse_sitemap(bytes, {{}, Url::parse("https://a.example/map.xml")});
  EXPECT_TRUE(map) << map.error().message;
  return map ? *map : Sitemap{};
}

std::string day(const std::optional<text::ParsedDate>& date) { return date ? date->day.str() : ""; }

TEST(SitemapTest, PagesComeLatestFirst) {
  const Sitemap map = read(
      "<?xml version='1.0' encoding='UTF-8'?>"
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
      "<url><loc>https://a.example/about</loc></url>"
      "<url><loc> https://a.example/1?a=1&amp;b=2 </loc><lastmod>2026-01-02</lastmod></url>"
      "<url><loc>/2</loc><lastmod>2026-02-03T10:00:00+00:00</lastmod><priority>0.5</priority></url>"
      "</urlset>");
  EXPECT_FALSE(map.is_index);
  ASSERT_EQ(map.pages.size(), 3U);
  EXPECT_EQ(map.pages[0].url, "https://a.example/2");
  EXPECT_EQ(day(map.pages[0].changed), "2026-02-03");
  EXPECT_EQ(map.pages[1].url, "https://a.example/1?a=1&b=2");
  EXPECT_EQ(map.pages[2].url, "https://a.example/about");
  EXPECT_EQ(day(map.pages[2].changed), "");
}

TEST(SitemapTest, TheNewsExtensionGivesTitleAndDay) {
  const Sitemap map = read(
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
      " xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
      "<url><loc>https://a.example/1</loc><n:news><n:publication><n:name>A</n:name>"
      "<n:language>sv</n:language></n:publication>"
      "<n:publication_date>2026-02-01T08:00:00Z</n:publication_date>"
      "<n:title><![CDATA[A depot & more]]></n:title></n:news><lastmod>2026-02-02</lastmod></url>"
      "</urlset>");
  ASSERT_EQ(map.pages.size(), 1U);
  EXPECT_EQ(map.pages[0].title, "A depot & more");
  EXPECT_EQ(day(map.pages[0].published), "2026-02-01");
  EXPECT_EQ(day(map.pages[0].changed), "2026-02-02");
  EXPECT_EQ(map.pages[0].language, "sv");
}

TEST(SitemapTest, AnIndexNamesSitemaps) {
  const Sitemap map = read(
      "<sitemapindex><sitemap><loc>https://a.example/old.xml</loc><lastmod>2024-01-01</lastmod>"
      "</sitemap><sitemap><loc>https://a.example/new.xml.gz</loc><lastmod>2026-01-01</lastmod>"
      "</sitemap></sitemapindex>");
  EXPECT_TRUE(map.is_index);
  ASSERT_EQ(map.pages.size(), 2U);
  EXPECT_EQ(map.pages[0].url, "https://a.example/new.xml.gz");
}

TEST(SitemapTest, TheAddressOfAnImageIsNotThatOfItsPage) {
  const Sitemap map = read(
      "<urlset><url><image:image><image:loc>https://a.example/i.png</image:loc>"
      "<image:title>No title</image:title></image:image><loc>https://a.example/1</loc>"
      "<video:video><video:title>None</video:title></video:video></url></urlset>");
  ASSERT_EQ(map.pages.size(), 1U);
  EXPECT_EQ(map.pages[0].url, "https://a.example/1");
  EXPECT_EQ(map.pages[0].title, "");
}

TEST(SitemapTest, WhatIsIllFormedIsReadAsItWasMeant) {
  const Sitemap map = read(
      "<urlset><url><loc>https://a.example/1?x=1&y=2</loc></image></url>"
      "<url><loc></loc></url><url><loc>mailto:x@a.example</loc></url><url/>"
      "<url><loc>https://a.example/2</url><url><loc>https://a.example/3</loc></url>");
  std::string urls;
  for (const SitemapPage& page : map.pages) urls += page.url + " ";
  EXPECT_EQ(urls, "https://a.example/1?x=1&y=2 https://a.example/3 ");
}

TEST(SitemapTest, OtherDocumentsAreNone) {
  for (const char* bytes : {"", "<html><body>Down</body></html>", "<rss><channel/></rss>", "{}",
                            "<url><loc>https://a.example/1</loc></url>"})
    EXPECT_FALSE(parse_sitemap(bytes)) << bytes;
}

TEST(SitemapTest, PagesFieldsAndDepthAreBounded) {
  std::string many = "<urlset>";
  for (size_t i = 0; i < kMaxSitemapPages + 10; ++i)
    many += "<url><loc>https://a.example/" + std::to_string(i) + "</loc></url>";
  EXPECT_EQ(read(many).pages.size(), kMaxSitemapPages);
  EXPECT_TRUE(
      read("<urlset><url><loc>https://a.example/" + std::string(100000, 'x') + "</loc></url>")
          .pages.empty());
  std::string deep = "<urlset>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_TRUE(read(deep + "<url><loc>https://a.example/1</loc></url>").pages.empty());
}

}  // namespace
}  // namespace vectora::feed
