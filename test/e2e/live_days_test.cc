// Days in a row with sources that change: what was seen is not read again, what
// was sent is not sent again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/live_market.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const News kOrder = {"Voltara wins an order for solid-state battery packs", "order", "12 Jan 2026"};
const News kPlant = {"Norrbuss raises 90 million for sodium-ion buses", "plant", "13 Jan 2026",
                     "Investors back the maker, which takes sodium-ion battery packs from Turin."};

class LiveDays : public ::testing::Test {
 protected:
  LiveDays() {
    market_.serve("voltara", feed({kOrder}));
    EXPECT_EQ(market_.run("2026-01-13").exit_code, 0);
  }

  std::vector<std::string> sent(const char* day) const {
    return selected_items(market_.workspace().newsletter(kToyClient, day));
  }

  LiveMarket market_{{"voltara"}};
};

TEST_F(LiveDays, AnUnchangedFeedIsNotModifiedAndItsEntriesSeenBefore) {
  const Answer run = market_.run("2026-01-14");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const Json record = market_.record("2026-01-14");
  EXPECT_EQ(record["sources"], Json({{"not_modified", 1}}));
  EXPECT_EQ(outcome_of(record, "order"), "seen_before");
  expect_balanced(record, 1);
}

TEST_F(LiveDays, ForceRefreshAsksForTheWholeFeed) {
  EXPECT_EQ(market_.run("2026-01-14", {"--force-refresh"}).exit_code, 0);
  EXPECT_EQ(market_.record("2026-01-14")["sources"], Json({{"fetched", 1}}));
}

TEST_F(LiveDays, APermanentRedirectIsReportedAndFollowedAtItsEndATemporaryOneIsNot) {
  market_.serve("new", feed({kOrder}));
  market_.answer("voltara", http::reply(302, {{"location", "/new"}}, ""));
  EXPECT_EQ(market_.run("2026-01-14").exit_code, 0);
  market_.answer("voltara", http::reply(301, {{"location", "/new"}}, ""));
  const std::string moved = "put " + market_.server().url("/new") + " into the catalog";
  EXPECT_THAT(market_.run("2026-01-15").err, HasSubstr(moved));
  EXPECT_EQ(market_.server().log().back().target, "/new");
  const size_t requests = market_.server().log().size();
  EXPECT_THAT(market_.run("2026-01-16").err, HasSubstr(moved));
  EXPECT_EQ(market_.server().log().size(), requests + 1);
  EXPECT_EQ(market_.server().log().back().target, "/new");
  EXPECT_EQ(market_.record("2026-01-16")["sources"], Json({{"not_modified", 1}}));
  EXPECT_THAT(market_.workspace().vectora({"source", "list"}).out, HasSubstr(moved));
}

TEST_F(LiveDays, TheListOfSourcesTellsHowEachIsDoing) {
  std::vector<News> weekly;
  for (const char* day : {"02", "03", "05", "06", "07", "09", "12"})
    weekly.push_back({"Voltara wins order " + std::string(day), "o" + std::string(day),
                      std::string(day) + " Jan 2026"});
  market_.serve("voltara", feed(weekly));
  const auto listed = [this] {
    return *parse_json(market_.workspace().vectora({"source", "list", "--json"}).out);
  };
  market_.run("2026-01-14");
  market_.run("2026-01-15");
  Json source = listed();
  EXPECT_EQ(source["last_success"], "2026-01-15T23:59:59Z");
  EXPECT_EQ(source["last_entries"], 7);
  EXPECT_EQ(source["newest_entry"], "2026-01-12");
  EXPECT_EQ(source["rhythm_days"], 2);
  EXPECT_EQ(source["silent_after_days"], 14);
  EXPECT_EQ(source["silent"], true);  // on the machine's day
  EXPECT_EQ(source["requests"], 3);
  EXPECT_NEAR(source["share_not_modified"].get<double>(), 1.0 / 3, 0.001);
  EXPECT_EQ(source["drifting"], false);
  EXPECT_EQ(source["last_error"], "");

  market_.serve("voltara", feed({{"Voltara", "1", ""}, {"Voltara", "2", ""}}));
  market_.run("2026-01-16");
  market_.answer("voltara", http::reply(503, {}, ""));
  market_.run("2026-01-17");
  source = listed();
  EXPECT_EQ(source["last_success"], "2026-01-16T23:59:59Z");
  EXPECT_EQ(source["last_failure"], "2026-01-17T23:59:59Z");
  EXPECT_EQ(source["failures_in_a_row"], 1);
  EXPECT_EQ(source["last_error"], "status: the server answered with status 503");
  EXPECT_EQ(source["drift"], "no entry has a date");
  EXPECT_EQ(source["newest_entry"], "2026-01-12");
  EXPECT_THAT(market_.workspace().vectora({"source", "list"}).out,
              HasSubstr("failing, silent, drifting"));
}

TEST_F(LiveDays, AReplayOfARunThatAskedNobodyGivesItsBytes) {
  market_.serve("voltara", feed({kOrder, kPlant}), {{"cache-control", "max-age=600"}});
  const Workspace& workspace = market_.workspace();
  EXPECT_EQ(workspace.vectora({"run", "--live", "--force-refresh"}).exit_code, 0);
  const size_t requests = market_.server().log().size();
  EXPECT_EQ(workspace.vectora({"run", "--live"}).exit_code, 0);
  EXPECT_EQ(market_.server().log().size(), requests);
  std::string capture;  // of two runs of one second neither is the latest
  for (const std::string& key : workspace.keys("data", "raw/captures/")) {
    const Json json = workspace.json("data", key);
    if (json["requests"][0].contains("asked")) capture = string_member(json, "capture_id");
  }
  std::vector<std::string> first;
  for (const std::vector<std::string>& mode : {std::vector<std::string>{}, {"--quiet"}}) {
    std::vector<std::string> replay = {"run", "--replay", capture, "--as-of", "2026-01-14"};
    replay.insert(replay.end(), mode.begin(), mode.end());
    EXPECT_EQ(workspace.vectora(replay).exit_code, 0);
    first.push_back(to_json_text(market_.record("2026-01-14")));
  }
  EXPECT_EQ(first[0], first[1]);
  EXPECT_EQ(market_.record("2026-01-14")["sources"], Json({{"not_modified", 1}}));
  EXPECT_EQ(market_.server().log().size(), requests);
}

TEST_F(LiveDays, AnItemThatWasSentDoesNotReturn) {
  ASSERT_THAT(sent("2026-01-13"), SizeIs(1));
  market_.serve("voltara", feed({kPlant, kOrder}));
  EXPECT_EQ(market_.run("2026-01-14").exit_code, 0);
  ASSERT_THAT(sent("2026-01-14"), SizeIs(1));
  EXPECT_NE(sent("2026-01-14"), sent("2026-01-13"));
  const Json record = market_.record("2026-01-14");
  EXPECT_EQ(outcome_of(record, "order"), "seen_before");
  EXPECT_EQ(outcome_of(record, "plant"), "selected");
  std::map<std::string, std::string> issue;
  for (const Json& candidate : record["candidates"])
    issue[string_member(candidate, "item_id")] = string_member(candidate, "outcome");
  EXPECT_EQ(issue[sent("2026-01-13")[0]], "sent_before");
}

TEST_F(LiveDays, AnIssueThatIsMadeAgainKeepsItsItems) {
  const std::vector<std::string> first = sent("2026-01-13");
  EXPECT_EQ(market_.run("2026-01-13").exit_code, 0);
  EXPECT_EQ(sent("2026-01-13"), first);
}

TEST_F(LiveDays, ADryRunIsNotSent) {
  market_.serve("voltara", feed({kPlant, kOrder}));
  EXPECT_EQ(market_.run("2026-01-14", {"--dry-run"}).exit_code, 0);
  EXPECT_EQ(market_.run("2026-01-15").exit_code, 0);
  EXPECT_THAT(sent("2026-01-15"), SizeIs(1));
}

TEST_F(LiveDays, AChangedTitleIsARevisionOfTheSameItem) {
  News changed = kOrder;
  changed.title = "Voltara wins a larger order for solid-state battery packs";
  market_.serve("voltara", feed({changed}));
  EXPECT_EQ(market_.run("2026-01-14").exit_code, 0);
  const Json record = market_.record("2026-01-14");
  EXPECT_EQ(outcome_of(record, "order"), "revision_of");
  expect_balanced(record, 1);
  const Json stored =
      market_.workspace().json("data", "ingested/ebus_weekly/2026/01/13/items.json");
  ASSERT_THAT(stored, SizeIs(1));
  EXPECT_EQ(stored[0]["title"], changed.title);
  EXPECT_EQ(stored[0]["first_seen_at"], "2026-01-13T23:59:59Z");
  EXPECT_THAT(market_.workspace().keys("data", "ingested/ebus_weekly/2026/01/14/"), IsEmpty());
}

TEST_F(LiveDays, AnotherSpellingOfAnAddressIsADuplicate) {
  News copy = kOrder;
  copy.slug = "order?utm_source=rss#top";
  market_.serve("voltara", feed({copy, kOrder}));
  EXPECT_EQ(market_.run("2026-01-14").exit_code, 0);
  const Json record = market_.record("2026-01-14");
  EXPECT_EQ(record["entries_offered"], 2);
  EXPECT_EQ(record["entries"]["duplicate_of"], 1);
}

TEST_F(LiveDays, EntriesOutsideTheWindowOrWithoutDayAreNamedSo) {
  News old = kPlant;
  old.day = "12 Jan 2024";
  News undated = {"Voltara tests solid-state battery packs", "undated", "", "In city buses."};
  market_.serve("voltara", feed({old, undated}));
  EXPECT_EQ(market_.run("2026-01-14").exit_code, 0);
  const Json record = market_.record("2026-01-14");
  EXPECT_EQ(outcome_of(record, "plant"), "outside_window");
  EXPECT_EQ(outcome_of(record, "undated"), "undated");
  EXPECT_THAT(sent("2026-01-14"), IsEmpty());
}

}  // namespace
}  // namespace vectora::e2e
