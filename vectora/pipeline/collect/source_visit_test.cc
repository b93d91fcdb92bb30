#include "vectora/pipeline/collect/source_visit.h"

#include <gtest/gtest.h>

#include "vectora/http/fake_client.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {
namespace {

constexpr const char* kOld = "https://a.example/feed";
constexpr const char* kNew = "https://b.example/news.xml";
const Instant kThen = *Instant::parse("2026-02-03T10:00:00Z");
const char* const kFeed =
    "<rss version='2.0'><channel><item><title>One</title><link>https://a.example/1</link>"
    "<pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>";

// One source, visited run after run.
class SourceVisitTest : public ::testing::Test {
 protected:
  SourceVisitTest() {
    source_.facts.key = SourceKey("press__a");
    source_.url = kOld;
  }

  Reading run(int64_t seconds_later, const VisitOptions& options = {}) {
    VisitOptions at = options;
    at.now = kThen + seconds_later;
    SourceVisit visit(source_, state_, at);
    Answers answers(client_, *data_, at.now);
    for (auto questions = visit.questions(); !questions.empty(); questions = visit.questions())
      EXPECT_TRUE(answers.ask(std::move(questions), [&](size_t, Answer answer) {
        exchange_ = visit.take(std::move(answer));
      }));
    Reading reading = visit.finish();
    state_ = source_state_from_json(to_json(visit.state()));
    EXPECT_EQ(state_, visit.state());
    return reading;
  }

  static http::Response heard(int64_t seconds_later, const http::Headers& headers,
                              const std::string& body = kFeed) {
    http::Response response = http::FakeClient::ok(body);
    for (const auto& [name, value] : headers) response.headers[name] = value;
    response.received = kThen + seconds_later;
    return response;
  }

  size_t requests() const { return client_.log().size(); }

  config::Source source_;
  SourceState state_;
  Exchange exchange_;
  http::FakeClient client_;
  std::unique_ptr<store::ObjectStore> data_ = store::open_memory();
};

TEST_F(SourceVisitTest, AFreshAnswerIsReadAgainWithoutARequest) {
  client_.on(kOld, heard(0, {{"cache-control", "max-age=600"}}));
  EXPECT_EQ(run(0).end, SourceEnd::kFetched);
  const Reading again = run(599);
  EXPECT_EQ(again.end, SourceEnd::kNotModified);
  EXPECT_EQ(again.entries.size(), 1U);
  EXPECT_EQ(requests(), 1U);
  EXPECT_FALSE(exchange_.asked);
  EXPECT_EQ(state_.requests, 1);
  EXPECT_EQ(state_.not_modified, 0);  // the server said nothing
  EXPECT_EQ(state_.last_success, kThen);
  run(600);
  EXPECT_EQ(requests(), 2U);
}

TEST_F(SourceVisitTest, ALongMaxAgeSilencesNoNewsroom) {
  client_.on(kOld, heard(0, {{"cache-control", "max-age=31536000"}}));
  run(0);
  run(3599);
  EXPECT_EQ(requests(), 1U);
  run(3600);
  EXPECT_EQ(requests(), 2U);
}

TEST_F(SourceVisitTest, TheCapIsConfigured) {
  client_.on(kOld, heard(0, {{"cache-control", "max-age=600"}}));
  VisitOptions options;
  options.max_fresh_s = 0;
  run(0, options);
  run(1, options);
  EXPECT_EQ(requests(), 2U);
}

TEST_F(SourceVisitTest, AForcedRunAsksForTheWholeAnswer) {
  client_.on(kOld, heard(0, {{"cache-control", "max-age=600"}, {"etag", "\"1\""}}));
  run(0);
  VisitOptions options;
  options.refresh = Refresh::kYes;
  EXPECT_EQ(run(1, options).end, SourceEnd::kFetched);
  EXPECT_FALSE(client_.log().at(1).headers.contains("if-none-match"));
}

TEST_F(SourceVisitTest, NoFreshAnswerTurnsAFailedSourceGreen) {
  VisitOptions forced;
  forced.refresh = Refresh::kYes;
  client_.on(kOld, heard(0, {{"cache-control", "max-age=3000"}}))
      .on(kOld, http::FakeClient::status(503));
  run(0);
  EXPECT_EQ(run(1, forced).end, SourceEnd::kFailed);
  EXPECT_EQ(run(2).end, SourceEnd::kFailed);  // asked, although the first answer is fresh
  EXPECT_EQ(requests(), 3U);
  EXPECT_EQ(state_.failures_in_a_row, 2);
}

TEST_F(SourceVisitTest, AnAnswerThatMayNotBeStoredIsAskedForInFull) {
  client_.on(kOld, heard(0, {{"cache-control", "no-store, max-age=600"}, {"etag", "\"1\""}}));
  run(0);
  EXPECT_EQ(run(1).end, SourceEnd::kFetched);
  EXPECT_FALSE(client_.log().at(1).headers.contains("if-none-match"));
}

TEST_F(SourceVisitTest, AnotherAddressInTheCatalogStartsAnew) {
  client_.on(kOld, heard(0, {{"cache-control", "max-age=600"}, {"etag", "\"1\""}}))
      .on(kNew, heard(1, {}));
  run(0);
  source_.url = kNew;
  EXPECT_EQ(run(1).end, SourceEnd::kFetched);
  EXPECT_TRUE(client_.log().at(1).headers.empty());
}

TEST_F(SourceVisitTest, AConfirmationIsReadWithTheCharsetOfWhatItConfirms) {
  const std::string latin =
      "<rss version='2.0'><channel><item><title>\xC9t\xE9</title>"
      "<link>https://a.example/1</link></item></channel></rss>";
  client_
      .on(kOld,
          heard(0, {{"etag", "\"1\""}, {"content-type", "text/xml; charset=iso-8859-1"}}, latin))
      .on(kOld, http::FakeClient::status(304));
  EXPECT_EQ(run(0).entries.at(0).title, "Été");
  const Reading again = run(7200);
  EXPECT_EQ(again.end, SourceEnd::kNotModified);
  EXPECT_EQ(again.entries.at(0).title, "Été");
}

TEST_F(SourceVisitTest, APermanentMoveIsRememberedAndATemporaryOneIsNot) {
  http::Response moved = heard(0, {{"etag", "\"1\""}});
  moved.final_url = kNew;
  client_.on(kOld, moved).on(kNew, http::FakeClient::status(304));
  EXPECT_EQ(run(0).moved_to, "");  // wherever a temporary redirect led
  moved.moved_to = kNew;
  client_.on(kOld, moved);
  EXPECT_EQ(run(7200).moved_to, kNew);
  EXPECT_EQ(client_.log().at(1).url.str(), kOld);
  const Reading again = run(14400);
  EXPECT_EQ(client_.log().at(2).url.str(), kNew);
  EXPECT_EQ(client_.log().at(2).headers.at("if-none-match"), "\"1\"");
  EXPECT_EQ(again.end, SourceEnd::kNotModified);
  EXPECT_EQ(again.moved_to, kNew);
  EXPECT_EQ(exchange_.url, kOld);  // by which a replay finds it
  EXPECT_EQ(exchange_.moved_to, kNew);
}

TEST_F(SourceVisitTest, AMoveThatCannotBeReadIsForgotten) {
  http::Response moved = heard(0, {});
  moved.moved_to = kNew;
  client_.on(kOld, moved).on(kNew, http::FakeClient::status(404));
  run(0);
  EXPECT_EQ(run(1).end, SourceEnd::kFailed);
  run(2);
  EXPECT_EQ(client_.log().at(2).url.str(), kOld);
}

TEST_F(SourceVisitTest, AMoveBelongsToTheAddressOfTheCatalog) {
  http::Response moved = heard(0, {});
  moved.moved_to = kNew;
  client_.on(kOld, moved).on("https://c.example/feed", heard(1, {}));
  run(0);
  source_.url = "https://c.example/feed";
  EXPECT_EQ(run(1).moved_to, "");
  EXPECT_EQ(client_.log().at(1).url.str(), "https://c.example/feed");
}

TEST_F(SourceVisitTest, AnAnswerThatCannotBeReadIsNotRemembered) {
  client_.on(kOld, heard(0, {{"etag", "\"1\""}}, "<html><body>Down</body></html>"))
      .on(kOld, heard(1, {{"etag", "\"2\""}}));
  EXPECT_EQ(run(0).reason, "not_a_feed");
  EXPECT_EQ(run(1).end, SourceEnd::kFetched);
  EXPECT_TRUE(client_.log().at(1).headers.empty());
  EXPECT_EQ(state_.failures_in_a_row, 0);
  EXPECT_EQ(state_.last_error, "");
}

TEST_F(SourceVisitTest, AConfirmationOfALostBodyIsAskedForInFullTheNextTime) {
  client_.on(kOld, heard(0, {{"etag", "\"1\""}})).on(kOld, http::FakeClient::status(304));
  run(0);
  data_ = store::open_memory();
  EXPECT_EQ(run(1).reason, "connect");
  run(2);
  EXPECT_FALSE(client_.log().at(2).headers.contains("if-none-match"));
}

TEST_F(SourceVisitTest, ASourceThatIsNotReadIsNotAsked) {
  source_.enabled = false;
  EXPECT_EQ(run(0).end, SourceEnd::kDisabled);
  source_.enabled = true;
  source_.url = "ftp://a.example/";
  EXPECT_EQ(run(0).reason, "refused");
  EXPECT_EQ(requests(), 0U);
  EXPECT_EQ(state_, SourceState{});
}

TEST(RhythmTest, IsTheMedianOfDaysBetweenDaysWithEntries) {
  const Date today = *Date::parse("2026-02-03");
  const auto rhythm = [today](const std::vector<int>& days_ago) {
    std::vector<normalize::Entry> entries(1);  // one without a day
    for (const int days : days_ago) {
      normalize::Entry entry;
      entry.published = text::ParsedDate{today - days, std::nullopt};
      entries.push_back(entry);
    }
    return rhythm_of(entries, today);
  };
  EXPECT_EQ(rhythm({0, 7, 14, 21}), 0);             // too few
  EXPECT_EQ(rhythm({0, 7, 7, 14, 14, 21, 28}), 7);  // two a day are one
  EXPECT_EQ(rhythm({-30, 0, 1, 2, 3, 300}), 1);     // announced for later; one long silence
  std::vector<int> daily_after_years;
  for (int i = 0; i < 25; ++i) daily_after_years.push_back(i);
  for (int i = 1; i < 60; ++i) daily_after_years.push_back(25 + 100 * i);
  EXPECT_EQ(rhythm(daily_after_years), 1);  // the latest count
}

// A source of two parts that an index names.
class PartsTest : public SourceVisitTest {
 protected:
  PartsTest() {
    source_.mode = config::SourceMode::kSitemap;
    source_.url = "https://a.example/index.xml";
    index("<loc>/one.xml</loc></sitemap><sitemap><loc>/two.xml</loc>");
    client_.on("https://a.example/two.xml", part("2"));
  }

  void index(const std::string& parts) {
    client_.on(source_.url, heard(0, {{"etag", "\"i\""}},
                                  "<sitemapindex><sitemap>" + parts + "</sitemap></sitemapindex>"));
  }

  static http::Response part(const std::string& page) {
    return heard(0, {{"etag", "\"" + page + "\""}},
                 "<urlset><url><loc>/" + page + "</loc></url></urlset>");
  }
};

TEST_F(PartsTest, EntriesOfAllPartsAreOneReadingInTheirOrder) {
  client_.on("https://a.example/one.xml", part("1"));
  const Reading reading = run(0);
  EXPECT_EQ(reading.end, SourceEnd::kFetched);
  ASSERT_EQ(reading.entries.size(), 2U);
  EXPECT_EQ(reading.entries[0].url, "https://a.example/1");
  EXPECT_EQ(state_.requests, 1);
  EXPECT_EQ(state_.answers.size(), 3U);
}

TEST_F(PartsTest, EachPartIsAskedForItsOwnChange) {
  client_.on("https://a.example/one.xml", part("1"))
      .on("https://a.example/one.xml", http::FakeClient::status(304))
      .on("https://a.example/two.xml", http::FakeClient::status(304))
      .on(source_.url, http::FakeClient::status(304));
  run(0);
  const Reading again = run(1);
  EXPECT_EQ(again.end, SourceEnd::kNotModified);
  EXPECT_EQ(again.entries.size(), 2U);
  EXPECT_EQ(client_.log().at(4).headers.at("if-none-match"), "\"1\"");
}

TEST_F(PartsTest, APartThatFailsIsToldAndTheOthersAreRead) {
  client_.on("https://a.example/one.xml", part("1"))
      .on("https://a.example/one.xml", http::FakeClient::status(500));
  run(0);
  const Reading reading = run(1);
  EXPECT_EQ(reading.entries.size(), 1U);
  EXPECT_NE(reading.drift.find("1 of its 2 parts"), std::string::npos);
  EXPECT_NE(reading.drift.find("https://a.example/one.xml"), std::string::npos);
  EXPECT_EQ(state_.answers.size(), 3U);  // what was heard of it before stays
}

TEST_F(PartsTest, AnIndexThatNamesItselfOrAnotherIndexEnds) {
  client_.on("https://a.example/one.xml",
             heard(0, {}, "<sitemapindex><sitemap><loc>/x.xml</loc></sitemap></sitemapindex>"));
  const Reading reading = run(0);
  EXPECT_NE(reading.drift.find("a list of lists"), std::string::npos);
  index(
      "<loc>/index.xml</loc></sitemap><sitemap><loc>/two.xml</loc></sitemap><sitemap>"
      "<loc>/two.xml</loc>");
  const size_t before = requests();
  EXPECT_EQ(run(1).entries.size(), 1U);
  EXPECT_EQ(requests(), before + 2);
}

}  // namespace
}  // namespace vectora::pipeline
