// `source probe`: from an address to an entry of the catalog that a run reads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/live_market.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";
const News kOrder = {"Voltara wins an order for solid-state battery packs", "order", "12 Jan 2026"};

TEST(SourceProbe, AnAddressBecomesASourceOnce) {
  LiveMarket market({"voltara"});
  market.serve("voltara", feed({kOrder}));
  market.serve("press",
               "<html><head><link rel='alternate' type='application/rss+xml' "
               "href='/voltara'></head><body><p>Hello</p></body></html>");
  const std::vector<std::string> probe = {"source", "probe", market.server().url("/press")};
  const Answer printed = market.workspace().vectora(probe);
  EXPECT_EQ(printed.exit_code, 0) << printed.err;
  EXPECT_THAT(printed.out, HasSubstr("rss_url: '" + market.server().url("/voltara") + "'"));
  EXPECT_THAT(printed.err, HasSubstr("2026-01-12  Voltara wins an order"));

  std::vector<std::string> write = probe;
  write.insert(write.end(), {"--write", "press_corporate__probed"});
  const Answer written = market.workspace().vectora(write);
  EXPECT_EQ(written.exit_code, 0) << written.err;
  const std::string catalog = testing::read_file(market.workspace().path() / kCatalog);
  EXPECT_THAT(catalog, HasSubstr(written.out));
  const Answer listed = market.workspace().vectora({"source", "list"});
  EXPECT_THAT(listed.out, HasSubstr("press_corporate__probed"));

  EXPECT_EQ(market.workspace().vectora(write).exit_code, 1);
  EXPECT_EQ(testing::read_file(market.workspace().path() / kCatalog), catalog);
}

// A newsroom without a feed and a sitemap: its list is found by its structure, its
// selectors are proposed, and a run reads it by them, also when another list joins it.
TEST(SourceProbe, AListBecomesASourceWithItsSelectors) {
  LiveMarket market({"voltara"});
  market.serve("voltara", feed({kOrder}));
  const http::Headers html = {{"content-type", "text/html"}};
  const auto card = [](const std::string& day, const std::string& title) {
    return "<div class='card css-1x2y3z'><span class=date>" + day +
           " January 2026</span><h3><a href=/news/" + day + ">" + title + "</a></h3></div>";
  };
  std::string page = "<html lang=en><body><div class=press-list>";
  for (const char* day : {"11", "12", "13"}) {
    page += card(day, "Voltara delivers solid-state battery packs, part " + std::string(day));
    market.serve("news/" + std::string(day),
                 "<html><body><article><h1>Voltara delivers solid-state battery packs, part " +
                     std::string(day) +
                     "</h1><p>The city of Turin takes 31 battery packs of Voltara for its buses, "
                     "and orders more of them for the next year.</p></article></body></html>",
                 html);
  }
  page += "</div>";
  market.serve("news/", page + "</body></html>", html);

  const Workspace& workspace = market.workspace();
  const Answer written = workspace.vectora(
      {"source", "probe", market.server().url("/news/"), "--write", "press_corporate__listed"});
  EXPECT_EQ(written.exit_code, 0) << written.err;
  EXPECT_THAT(written.out, HasSubstr("html_url: '" + market.server().url("/news/") + "'"));
  EXPECT_THAT(written.out, HasSubstr("container: '.press-list'\n      item: '.card'\n"));
  EXPECT_THAT(written.out, HasSubstr("date: '.date'"));
  EXPECT_THAT(written.err, HasSubstr("2026-01-13  Voltara delivers"));
  const std::string extractors =
      testing::read_file(workspace.path() / "canonical/sources/html_extractors.yaml");
  EXPECT_THAT(extractors, HasSubstr("  press_corporate__listed:\n    selectors:\n"));
  EXPECT_EQ(workspace.vectora({"validate"}).exit_code, 0);

  market.serve("news/",
               page + "<div class=fairs>" + card("14", "Meet Voltara at the winter fair of buses") +
                   card("15", "Meet Voltara at the summer fair of buses") + "</div></body></html>",
               html);
  workspace.replace(kCatalog, "source_keys: [", "source_keys: [press_corporate__listed, ");
  EXPECT_EQ(market.run("2026-01-16").exit_code, 0);
  const Json record = market.record();
  EXPECT_NE(outcome_of(record, "/news/13"), "not offered");
  EXPECT_EQ(outcome_of(record, "/news/14"), "not offered");
}

// A site without a feed: its news page has no list, its robots.txt names an index of
// sitemaps, and these name pages of which some are news.
TEST(SourceProbe, ASitemapBecomesASourceThatARunReads) {
  LiveMarket market({"voltara"});
  market.serve("voltara", feed({kOrder}));
  const http::Headers xml = {{"content-type", "application/xml"}};
  const http::Headers html = {{"content-type", "text/html"}};
  market.serve("robots.txt", "Sitemap: /maps.xml\n", {{"content-type", "text/plain"}});
  market.serve("maps.xml", "<sitemapindex><sitemap><loc>/posts.xml</loc></sitemap></sitemapindex>",
               xml);
  std::string posts = "<urlset><url><loc>/imprint</loc></url>";
  for (const char* day : {"11", "12", "13"}) {
    posts += "<url><loc>/news/" + std::string(day) + "</loc><lastmod>2026-01-" + day +
             "</lastmod></url>";
    market.serve(
        "news/" + std::string(day),
        "<html><head><meta property='article:published_time' content='2026-01-" + std::string(day) +
            "'></head><body><article><h1>Voltara delivers solid-state battery packs, part " + day +
            "</h1><p>The city of Turin takes 31 battery packs of Voltara for its "
            "buses, and orders more of them for the next year.</p></article></body>"
            "</html>",
        html);
  }
  posts += "<url><loc>/news/old</loc><lastmod>2024-01-01</lastmod></url>";
  market.serve("posts.xml", posts + "</urlset>", xml);
  market.serve("news/", "<html><body><p>Our news</p></body></html>", html);

  const Workspace& workspace = market.workspace();
  const Answer written = workspace.vectora(
      {"source", "probe", market.server().url("/news/"), "--write", "press_corporate__mapped"});
  EXPECT_EQ(written.exit_code, 0) << written.err;
  EXPECT_THAT(written.out, HasSubstr("sitemap_url: '" + market.server().url("/maps.xml") + "'"));
  EXPECT_THAT(written.out, HasSubstr("url_pattern: '/news/'"));
  EXPECT_THAT(written.err, HasSubstr("4 entries"));

  workspace.replace(kCatalog, "source_keys: [", "source_keys: [press_corporate__mapped, ");
  EXPECT_EQ(market.run("2026-01-14").exit_code, 0);
  const Json record = market.record();
  expect_balanced(record, 2);
  EXPECT_EQ(outcome_of(record, "/news/old"), "outside_window");
  EXPECT_EQ(outcome_of(record, "/imprint"), "not offered");
  for (const Json& item : record["items"]) {
    if (!string_member(item, "url").ends_with("/news/12")) continue;
    EXPECT_EQ(string_member(item, "title"), "Voltara delivers solid-state battery packs, part 12");
  }
  EXPECT_THAT(outcome_of(record, "/news/12"), ::testing::AnyOf("selected", "duplicate_of"));
  for (const http::ReceivedRequest& request : market.server().log())
    EXPECT_NE(request.target, "/news/old");
}

}  // namespace
}  // namespace vectora::e2e
