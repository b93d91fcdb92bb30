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

}  // namespace
}  // namespace vectora::pipeline
