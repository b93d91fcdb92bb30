#include "vectora/page/article/page_date.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

// "2026-02-03 json_ld", or "none".
std::string date_of(const std::string& html, ArticleOptions options = {}) {
  const Article article = read_article(html, options);
  if (!article.published) return std::string(to_string(article.date_source));
  return article.published->day.str() + " " + std::string(to_string(article.date_source));
}

ArticleOptions at(std::string_view url) {
  ArticleOptions options;
  options.url = Url::parse(url);
  return options;
}

std::string json_ld(std::string_view date) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"" +
         std::string(date) + "\"}</script>";
}

// A text long enough to be an article.
const std::string kText =
    "<p>Alpha and Beta said today that they will work together on a new plant near the river, "
    "which "
    "is to open within the next three years and to give work to two hundred people.</p>";

TEST(PageDateTest, SourcesAreTrustedInOrder) {
  const std::string meta = "<meta property='article:published_time' content='2026-02-04'>";
  const std::string micro = "<span itemprop=datePublished content='2026-02-05'>x</span>";
  const std::string time = "<time datetime='2026-02-06'>x</time>";
  const std::string text = "<h1>Alpha buys Beta</h1><div class=date>7 February 2026</div>" + kText;
  EXPECT_EQ(date_of(json_ld("2026-02-03") + meta + micro + time + text), "2026-02-03 json_ld");
  EXPECT_EQ(date_of(meta + micro + time + text), "2026-02-04 meta");
  EXPECT_EQ(date_of(micro + time + text), "2026-02-05 microdata");
  EXPECT_EQ(date_of(time + text), "2026-02-06 time_element");
  EXPECT_EQ(date_of(text), "2026-02-07 text");
  EXPECT_EQ(date_of(kText, at("https://a.example/2026/02/08/x")), "2026-02-08 url");
  EXPECT_EQ(date_of(kText), "none");
}

TEST(PageDateTest, AWebPageInAGraphIsEnough) {
  EXPECT_EQ(date_of("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\","
                    "\"datePublished\":\"2026-02-03T09:00:00+01:00\"}]}</script>" +
                    kText),
            "2026-02-03 json_ld");
}

TEST(PageDateTest, PublishedIsNotModified) {
  EXPECT_EQ(date_of("<meta property='article:modified_time' content='2026-03-01'>"
                    "<meta property='article:published_time' content='2026-02-03'>" +
                    kText),
            "2026-02-03 meta");
  EXPECT_EQ(date_of("<h1>Alpha buys Beta</h1><time class=updated datetime='2026-03-01'></time>"
                    "<p>Published: 3 February 2026</p>" +
                    kText),
            "2026-02-03 text");
}

TEST(PageDateTest, TheAddressDecidesBetweenSources) {
  const std::string page = json_ld("2026-03-01") +
                           "<meta property='article:published_time' content='2026-02-03'>" + kText;
  EXPECT_EQ(date_of(page, at("https://a.example/2026/02/03/x")), "2026-02-03 meta");
}

TEST(PageDateTest, TheDayIsThatOfThePagesOwnZone) {
  EXPECT_EQ(date_of(json_ld("2026-02-03T23:30:00-08:00") + kText), "2026-02-03 json_ld");
  EXPECT_EQ(
      date_of(json_ld("2026-02-04T02:11:03Z") +
              "<h1>Alpha buys Beta</h1><time datetime='2026-02-03T21:11:03-05:00'></time>" + kText),
      "2026-02-03 time_element");
}

TEST(PageDateTest, SeesTheArticlesOwnDateOnThePage) {
  const struct {
    std::string_view what;
    std::string html;
    std::string_view day;
  } cases[] = {
      {"a line of its own", "<h1>T</h1><p>3 February 2026</p>", "2026-02-03 text"},
      {"an element named for it", "<h1>T</h1><span class='meta-date'>Feb 3, 2026</span>",
       "2026-02-03 text"},
      {"a label", "<h1>T</h1><p>Posted on 3 February 2026 by A. Writer</p>", "2026-02-03 text"},
      {"glued words", "<h1>T</h1><div>PRESSRELEASES3 February, 2026READ MORE</div>",
       "2026-02-03 text"},
      {"inside the heading", "<h1><span class=date>03.02.2026</span> T</h1>", "2026-02-03 text"},
      {"two digits for the year", "<h1>T</h1><div class=date>28.01.22</div>", "2022-01-28 text"},
      {"what a <time> shows",
       "<h1>T</h1><time datetime='2026-02-09T10:00:00Z'>3 February 2026</time>",
       "2026-02-03 time_element"},
      {"a dateline",
       "<h1>T</h1><p>RIVERTON, Feb. 3, 2026 -- Alpha and Beta said today that they will work "
       "together "
       "on a plant near the river, to open on 4 May 2027, and that both of them are glad of "
       "it.</p>",
       "2026-02-03 text"},
  };
  for (const auto& c : cases) EXPECT_EQ(date_of(c.html + kText), c.day) << c.what;
}

TEST(PageDateTest, OtherDatesAreNotThePages) {
  const std::pair<std::string_view, std::string> cases[] = {
      {"a period's end in the title", "<h1>September 30, 2025 half-year results</h1>" + kText},
      {"an event in the text", "<h1>T</h1>" + kText +
                                   "<p>The fair takes place on 4 May 2026 in the "
                                   "great hall of the town, where both companies will show what "
                                   "they have made so far.</p>"},
      {"a copyright notice", "<h1>T</h1>" + kText + "<p>© 3 February 2026 Alpha</p>"},
      {"a footer", "<h1>T</h1>" + kText + "<footer>3 February 2026</footer>"},
      {"a comment", "<h1>T</h1>" + kText + kText +
                        "<div class=comments><p class=date>3 February 2026"
                        "</p></div>"},
      {"a side column",
       "<h1>T</h1>" + kText + "<aside><time datetime='2026-02-03'></time></aside>"},
      {"a related story", "<h1>T</h1>" + kText + kText +
                              "<div class=related><time datetime='2026-02-03'></time></div>"},
      {"a day that is no day", json_ld("2026-02-31") + kText},
      {"a month", "<meta name=date content='2026-02'>" + kText},
  };
  for (const auto& [what, html] : cases) EXPECT_EQ(date_of(html), "none") << what;
}

TEST(PageDateTest, NoDateLiesAfterNow) {
  ArticleOptions options;
  options.now = Date::from_civil(2026, 2, 10);
  EXPECT_EQ(date_of(json_ld("2026-05-01") + "<h1>T</h1><p>3 February 2026</p>" + kText, options),
            "2026-02-03 text");
}

TEST(PageDateTest, TheSourcesOwnPlaceIsReadBeforeTheText) {
  ArticleOptions options;
  options.date_selector = *Selector::compile("#stamp b");
  EXPECT_EQ(date_of("<h1>T</h1><p>1 January 2026</p>" + kText +
                        "<div id=stamp>no <b>03.02.2026</b></div>",
                    options),
            "2026-02-03 selector");
  ArticleOptions by_pattern;
  by_pattern.date_patterns = {
      *text::Regex::compile("Ref\\. \\w+, (.+?)\\.", text::CaseSensitive::kYes)};
  EXPECT_EQ(date_of("<h1>T</h1>" + kText + "<p>Ref. X7, 3 February 2026.</p>", by_pattern),
            "2026-02-03 selector");
}

TEST(PageDateTest, RegionsOrderTheFields) {
  const std::string body = "<h1>T</h1><p class=date>02/03/2026</p>" + kText;
  EXPECT_EQ(date_of("<html lang=en-US>" + body), "2026-02-03 text");
  EXPECT_EQ(date_of("<html lang=en-GB>" + body), "2026-03-02 text");
  EXPECT_EQ(date_of("<html lang=fr>" + body), "2026-03-02 text");
  EXPECT_EQ(date_of("<html lang=en>" + body, at("https://a.example/en-gb/x")), "2026-03-02 text");
  EXPECT_EQ(date_of("<html lang=en>" + body, at("https://a.co.uk/x")), "2026-03-02 text");
}

const std::string kStory =
    "<p>Orla Kilns has opened its second works on the river at Tamber, where two hundred people "
    "will build kilns for potteries and for makers of technical ceramics.</p>";

std::string date_with_text(const std::string& html, const ArticleOptions& options) {
  const Article article = read_article(html + kStory, options);
  return (article.published ? article.published->day.str() + " " : "") +
         std::string(to_string(article.date_source));
}

ArticleOptions read_on(std::string_view day) {
  ArticleOptions options;
  options.now = Date::parse(day);
  return options;
}

std::string meta(std::string_view name, std::string_view content) {
  return "<meta name='" + std::string(name) + "' content='" + std::string(content) + "'>";
}

TEST(PageDateTest, ASelectorNamesThePlace) {
  ArticleOptions options;
  options.date_selector = *Selector::compile(".stamp b");
  EXPECT_EQ(date_with_text("<div class=stamp>No. 7 <b>3 March 2026</b></div>", options),
            "2026-03-03 selector");
  EXPECT_EQ(date_with_text("<div class=stamp>3 March 2026</div>", options).substr(0, 10),
            "2026-03-03")
      << "where it finds nothing, the page is read as ever";
  EXPECT_EQ(date_with_text("<div class=stamp><b>soon</b></div>", options), "none");
}

TEST(PageDateTest, APatternNamesTheWords) {
  ArticleOptions options;
  options.date_patterns = {
      *text::Regex::compile(R"(Ref\. \d+ of (.{6,20}?);)", text::CaseSensitive::kYes)};
  EXPECT_EQ(
      date_with_text("<p>Ref. 512 of 3 March 2026; to all works councils, to be read aloud on the "
                     "following day in each of the halls.</p>",
                     options),
      "2026-03-03 selector");
  EXPECT_EQ(date_with_text("<p>Ref. 512 of a day; to all.</p>", options), "none");
}

TEST(PageDateTest, WhatThePageDeclaresComesBeforeWhatIsConfigured) {
  ArticleOptions options;
  options.date_selector = *Selector::compile("b");
  EXPECT_EQ(
      date_with_text(meta("article:published_time", "2026-03-01") + "<b>3 March 2026</b>", options),
      "2026-03-01 meta");
}

TEST(PageDateTest, NoDayLiesBehindTheDayOfReading) {
  const std::string declared = meta("article:published_time", "2026-03-12");
  EXPECT_EQ(date_with_text(declared, read_on("2026-03-12")), "2026-03-12 meta");
  EXPECT_EQ(date_with_text(declared, read_on("2026-03-11")), "2026-03-12 meta") << "east of us";
  EXPECT_EQ(date_with_text(declared, read_on("2026-03-10")), "none");
  EXPECT_EQ(date_with_text(declared + "<time datetime=2026-03-09></time>", read_on("2026-03-10")),
            "2026-03-09 time_element");
}

TEST(PageDateTest, DaysBeforeTheWebAreNone) {
  for (const std::string_view day : {"1970-01-01", "1989-12-31", "0001-01-01", "1900-01-01T00:00Z"})
    EXPECT_EQ(date_with_text(meta("article:published_time", day), {}), "none") << day;
  EXPECT_EQ(date_with_text(meta("article:published_time", "1996-05-01"), {}), "1996-05-01 meta");
  EXPECT_EQ(date_with_text(meta("article:published_time", "2050-01-01"), {}), "none");
}

TEST(PageDateTest, ModifiedServesWhereNothingElseDoes) {
  EXPECT_EQ(date_with_text(meta("article:modified_time", "2026-03-03"), {}), "2026-03-03 meta");
  EXPECT_EQ(
      date_with_text(meta("article:modified_time", "2026-03-03") + meta("date", "2026-03-01"), {}),
      "2026-03-01 meta");
}

TEST(PageDateTest, NamesOfOtherDaysAreNotBelieved) {
  for (const std::string_view name :
       {"expires", "expiration_date", "valid_until", "publisher", "upload_date", "viewport"})
    EXPECT_EQ(date_with_text(meta(name, "2026-03-03"), {}), "none") << name;
  for (const std::string_view name :
       {"date", "DC.date.issued", "pubdate", "publish-date", "article.published", "citation_date",
        "sailthru.date", "parsely-pub-date", "dcterms.created", "og:published_time"})
    EXPECT_EQ(date_with_text(meta(name, "2026-03-03"), {}), "2026-03-03 meta") << name;
}

TEST(PageDateTest, LanguageAndRegionOrderTheFields) {
  const auto order = [](std::string_view html, std::string_view url = {}) {
    return field_order_of(read_metadata(*Dom::parse(html)), Url::parse(url));
  };
  using text::FieldOrder;
  EXPECT_EQ(order("<html lang=fr>"), FieldOrder::kDayFirst);
  EXPECT_EQ(order("<html lang=en-GB>"), FieldOrder::kDayFirst);
  EXPECT_EQ(order("<html lang=en-US>"), FieldOrder::kMonthFirst);
  EXPECT_EQ(order("<html lang=en-PH>"), FieldOrder::kMonthFirst);
  EXPECT_EQ(order("<html lang=en>"), FieldOrder::kUnknown);
  EXPECT_EQ(order("<html lang=en>", "https://orla.example/en-gb/news"), FieldOrder::kDayFirst);
  EXPECT_EQ(order("<html lang=en>", "https://orla.example/en_us/news"), FieldOrder::kMonthFirst);
  EXPECT_EQ(order("<html lang=en>", "https://orla.co.uk/news"), FieldOrder::kDayFirst);
  EXPECT_EQ(order("", "https://orla.example/news"), FieldOrder::kUnknown);
}

}  // namespace
}  // namespace vectora::page
