#include <gtest/gtest.h>

#include "vectora/app/cli/source_probe.h"

namespace vectora::app {
namespace {

const Url kNews = *Url::parse("https://alpha.example/en/news");

http::Response answer(const std::string& body, const std::string& path = "/sitemap.xml") {
  http::Response response;
  response.status = 200;
  response.final_url = "https://alpha.example" + path;
  response.body = body;
  return response;
}

std::string pages(const std::string& folder, int count) {
  std::string xml;
  for (int i = 1; i <= count; ++i)
    xml += "<url><loc>" + folder + std::to_string(i) + "</loc><lastmod>2026-01-0" +
           std::to_string(i) + "</lastmod></url>";
  return xml;
}

TEST(SitemapProbeTest, TheFolderThatWasProbedIsTheNews) {
  const auto proposal = propose_sitemap(
      answer("<urlset>" + pages("/products/", 9) + pages("/en/news/", 3) + "</urlset>"), {}, kNews);
  ASSERT_TRUE(proposal);
  EXPECT_EQ(catalog_entry(*proposal),
            "  - source_key: 'press_sector__alpha'\n"
            "    display_name: 'alpha.example'\n"
            "    homepage_url: 'https://alpha.example/'\n"
            "    sitemap_url: 'https://alpha.example/sitemap.xml'\n"
            "    url_pattern: '/en/news/'\n"
            "    ingestion_mode: sitemap\n"
            "    enabled: true\n"
            "    source_type: press_sector\n"
            "    default_language: en\n");
  EXPECT_EQ(proposal->entries.size(), 3U);
  EXPECT_TRUE(
      preview(*proposal).starts_with("2026-01-03  (title on its page)\n"
                                     "            https://alpha.example/en/news/3"));
}

TEST(SitemapProbeTest, ElseTheFolderWithMostPages) {
  const Url home = *Url::parse("https://alpha.example/");
  const auto folder = [&home](const std::string& xml) {
    const auto proposal = propose_sitemap(answer("<urlset>" + xml + "</urlset>"), {}, home);
    return proposal ? proposal->url_pattern : "none";
  };
  EXPECT_EQ(folder(pages("/press.releases/", 4) + pages("/team/", 3)), "/press\\.releases/");
  EXPECT_EQ(folder(pages("/a/", 2) + pages("/b/", 2)), "");
  EXPECT_EQ(folder(pages("/", 5)), "");
  EXPECT_EQ(folder(""), "none");
}

TEST(SitemapProbeTest, NewsHaveTheirTitlesAndAreAllEntries) {
  const auto proposal = propose_sitemap(
      answer("<urlset><url><loc>/x/1</loc><news:news><news:title>A depot</news:title>"
             "<news:publication_date>2026-02-02</news:publication_date><news:publication>"
             "<news:language>fr</news:language></news:publication></news:news></url></urlset>"),
      {}, kNews);
  ASSERT_TRUE(proposal);
  EXPECT_TRUE(proposal->has_titles);
  EXPECT_EQ(proposal->url_pattern, "");
  EXPECT_EQ(proposal->language, "fr");
  EXPECT_EQ(preview(*proposal), "2026-02-02  A depot\n            https://alpha.example/x/1");
}

TEST(SitemapProbeTest, AnIndexIsProposedWithTheEntriesOfItsLatestParts) {
  std::string index = "<sitemapindex>";
  for (int i = 1; i < 9; ++i)
    index += "<sitemap><loc>/" + std::to_string(i) + ".xml</loc><lastmod>2026-01-0" +
             std::to_string(i) + "</lastmod></sitemap>";
  const http::Response map = answer(index + "</sitemapindex>");
  const std::vector<Url> parts = parts_of_sitemap(map);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].str(), "https://alpha.example/8.xml");
  const auto proposal = propose_sitemap(
      map, {answer("<urlset>" + pages("/en/news/", 4) + "</urlset>", "/8.xml"), answer("gone")},
      kNews);
  ASSERT_TRUE(proposal);
  EXPECT_EQ(proposal->url, "https://alpha.example/sitemap.xml");
  EXPECT_EQ(proposal->entries.size(), 4U);
  EXPECT_FALSE(propose_sitemap(map, {}, kNews));
}

TEST(SitemapProbeTest, OtherAnswersAreNoSitemaps) {
  for (const char* body : {"", "<html></html>", "\x1F\x8B"}) {
    EXPECT_FALSE(propose_sitemap(answer(body), {}, kNews)) << body;
    EXPECT_TRUE(parts_of_sitemap(answer(body)).empty());
  }
}

TEST(SitemapProbeTest, SitemapsAreWhereRobotsTxtSaysElseAtTheUsualPlace) {
  const auto named = [](const std::string& robots) {
    std::string text;
    for (const Url& url : named_sitemaps(robots, kNews)) text += url.str() + " ";
    return text;
  };
  EXPECT_EQ(named("Sitemap: /map.xml\nSitemap: https://cdn.example/m.xml.gz\nSitemap: ftp://x"),
            "https://alpha.example/map.xml https://cdn.example/m.xml.gz ");
  EXPECT_EQ(named(""), "https://alpha.example/sitemap.xml ");
}

}  // namespace
}  // namespace vectora::app
