#include "vectora/pipeline/run.h"

#include <gtest/gtest.h>

#include "vectora/http/fake_client.h"
#include "vectora/store/buckets.h"

namespace vectora::pipeline {
namespace {

using normalize::OutcomeKind;

const char* const kAlphaFeed =
    "<rss version='2.0'><channel>"
    "<item><title>Alpha signs a licence for its depot</title><link>https://alpha.example/1</link>"
    "<description>The depot is given once a month.</description>"
    "<pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item>"
    "<item><title>An old story</title><link>https://alpha.example/2</link>"
    "<description>Of last year.</description>"
    "<pubDate>Mon, 03 Feb 2025 10:00:00 GMT</pubDate></item>"
    "<item><title>A story without a day</title><link>https://alpha.example/3</link></item>"
    "<item><title>A story without an address</title></item>"
    "</channel></rss>";

// A market of one word, two sources, clients of one domain and one section.
class RunTest : public ::testing::Test {
 protected:
  RunTest() {
    lexicon::Scope scope;
    scope.id = "depots";
    lexicon::Term term;
    term.name = "depot";
    scope.terms = {term};
    canonical_.lexicon = *lexicon::Lexicon::compile({scope});
    add_source("press__alpha", "https://alpha.example/feed");
    add_source("press__bravo", "https://bravo.example/feed");
    buckets_.config = store::open_memory();
    buckets_.data = store::open_memory();
    buckets_.newsletters = store::open_memory();
    buckets_.lambda_code = store::open_memory();
  }

  void add_source(const std::string& key, const std::string& url) {
    config::Source source;
    source.facts.key = SourceKey(key);
    source.facts.display_name = key;
    source.url = url;
    canonical_.sources.emplace(source.facts.key, source);
  }

  config::ClientPlan client(const std::string& id, std::vector<std::string> sources) const {
    config::ClientPlan client;
    client.id = ClientId(id);
    for (const std::string& source : sources) client.sources.emplace_back(source);
    client.gate.window = {day_ - 7, day_};
    client.profile.client = client.id;
    client.profile.name = id;
    newsletter::Section section;
    section.id = "all";
    client.layout.sections = {section};
    return client;
  }

  RunResult run(std::vector<config::ClientPlan> clients, Steps steps = {}) {
    RunPlan plan{canonical_, std::move(clients),      day_, Instant::end_of(day_), Mode::kLive,
                 steps,      "capture-" + day_.str(), {}};
    auto result = run_pipeline(plan, {client_, buckets_, observer_});
    EXPECT_TRUE(result) << result.error().message;
    return *std::move(result);
  }

  static int count(const ClientResult& result, const std::string& outcome) {
    const auto found = result.record.entries.find(outcome);
    return found == result.record.entries.end() ? 0 : found->second;
  }

  Date day_ = *Date::parse("2026-02-03");
  config::Canonical canonical_;
  store::Buckets buckets_;
  http::FakeClient client_;
  SilentObserver observer_;
};

TEST_F(RunTest, EveryEntryEndsInOneOutcome) {
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  const RunResult result = run({client("one", {"press__alpha"})});
  const ClientResult& one = result.clients.at(0);
  EXPECT_TRUE(balances(one.record, 1));
  EXPECT_EQ(one.record.entries_offered, 4);
  EXPECT_EQ(count(one, "outside_window"), 1);
  EXPECT_EQ(count(one, "undated"), 1);
  EXPECT_EQ(count(one, "unparsable"), 1);
  EXPECT_EQ(count(one, "not_relevant"), 1);  // no watch domain is configured
}

TEST_F(RunTest, ClientsThatShareASourceCauseOneFetch) {
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  const RunResult result = run({client("one", {"press__alpha"}), client("two", {"press__alpha"})});
  EXPECT_EQ(client_.log().size(), 1U);
  for (const ClientResult& client : result.clients) EXPECT_EQ(client.record.entries_offered, 4);
}

TEST_F(RunTest, AFailedSourceMakesTheRunPartialAndTheRestGoesOn) {
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  client_.on("https://bravo.example/feed", http::FakeClient::status(500));
  const RunResult result = run({client("one", {"press__alpha", "press__bravo"})});
  const ClientResult& one = result.clients.at(0);
  EXPECT_EQ(one.status, "partial");
  EXPECT_TRUE(balances(one.record, 2));
  ASSERT_EQ(one.record.failures.size(), 1U);
  EXPECT_EQ(one.record.failures[0].reason, "status");
  ASSERT_TRUE(one.issue);
  EXPECT_EQ(one.issue->issue.troubles.at(0).what, newsletter::Trouble::kUnread);
}

TEST_F(RunTest, AllSourcesFailedIsAFailureAndMakesNoIssue) {
  client_.on("https://alpha.example/feed", http::FakeClient::status(500));
  const RunResult result = run({client("one", {"press__alpha"})});
  EXPECT_EQ(result.status(), "failed");
  EXPECT_FALSE(result.clients.at(0).issue);
  EXPECT_TRUE(buckets_.newsletters->list("")->empty());
}

TEST_F(RunTest, StepsRunApartCompleteOneRecord) {
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  const RunResult ingested = run({client("one", {"press__alpha"})}, {true, false, false});
  EXPECT_EQ(count(ingested.clients.at(0), "stored"), 1);
  run({client("one", {"press__alpha"})}, {false, true, false});
  const RunResult made = run({client("one", {"press__alpha"})}, {false, false, true});
  const ClientResult& one = made.clients.at(0);
  EXPECT_EQ(one.record.id, ingested.clients.at(0).record.id);
  EXPECT_EQ(count(one, "stored"), 0);
  EXPECT_EQ(count(one, "not_relevant"), 1);
  EXPECT_TRUE(balances(one.record, 1));
}

TEST_F(RunTest, OneClientsFailureNeverStopsAnother) {
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  ASSERT_TRUE(buckets_.data->put(store::keys::ingested(ClientId("one"), day_), "not JSON"));
  const RunResult result = run({client("one", {"press__alpha"}), client("two", {"press__alpha"})});
  EXPECT_EQ(result.clients.at(0).status, "failed");
  EXPECT_FALSE(result.clients.at(0).error.empty());
  EXPECT_TRUE(result.clients.at(1).error.empty());
  EXPECT_EQ(result.status(), "partial");
}

TEST_F(RunTest, TheNextDaySeesWhatWasStored) {
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  run({client("one", {"press__alpha"})});
  day_ = day_ + 1;
  const RunResult result = run({client("one", {"press__alpha"})});
  EXPECT_EQ(count(result.clients.at(0), "seen_before"), 1);
  EXPECT_EQ(count(result.clients.at(0), "revision_of"), 0);
  EXPECT_TRUE(balances(result.clients.at(0).record, 1));
}

TEST_F(RunTest, AnEditedTitleIsARevisionAndNoNewItem) {
  std::string edited = kAlphaFeed;
  edited.replace(edited.find("signs"), 5, "inks ");
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  client_.on("https://alpha.example/feed", http::FakeClient::ok(edited));
  run({client("one", {"press__alpha"})});
  day_ = day_ + 1;
  EXPECT_EQ(count(run({client("one", {"press__alpha"})}).clients.at(0), "revision_of"), 1);
  const auto items = ItemStore::load(*buckets_.data, ClientId("one"), day_ - 7);
  ASSERT_TRUE(items);
  EXPECT_EQ(items->all().size(), 1U);
}

TEST_F(RunTest, AnUnchangedSourceHidesNothingFromANewClient) {
  http::Response tagged = http::FakeClient::ok(kAlphaFeed);
  tagged.headers["etag"] = "\"1\"";
  client_.on("https://alpha.example/feed", tagged);
  client_.on("https://alpha.example/feed", http::FakeClient::status(304));
  run({client("one", {"press__alpha"})});
  day_ = day_ + 1;
  const RunResult result = run({client("two", {"press__alpha"})});
  EXPECT_EQ(client_.log().at(1).headers.at("if-none-match"), "\"1\"");
  EXPECT_EQ(result.clients.at(0).record.sources.at("not_modified"), 1);
  EXPECT_EQ(result.clients.at(0).ingested.stored, 1);
}

TEST_F(RunTest, AFailedReadingIsNeverConfirmedByA304) {
  http::Response page = http::FakeClient::ok("<html><body>Down</body></html>");
  page.headers["etag"] = "\"1\"";
  client_.on("https://alpha.example/feed", page);
  run({client("one", {"press__alpha"})});
  day_ = day_ + 1;
  run({client("one", {"press__alpha"})});
  EXPECT_FALSE(client_.log().at(1).headers.contains("if-none-match"));
}

TEST_F(RunTest, TheSameRunTwiceWritesTheSameBytes) {
  client_.on("https://alpha.example/feed", http::FakeClient::ok(kAlphaFeed));
  const auto written = [this] {
    std::string all;
    for (store::ObjectStore* store : {buckets_.data.get(), buckets_.newsletters.get()})
      for (const auto& info : *store->list(""))
        if (!info.key.starts_with("state/sources/")) all += info.key + info.etag + "\n";
    return all;
  };
  run({client("one", {"press__alpha"})});
  const std::string first = written();
  run({client("one", {"press__alpha"})});
  EXPECT_EQ(written(), first);
}

}  // namespace
}  // namespace vectora::pipeline
