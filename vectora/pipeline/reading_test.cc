#include "vectora/pipeline/reading.h"

#include <gtest/gtest.h>

namespace vectora::pipeline {
namespace {

const Date kToday = *Date::parse("2026-02-03");

config::Source source(config::SourceMode mode) {
  config::Source source;
  source.facts.key = SourceKey("press__alpha");
  source.mode = mode;
  return source;
}

Reading read(config::SourceMode mode, int status, const std::string& body) {
  http::Response answer;
  answer.status = status;
  answer.final_url = "https://alpha.example/feed";
  answer.body = body;
  return read_answer(source(mode), answer, sha256(body), kToday);
}

const char* const kFeed =
    "<rss version='2.0'><channel><item><title>A depot</title><link>/1</link>"
    "<pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>";

TEST(ReadingTest, AFeedGivesItsEntries) {
  const Reading reading = read(config::SourceMode::kRss, 200, kFeed);
  EXPECT_EQ(reading.end, SourceEnd::kFetched);
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].url, "https://alpha.example/1");
  EXPECT_EQ(reading.entries[0].published->day.str(), "2026-02-02");
  EXPECT_FALSE(reading.entries[0].offer.empty());
}

Reading read_api(const std::string& body, const std::string& items) {
  config::Source described = source(config::SourceMode::kApi);
  described.api.emplace();
  described.api->items = items;
  described.api->title = "name";
  described.api->url = "https://registry.example/{id}";
  described.api->published = "posted";
  http::Response answer;
  answer.status = 200;
  answer.final_url = "https://registry.example/search";
  answer.body = body;
  return read_answer(described, answer, sha256(body), kToday);
}

TEST(ReadingTest, ADescribedAnswerGivesItsEntries) {
  const std::string body = R"({"trials": [{"id": 7, "name": "A depot", "posted": "20260202"}]})";
  const Reading reading = read_api(body, "trials");
  EXPECT_EQ(reading.end, SourceEnd::kFetched);
  ASSERT_EQ(reading.entries.size(), 1U);
  EXPECT_EQ(reading.entries[0].url, "https://registry.example/7");
  EXPECT_EQ(reading.entries[0].published->day.str(), "2026-02-02");
  const Reading wrong = read_api(body, "studies");
  EXPECT_EQ(wrong.end, SourceEnd::kFailed);
  EXPECT_EQ(wrong.reason, "parse");
}

TEST(ReadingTest, AnAnswerThatIsNotDescribedIsAFeed) {
  EXPECT_EQ(read(config::SourceMode::kApi, 200, kFeed).entries.size(), 1U);
}

TEST(ReadingTest, AnUnchangedSourceIsReadAgain) {
  const Reading reading = read(config::SourceMode::kRss, 304, kFeed);
  EXPECT_EQ(reading.end, SourceEnd::kNotModified);
  EXPECT_EQ(reading.entries.size(), 1U);
}

TEST(ReadingTest, EachFailureHasItsReason) {
  struct Case {
    config::SourceMode mode;
    int status;
    const char* body;
    const char* reason;
  };
  const Case cases[] = {
      {config::SourceMode::kRss, 500, kFeed, "status"},
      {config::SourceMode::kRss, 404, "", "status"},
      {config::SourceMode::kRss, 200, " \n", "empty"},
      {config::SourceMode::kRss, 200, "<html><body>Sorry</body></html>", "not_a_feed"},
      {config::SourceMode::kRss, 200, "\x01\x02 garbage", "not_a_feed"},
      {config::SourceMode::kHtml, 503, "<html/>", "status"},
  };
  for (const Case& c : cases) {
    const Reading reading = read(c.mode, c.status, c.body);
    EXPECT_EQ(reading.end, SourceEnd::kFailed) << c.body;
    EXPECT_EQ(reading.reason, c.reason) << c.body;
    EXPECT_FALSE(reading.detail.empty());
    EXPECT_TRUE(reading.entries.empty());
  }
}

TEST(ReadingTest, APageThatLostItsListDrifts) {
  EXPECT_EQ(read(config::SourceMode::kHtml, 200, "<html><body><p>Moved.</p></body></html>").drift,
            "no entry was found on the page");
  EXPECT_EQ(read(config::SourceMode::kRss, 200, kFeed).drift, "");
}

http::Response answer_of(const std::string& body) {
  http::Response answer;
  answer.status = 200;
  answer.final_url = "https://alpha.example/sitemap.xml";
  answer.body = body;
  return answer;
}

Reading read_map(const config::Source& source, const std::string& body) {
  return read_answer(source, answer_of(body), sha256(body), kToday);
}

const std::string kMap =
    "<urlset><url><loc>/about</loc></url>"
    "<url><loc>/news/1</loc><lastmod>2026-01-02</lastmod></url>"
    "<url><loc>/news/2</loc><lastmod>2026-02-02</lastmod></url>"
    "<url><loc>/news/3</loc><news:news><news:title>Three</news:title>"
    "<news:publication_date>2026-01-30</news:publication_date></news:news></url></urlset>";

TEST(ReadingTest, ASitemapOffersItsLatestPages) {
  config::Source mapped = source(config::SourceMode::kSitemap);
  mapped.url_pattern = *text::Regex::compile("/news/.", text::CaseSensitive::kYes);
  mapped.listing.max_items = 2;
  const Reading reading = read_map(mapped, kMap);
  EXPECT_EQ(reading.end, SourceEnd::kFetched);
  ASSERT_EQ(reading.entries.size(), 2U);
  EXPECT_EQ(reading.entries[0].url, "https://alpha.example/news/2");
  EXPECT_EQ(reading.entries[0].changed->str(), "2026-02-02");
  EXPECT_FALSE(reading.entries[0].published);  // a change is no publication
  EXPECT_EQ(reading.entries[1].title, "Three");
  EXPECT_EQ(reading.entries[1].published->day.str(), "2026-01-30");
  EXPECT_EQ(reading.drift, "");
  mapped.url_pattern = *text::Regex::compile("/press/", text::CaseSensitive::kYes);
  EXPECT_EQ(read_map(mapped, kMap).drift, "no address of the sitemap matches url_pattern");
}

TEST(ReadingTest, AChangedPageIsOfferedAnew) {
  const config::Source mapped = source(config::SourceMode::kSitemap);
  const auto offer = [&](const std::string& day) {
    return read_map(mapped,
                    "<urlset><url><loc>/1</loc><lastmod>" + day + "</lastmod></url></urlset>")
        .entries.at(0)
        .offer;
  };
  EXPECT_EQ(offer("2026-02-01"), offer("2026-02-01"));
  EXPECT_NE(offer("2026-02-01"), offer("2026-02-02"));
}

TEST(ReadingTest, AnIndexOfSitemapsLeadsToItsLatestParts) {
  std::string index = "<sitemapindex>";
  for (int i = 10; i < 40; ++i)
    index += "<sitemap><loc>/" + std::to_string(i) + ".xml</loc><lastmod>20" + std::to_string(i) +
             "-01-01</lastmod></sitemap>";
  const Reading reading = read_map(source(config::SourceMode::kSitemap), index + "</sitemapindex>");
  EXPECT_TRUE(reading.entries.empty());
  ASSERT_EQ(reading.more.size(), kMaxParts);
  EXPECT_EQ(reading.more[0].str(), "https://alpha.example/39.xml");
}

TEST(ReadingTest, WhatIsNoSitemapIsAParseFailure) {
  const config::Source mapped = source(config::SourceMode::kSitemap);
  EXPECT_EQ(read_map(mapped, "<html></html>").reason, "parse");
  EXPECT_EQ(read_map(mapped, "\x1F\x8B not gzip").reason, "parse");
}

TEST(ReadingTest, AnAnswerOfIdsLeadsToTheirEntries) {
  config::Source described = source(config::SourceMode::kApi);
  described.api.emplace();
  described.api->items = "set.record";
  described.api->title = "name";
  described.api->url = "https://registry.example/{id}";
  described.api->ids = "ids.*";
  described.api->ids_url = "https://registry.example/records?id={ids}";
  const Reading first = read_map(described, R"({"ids": [7, 8]})");
  EXPECT_EQ(first.end, SourceEnd::kFetched);
  ASSERT_EQ(first.more.size(), 1U);
  EXPECT_EQ(first.more[0].str(), "https://registry.example/records?id=7,8");
  EXPECT_TRUE(read_map(described, R"({"ids": []})").more.empty());
  EXPECT_EQ(read_map(described, R"({"error": 1})").reason, "parse");
  const std::string records = "<set><record><id>7</id><name>A depot</name></record></set>";
  const Reading part = read_part(described, answer_of(records), sha256(records), kToday);
  ASSERT_EQ(part.entries.size(), 1U);
  EXPECT_EQ(part.entries[0].url, "https://registry.example/7");
}

TEST(ReadingTest, OfPartsThatFailTheSourceTells) {
  const config::Source mapped = source(config::SourceMode::kSitemap);
  Reading first = read_map(mapped, kMap);
  first.entries.clear();
  const Reading good = read_map(mapped, kMap);
  const Reading bad = failed_reading(mapped.facts.key, "status", "the server answered 503");
  const Reading some = joined(mapped, first, {bad, good});
  EXPECT_EQ(some.end, SourceEnd::kFetched);
  EXPECT_EQ(some.entries.size(), 4U);
  EXPECT_EQ(some.drift, "1 of its 2 parts could not be read: status: the server answered 503");
  const Reading none = joined(mapped, first, {bad, bad});
  EXPECT_EQ(none.end, SourceEnd::kFailed);
  EXPECT_EQ(none.reason, "status");
  EXPECT_EQ(joined(mapped, good, {}).entries.size(), 4U);
}

}  // namespace
}  // namespace vectora::pipeline
