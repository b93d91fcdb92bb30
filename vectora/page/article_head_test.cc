// What a page says of itself beside its text: title, author, site, description,
// address, language; written badly, twice, or not at all.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "vectora/page/article.h"

namespace vectora::page {
namespace {

constexpr std::string_view kBody =
    "<p>Orla Kilns has opened its second works on the river at Tamber, where two hundred people "
    "will build kilns for potteries and for makers of technical ceramics.</p><p>The works cost 31 "
    "million euros and took two years to build; a third of the money came from the region.</p>";

Article read(const std::string& head, const std::string& heading = {},
             std::string_view html = "<html>") {
  ArticleOptions options;
  options.url = Url::parse("https://www.orla.example/news/works?id=7");
  return read_article("<!doctype html>" + std::string(html) + "<head>" + head + "</head><body>" +
                          heading + std::string(kBody) + "</body></html>",
                      options);
}

std::string meta(std::string_view name, std::string_view content) {
  return "<meta name=\"" + std::string(name) + "\" content=\"" + std::string(content) + "\">";
}
std::string property(std::string_view name, std::string_view content) {
  return "<meta property=\"" + std::string(name) + "\" content=\"" + std::string(content) + "\">";
}
std::string linked_data(std::string_view members) {
  return "<script type=application/ld+json>{\"@type\":\"NewsArticle\"," + std::string(members) +
         "}</script>";
}

TEST(ArticleTitles, ComeWithoutTheSitesName) {
  const std::string site = property("og:site_name", "Kiln Courier");
  for (const std::string_view title :
       {"Orla opens a second works | Kiln Courier", "Orla opens a second works - Kiln Courier",
        "Orla opens a second works – Kiln Courier", "Kiln Courier | Orla opens a second works",
        "Orla opens a second works • Kiln Courier", "Orla opens a second works « Kiln Courier",
        "Orla opens a second works | News | Kiln Courier"}) {
    const std::string head = "<title>" + std::string(title) + "</title>";
    EXPECT_EQ(read(head + site, "<h1>Orla opens a second works</h1>").title,
              "Orla opens a second works")
        << title;
    EXPECT_EQ(read(head + property("og:title", title) + site).title.find("Courier"),
              std::string::npos)
        << title;
  }
}

TEST(ArticleTitles, KeepTheSeparatorsThatAreTheirOwn) {
  for (const std::string_view title :
       {"Kilns, clay and coal: what the year brings", "Second works - a first for Tamber",
        "Orla/Weller: a joint works", "Results for Q3 (July – September 2025)",
        "“Not a kiln too many” – Ann Weller on the works at Tamber", "C&#43;&#43; &amp; clay",
        "1,300 °C – and no flame"}) {
    const std::string heading = "<h1>" + std::string(title) + "</h1>";
    const std::string head =
        "<title>" + std::string(title) + " | Kiln Courier</title>" + property("og:title", title);
    const std::string expected = read({}, heading).title;
    EXPECT_EQ(read(head, heading).title, expected);
    EXPECT_EQ(read(property("og:title", title), heading).title, expected);
  }
}

TEST(ArticleTitles, AreOneLineOfPlainText) {
  EXPECT_EQ(read({}, "<h1>Orla <em>opens</em>\n a&nbsp;second <br> works<sup>1</sup></h1>").title,
            "Orla opens a second works1");
  EXPECT_EQ(read("<title>Orla opens &amp;amp; closes</title>").title, "Orla opens & closes");
  EXPECT_EQ(read("<title>\n\n Orla\topens </title>").title, "Orla opens");
  EXPECT_EQ(read("<title>Orla &lt;b&gt;opens&lt;/b&gt;</title>").title, "Orla <b>opens</b>");
}

TEST(ArticleTitles, AreNotThoseOfMenusAndOtherStories) {
  const std::string title = "<h1>Orla opens a second works</h1>";
  for (const std::string& other : {
           std::string("<nav><h1>Kiln Courier</h1></nav>"),
           std::string("<aside><h1>Weller takes the chair</h1></aside>"),
           std::string("<template><h1>Untitled story</h1></template>"),
           std::string("<h2>Most read</h2><h2>Weller takes the chair</h2>"),
       })
    EXPECT_EQ(read("<title>Orla opens a second works</title>", other + title).title,
              "Orla opens a second works")
        << other;
}

TEST(ArticleTitles, NeedNoHeading) {
  EXPECT_EQ(read(linked_data("\"headline\":\"Orla opens a second works\"")).title,
            "Orla opens a second works");
  EXPECT_EQ(read(meta("twitter:title", "Orla opens a second works")).title,
            "Orla opens a second works");
  EXPECT_EQ(read({}).title, "");
}

TEST(ArticleTitles, OfUnlikelyLengthAreNone) {
  const std::string huge(100'000, 'x');
  EXPECT_EQ(read("<title>Orla opens</title>", "<h1>" + huge + "</h1>").title, "Orla opens");
  EXPECT_LE(read("<title>" + huge + "</title>").title.size(), 2000U);
}

TEST(ArticleAuthors, AreNamesAndNoAddresses) {
  EXPECT_EQ(read(meta("author", " Ann  Weller ")).author, "Ann Weller");
  EXPECT_EQ(read(property("article:author", "https://orla.example/people/weller")).author, "");
  EXPECT_EQ(read(property("article:author", "Ann Weller")).author, "Ann Weller");
  EXPECT_EQ(read(property("article:author", "https://orla.example/people/weller") +
                 meta("parsely-author", "Ann Weller"))
                .author,
            "Ann Weller");
  EXPECT_EQ(read(linked_data("\"headline\":\"H\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann "
                             "Weller\"}") +
                 meta("author", "Desk"))
                .author,
            "Ann Weller");
  EXPECT_EQ(read(meta("author", "   ")).author, "");
}

TEST(ArticleSites, AreNamedInOneOfThreePlaces) {
  EXPECT_EQ(read(property("og:site_name", "Kiln Courier")).site_name, "Kiln Courier");
  EXPECT_EQ(read(meta("application-name", "Kiln Courier")).site_name, "Kiln Courier");
  EXPECT_EQ(
      read(linked_data("\"headline\":\"H\",\"publisher\":{\"name\":\"Kiln Courier\"}")).site_name,
      "Kiln Courier");
}

TEST(ArticleDescriptions, AreTheFirstThatSaySomething) {
  EXPECT_EQ(read(property("og:description", "") + meta("description", "Two hundred\n people"))
                .description,
            "Two hundred people");
  EXPECT_EQ(read(meta("description", "Of the page") + property("og:description", "Of the story"))
                .description,
            "Of the story");
  EXPECT_EQ(read(meta("Description", "Kilns &amp;amp; clay")).description, "Kilns & clay");
}

TEST(ArticleAddresses, AreAbsoluteAndWithoutFragment) {
  const auto canonical = [](std::string_view href) {
    return read("<link rel=canonical href=\"" + std::string(href) + "\">").canonical_url;
  };
  EXPECT_EQ(canonical("https://orla.example/works#top"), "https://orla.example/works");
  EXPECT_EQ(canonical("/works"), "https://www.orla.example/works");
  EXPECT_EQ(canonical("//orla.example/works"), "https://orla.example/works");
  EXPECT_EQ(canonical(" /works "), "https://www.orla.example/works");
  EXPECT_EQ(canonical("javascript:alert(1)"), "");
  EXPECT_EQ(canonical("mailto:ann@orla.example"), "");
  EXPECT_EQ(canonical(""), "");
  EXPECT_EQ(read(property("og:url", "https://orla.example/a")).canonical_url,
            "https://orla.example/a");
}

TEST(ArticleLanguages, AreThoseOfThePageBeforeThoseOfItsWords) {
  EXPECT_EQ(read({}, {}, "<html lang=de-AT>").language, "de");
  EXPECT_EQ(read({}, {}, "<html lang=DE>").language, "de");
  EXPECT_EQ(read({}, {}, "<html xml:lang=sv>").language, "sv");
  EXPECT_EQ(read(property("og:locale", "fr_FR")).language, "fr");
  EXPECT_EQ(read({}).language, "en") << "read from the text";
  EXPECT_EQ(read({}, {}, "<html lang=x>").language, "en");
  EXPECT_EQ(read({}, {}, "<html lang='<?= $lang ?>'>").language, "en");
}

}  // namespace
}  // namespace vectora::page
