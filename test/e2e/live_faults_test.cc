// Sources that fail in every way that servers know: each ends with its reason,
// the rest goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/live_market.h"
#include "vectora/base/digest.h"

namespace vectora::e2e {
namespace {

using http::Reply;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kDay = "2026-01-14";
const News kOrder = {"Voltara wins an order for solid-state battery packs", "order", "12 Jan 2026"};

std::map<std::string, std::string> reasons(const Json& record) {
  std::map<std::string, std::string> all;
  for (const Json& failure : record["failures"])
    all[string_member(failure, "source_key")] = string_member(failure, "reason");
  return all;
}

std::string garbage() {
  std::string bytes;
  for (unsigned i = 1; i < 5000; ++i) bytes += static_cast<char>(i * i * 31 % 251);
  return bytes;
}

void fail_in_every_way(LiveMarket& market) {
  market.answer("stalls", {"", Reply::Then::kStall});
  market.answer("resets", {"", Reply::Then::kReset});
  market.answer("status_500", http::reply(500, {}, "sorry"));
  market.answer("status_404", http::reply(404, {}, "gone"));
  market.answer("garbage", http::reply(200, {}, garbage()));
  market.answer("html_page", http::reply(200, {{"content-type", "text/html"}},
                                         "<!DOCTYPE html><html><body><h1>News</h1></body></html>"));
  market.answer("too_large", http::reply(200, {}, std::string(50'000'000, ' ')));
  market.answer("empty", http::reply(200, {}, ""));
  market.answer("loops", http::reply(302, {{"location", "/loops"}}, ""));
}

const std::map<std::string, std::string> kReasons = {
    {"press_corporate__stalls", "timeout"},      {"press_corporate__resets", "connect"},
    {"press_corporate__status_500", "status"},   {"press_corporate__status_404", "status"},
    {"press_corporate__garbage", "not_a_feed"},  {"press_corporate__html_page", "not_a_feed"},
    {"press_corporate__too_large", "too_large"}, {"press_corporate__empty", "empty"},
    {"press_corporate__loops", "refused"},
};

std::vector<std::string> failing_names() {
  std::vector<std::string> names;
  for (const auto& [key, reason] : kReasons) names.push_back(key.substr(key.find("__") + 2));
  return names;
}

TEST(LiveFaults, EachEndsWithItsReasonAndTheRestGoesOn) {
  std::vector<std::string> names = failing_names();
  names.push_back("voltara");
  LiveMarket market(names);
  fail_in_every_way(market);
  market.serve("voltara", feed({kOrder}));
  const Answer run = market.run(kDay);
  EXPECT_EQ(run.exit_code, 3) << run.err;
  const Json record = market.record();
  EXPECT_EQ(record["status"], "partial");
  EXPECT_EQ(reasons(record), kReasons);
  expect_balanced(record, static_cast<int>(names.size()));
  EXPECT_EQ(selected_items(market.workspace().newsletter(kToyClient, kDay)).size(), 1U);
  for (const auto& [key, reason] : kReasons)
    EXPECT_THAT(run.err, HasSubstr(key + ": source failed: " + reason));
}

TEST(LiveFaults, WhenEverySourceFailsTheRunFails) {
  LiveMarket market({"status_500", "empty"});
  fail_in_every_way(market);
  const Answer run = market.run(kDay);
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_EQ(market.record()["status"], "failed");
}

TEST(LiveFaults, AFailingSourceIsWellAgainTheDayAfter) {
  LiveMarket market({"voltara"});
  market.answer("voltara", http::reply(503, {}, "later"));
  EXPECT_EQ(market.run(kDay).exit_code, 1);
  market.serve("voltara", feed({kOrder}));
  EXPECT_EQ(market.run("2026-01-15").exit_code, 0);
  EXPECT_EQ(outcome_of(market.record("2026-01-15"), "order"), "selected");
}

TEST(LiveFaults, ABodyIsKeptBeforeItIsRead) {
  LiveMarket market({"garbage", "voltara"});
  fail_in_every_way(market);
  market.serve("voltara", feed({kOrder}));
  ASSERT_EQ(market.run(kDay).exit_code, 3);
  const auto captures = market.workspace().keys("data", "raw/captures/");
  ASSERT_EQ(captures.size(), 1U);
  const Json capture = market.workspace().json("data", captures[0]);
  ASSERT_EQ(capture["requests"].size(), 2U);
  for (const std::string& body : {garbage(), feed({kOrder})}) {
    const std::string digest = sha256(body).hex();
    EXPECT_THAT(to_json_line(capture), HasSubstr(digest));
    EXPECT_TRUE(std::filesystem::exists(market.workspace().bucket("data") / "raw/objects" /
                                        digest.substr(0, 2) / digest));
  }
}

TEST(LiveFaults, ACaptureReplaysToTheSameNewsletter) {
  std::vector<std::string> names = {"garbage", "status_500", "voltara"};
  LiveMarket market(names);
  fail_in_every_way(market);
  market.serve("voltara", feed({kOrder}));
  ASSERT_EQ(market.run(kDay).exit_code, 3);
  const Json live = market.workspace().newsletter(kToyClient, kDay);
  const size_t requests = market.server().log().size();
  const Answer again = market.workspace().vectora({"run", "--replay", "latest", "--as-of", kDay});
  EXPECT_EQ(again.exit_code, 3) << again.err;
  EXPECT_EQ(market.server().log().size(), requests) << "a replay asks nobody";
  EXPECT_EQ(market.workspace().newsletter(kToyClient, kDay), live);
}

TEST(PrivateAddresses, AreRefusedUnlessTheWorkspaceAllowsThem) {
  LiveMarket market({"voltara"});
  market.serve("voltara", feed({kOrder}));
  market.workspace().replace("vectora.yaml", "allow_private_addresses: true",
                             "allow_private_addresses: false");
  const Answer run = market.run(kDay);
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_EQ(reasons(market.record())["press_corporate__voltara"], "refused");
  EXPECT_EQ(market.server().connections(), 0U);
}

TEST(Robots, ThatForbidAreObeyed) {
  LiveMarket market({"voltara"});
  market.serve("voltara", feed({kOrder}));
  market.answer("robots.txt", http::reply(200, {}, "User-agent: *\nDisallow: /volt\n"));
  market.workspace().replace("vectora.yaml", "respect_robots: false", "respect_robots: true");
  EXPECT_EQ(market.run(kDay).exit_code, 1);
  EXPECT_EQ(reasons(market.record())["press_corporate__voltara"], "refused");
  for (const auto& request : market.server().log()) EXPECT_EQ(request.target, "/robots.txt");
}

}  // namespace
}  // namespace vectora::e2e
