// What a second poll moves where nothing changed: bytes on the wire in both
// directions, headers, robots.txt and the pages of entries included.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>

#include "test/e2e/live_market.h"

namespace vectora::e2e {
namespace {

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";
constexpr double kMost = 0.02;

std::string words(size_t bytes) {
  std::string text;
  for (int i = 0; text.size() < bytes; ++i)
    text += "The battery pack number " + std::to_string(i) + " of city buses is tested. ";
  return text;
}

// Forty entries without a day: no client keeps one, so each run looks at all of them.
std::string long_feed(const std::string& site) {
  std::string items;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    items += "<item><title>Voltara tests solid-state battery packs, part " + number +
             "</title><link>" + site + "/page" + number + "</link><description>" + words(1000) +
             "</description></item>\n";
  }
  return "<rss version=\"2.0\"><channel><title>News</title>" + items + "</channel></rss>";
}

struct Poll {
  size_t bytes = 0;
  Json sources;
};

// A market whose only source answers with these headers and obeys a robots.txt.
class SecondPoll : public ::testing::Test {
 protected:
  void serve(const http::Headers& headers) {
    // What times out on a busy machine would be asked for again.
    market_.workspace().replace("vectora.yaml", "timeout_s: 1", "timeout_s: 60");
    market_.workspace().replace("vectora.yaml", "respect_robots: false", "respect_robots: true");
    market_.serve("robots.txt", "User-agent: *\nDisallow: /private\n", {{"x-robots", "none"}});
    market_.serve("voltara", long_feed(market_.server().url("")), headers);
  }

  void serve_pages() {
    for (int i = 0; i < 40; ++i)
      market_.serve(
          "page" + std::to_string(i),
          "<html><body><article><h1>Tests</h1><p>" + words(15000) + "</p></article></body></html>",
          {{"content-type", "text/html"}});
    market_.workspace().replace(kCatalog, "content_enrichment: basic",
                                "content_enrichment: full_article");
  }

  // On the machine's clock: what is fresh is so by the time at which it was heard.
  Poll poll() {
    const size_t before = market_.server().bytes_moved();
    const Answer run = market_.workspace().vectora({"run", "--live"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    Poll poll{market_.server().bytes_moved() - before, {}};
    for (const std::string& key : market_.workspace().keys("data", "runs/ebus_weekly/")) {
      if (seen_.insert(key).second) poll.sources = market_.workspace().json("data", key)["sources"];
    }
    return poll;
  }

  double share(const char* what, const Poll& first, const Poll& second) {
    const double share = static_cast<double>(second.bytes) / static_cast<double>(first.bytes);
    std::printf("%-36s first %7zu bytes, second %6zu bytes: %.2f %%\n", what, first.bytes,
                second.bytes, 100 * share);
    return share;
  }

  LiveMarket market_{{"voltara"}};
  std::set<std::string> seen_;
};

TEST_F(SecondPoll, ByETagItMovesNextToNothing) {
  serve({});
  const Poll first = poll();
  const Poll second = poll();
  EXPECT_EQ(first.sources, Json({{"fetched", 1}}));
  EXPECT_EQ(second.sources, Json({{"not_modified", 1}}));
  EXPECT_LT(share("ETag", first, second), kMost);
}

TEST_F(SecondPoll, ByLastModifiedItMovesNextToNothing) {
  serve({{"last-modified", "Mon, 12 Jan 2026 08:00:00 GMT"}});
  const Poll first = poll();
  const Poll second = poll();
  EXPECT_EQ(second.sources, Json({{"not_modified", 1}}));
  EXPECT_LT(share("Last-Modified", first, second), kMost);
}

TEST_F(SecondPoll, WhatIsFreshMovesNothing) {
  serve({{"cache-control", "max-age=600"}});
  const Poll first = poll();
  const Poll second = poll();
  EXPECT_EQ(second.sources, Json({{"not_modified", 1}}));
  EXPECT_EQ(share("Cache-Control: max-age", first, second), 0);
}

TEST_F(SecondPoll, HowLongAnAnswerIsFreshIsConfigured) {
  serve({{"cache-control", "max-age=600"}});
  market_.workspace().replace("vectora.yaml", "max_redirects: 3", "reuse_fresh_s: 0");
  poll();
  EXPECT_EQ(poll().sources, Json({{"fetched", 1}}));
}

TEST_F(SecondPoll, PagesOfEntriesThatNobodyKeptAreNotReadAgain) {
  serve({});
  serve_pages();
  const Poll first = poll();
  EXPECT_EQ(market_.server().log().size(), 42U);  // robots.txt, the feed, its pages
  const Poll second = poll();
  EXPECT_EQ(market_.server().log().size(), 43U);
  EXPECT_LT(share("ETag, pages of entries", first, second), kMost);
}

// A server that says nothing of its answers is asked for all of them again; only
// its pages are known by what the list said of them.
TEST_F(SecondPoll, WithoutAValidatorTheListIsMovedAgainAndItsPagesAreNot) {
  serve({{"x-validators", "none"}});
  serve_pages();
  const Poll first = poll();
  const Poll second = poll();
  EXPECT_EQ(second.sources, Json({{"fetched", 1}}));
  EXPECT_EQ(market_.server().log().size(), 43U);
  EXPECT_LT(share("neither, pages of entries", first, second), 0.1);
}

TEST_F(SecondPoll, WithoutAValidatorAListAloneCostsTheSameAgain) {
  serve({{"x-validators", "none"}});
  const Poll first = poll();
  const Poll second = poll();
  EXPECT_EQ(second.sources, Json({{"fetched", 1}}));
  EXPECT_GT(share("neither", first, second), 0.9);
}

TEST_F(SecondPoll, AForcedRunMovesAllOfIt) {
  serve({{"cache-control", "max-age=600"}, {"etag", "\"1\""}});
  serve_pages();
  const size_t first = poll().bytes;
  const size_t before = market_.server().bytes_moved();
  EXPECT_EQ(market_.workspace().vectora({"run", "--live", "--force-refresh"}).exit_code, 0);
  EXPECT_EQ(market_.server().bytes_moved() - before, first);
}

}  // namespace
}  // namespace vectora::e2e
