#include "vectora/ops/history.h"

#include <gtest/gtest.h>

#include <utility>

#include "vectora/ops/environment.h"
#include "vectora/store/hooked_store.h"

namespace vectora::ops {
namespace {

HistoryEntry promotion(std::string_view at) {
  HistoryEntry entry;
  entry.at = *Instant::parse(at);
  entry.who = "anna@laptop";
  entry.action = "promote";
  entry.environment = "stage";
  entry.before = sha256("before");
  entry.after = sha256("after");
  entry.snapshot = "before-promote";
  entry.why = "new newsrooms";
  entry.details = {{"gates", 5}};
  return entry;
}

TEST(History, AnEntryComesBackAsItWasWritten) {
  const auto config = store::open_memory();
  const auto id = record(*config, promotion("2026-11-21T09:00:00Z"));
  ASSERT_TRUE(id);
  EXPECT_TRUE(id->starts_with("20261121T090000Z-")) << *id;
  const auto entries = read_history(*config, 10);
  ASSERT_TRUE(entries) << entries.error().message;
  ASSERT_EQ(entries->size(), 1u);
  HistoryEntry expected = promotion("2026-11-21T09:00:00Z");
  expected.id = *id;
  EXPECT_EQ(to_json(entries->front()), to_json(expected));
  EXPECT_TRUE(config->get("history/2026/11/21/" + *id + ".json"));
}

TEST(History, TheNewestStandFirstAndNoMoreThanAsked) {
  const auto config = store::open_memory();
  for (const char* at : {"2025-12-31T23:59:59Z", "2026-11-21T08:59:59Z", "2026-11-21T09:00:00Z"})
    ASSERT_TRUE(record(*config, promotion(at)));
  ASSERT_TRUE(config->put("history/2026/11/21/20261121T090000Z-0000.md", "# Report"));
  const auto entries = read_history(*config, 2);
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 2u);
  EXPECT_EQ((*entries)[0].at.str(), "2026-11-21T09:00:00Z");
  EXPECT_EQ((*entries)[1].at.str(), "2026-11-21T08:59:59Z");
}

// Who wrote, and by which clock, in the order of writing.
std::vector<std::pair<std::string, std::string>> written_by(
    store::ObjectStore& config, const std::vector<std::pair<std::string, std::string>>& entries) {
  for (const auto& [who, at] : entries) {
    HistoryEntry entry = promotion(at);
    entry.who = who;
    EXPECT_TRUE(record(config, entry));
  }
  std::vector<std::pair<std::string, std::string>> read;
  for (const HistoryEntry& entry : *read_history(config, 100))
    read.insert(read.begin(), {entry.who, entry.at.str()});
  return read;
}

TEST(History, EntriesOfOneSecondKeepTheirOrder) {
  const auto config = store::open_memory();
  std::vector<std::pair<std::string, std::string>> entries;
  for (int i = 0; i < 12; ++i)
    entries.emplace_back("w" + std::to_string(i), "2026-11-21T09:00:00Z");
  EXPECT_EQ(written_by(*config, entries), entries);
}

TEST(History, AClockThatIsBehindDoesNotChangeTheOrder) {
  const auto config = store::open_memory();
  const std::vector<std::pair<std::string, std::string>> entries = {
      {"fast", "2026-11-21T23:59:58Z"},
      {"slow", "2026-11-21T23:59:50Z"},
      {"slow", "2026-11-21T23:59:51Z"},
      {"fast", "2026-11-22T00:00:03Z"},
      {"slow", "2026-11-21T23:59:57Z"}};
  EXPECT_EQ(written_by(*config, entries), entries);
  EXPECT_TRUE(config->get("history/2026/11/22/20261122T000003Z-0001.json"));
}

TEST(History, OfTwoThatWriteAtOneTimeBothAreKept) {
  const auto memory = store::open_memory();
  bool interferes = true;
  store::HookedStore config(*memory, [&](std::string_view operation, const std::string&) {
    if (operation == "put_if_absent" && std::exchange(interferes, false)) {
      EXPECT_EQ(*record(*memory, promotion("2026-11-21T09:00:00Z")), "20261121T090000Z-0000");
    }
    return Result<void>();
  });
  HistoryEntry other = promotion("2026-11-21T09:00:00Z");
  other.who = "bert@desk";
  EXPECT_EQ(*record(config, other), "20261121T090000Z-0001");
  EXPECT_EQ(read_history(*memory, 10)->size(), 2u);
}

TEST(History, WritingAnEntryTwiceWritesOneObject) {
  const auto config = store::open_memory();
  ASSERT_TRUE(record(*config, promotion("2026-11-21T09:00:00Z")));
  ASSERT_TRUE(record(*config, promotion("2026-11-21T09:00:00Z")));
  HistoryEntry other = promotion("2026-11-21T09:00:00Z");
  other.who = "bert@desk";
  ASSERT_TRUE(record(*config, other));
  const auto objects = config->list("history/");
  ASSERT_TRUE(objects);
  EXPECT_EQ(objects->size(), 2u);
}

TEST(History, WhatIsNoEntryIsNamedByItsKey) {
  for (const char* bytes : {"", "[]", "{\"version\": 2}", "{\"version\": 1, \"at\": \"today\"}"}) {
    const auto config = store::open_memory();
    ASSERT_TRUE(config->put("history/2026/11/21/x.json", bytes));
    const auto entries = read_history(*config, 1);
    ASSERT_FALSE(entries) << bytes;
    EXPECT_EQ(entries.error().code, ErrorCode::kMalformed);
    EXPECT_TRUE(entries.error().message.starts_with("history/2026/11/21/x.json: "))
        << entries.error().message;
  }
}

TEST(History, ALineTellsWhoDidWhat) {
  HistoryEntry entry = promotion("2026-11-21T09:00:00Z");
  entry.before = {};
  EXPECT_EQ(history_line(entry), "2026-11-21T09:00:00Z  promote  done  none -> " +
                                     sha256("after").hex().substr(0, 12) +
                                     "  anna@laptop  snapshot before-promote  new newsrooms");
}

TEST(History, ALineTellsWhatWasOverriddenAndWhyItFailed) {
  HistoryEntry entry = promotion("2026-11-21T09:00:00Z");
  entry.outcome = "undone";
  entry.details = {{"overrides", {{{"gate", "soak"}, {"reason", "the fair opens"}}}},
                   {"undone_because", "smoke run: empty"}};
  EXPECT_TRUE(history_line(entry).ends_with(
      "new newsrooms  soak overridden: the fair opens  because smoke run: empty"))
      << history_line(entry);
}

TEST(Environment, NamesItsBuckets) {
  const Environment environment{"vectora-inbox", "prod", "s3:// in eu-west-3", {}, {}};
  EXPECT_EQ(environment.bucket("lambda-code"), "vectora-inbox-lambda-code-prod");
}

}  // namespace
}  // namespace vectora::ops
