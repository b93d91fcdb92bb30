#include "vectora/pipeline/run_record.h"

#include <gtest/gtest.h>

namespace vectora::pipeline {
namespace {

using normalize::Outcome;
using normalize::OutcomeKind;

RunRecord sample() {
  RunRecord record;
  record.client = ClientId("depot_weekly");
  record.as_of = *Date::parse("2026-02-03");
  record.window = {record.as_of - 7, record.as_of};
  record.id = run_id(record.client, record.as_of, sha256("config"), {sha256("capture")});
  record.status = "partial";
  Reading fetched;
  fetched.source = SourceKey("press__alpha");
  fetched.end = SourceEnd::kFetched;
  fetched.drift = "no entry has a date";
  fetched.notes = {"robots.txt is overridden"};
  fetched.entries.resize(3);
  count_sources(record, {fetched, failed_reading(SourceKey("press__bravo"), "tls", "expired")});
  record.fates = {{ItemId("a"), fetched.source, "https://a.example/1", "One",
                   Outcome{OutcomeKind::kExcludedBy, "hr_content: hiring"}},
                  {ItemId("b"), fetched.source, "https://a.example/2", "Two",
                   Outcome{OutcomeKind::kSelected, "deals"}},
                  {ItemId("c"), fetched.source, "https://a.example/3", "Three", std::nullopt}};
  record.candidates = {{ItemId("b"), Outcome{OutcomeKind::kSelected, "deals"}}};
  count_entries(record);
  return record;
}

TEST(RunRecordTest, BothTablesAddUp) {
  const RunRecord record = sample();
  EXPECT_TRUE(balances(record, 2));
  EXPECT_FALSE(balances(record, 3));
  EXPECT_EQ(record.entries.at("stored"), 1);
  EXPECT_EQ(record.rules_fired.at("excluded_by.hr_content"), 1);
}

TEST(RunRecordTest, EachSourceHasItsOutcomeAndItsNotes) {
  const RunRecord record = sample();
  const std::vector<RunRecord::SourceOutcome> expected = {
      {SourceKey("press__alpha"), "fetched", "", "", 3},
      {SourceKey("press__bravo"), "failed", "tls", "expired", 0}};
  EXPECT_EQ(record.source_outcomes, expected);
  ASSERT_EQ(record.notes.size(), 2U);
  EXPECT_EQ(record.notes[0].second, "no entry has a date");
  EXPECT_EQ(record.notes[1].second, "robots.txt is overridden");
  RunRecord incomplete = record;
  incomplete.source_outcomes.pop_back();
  EXPECT_FALSE(balances(incomplete, 2));
}

TEST(RunRecordTest, AnEntryThatIsCountedTwiceIsSeen) {
  RunRecord record = sample();
  ++record.entries["selected"];
  EXPECT_FALSE(balances(record, 2));
}

TEST(RunRecordTest, IsReadBackAsItWasWritten) {
  const auto again = run_record_from_json(to_json(sample()));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->id, sample().id);
  EXPECT_EQ(again->failures[0].reason, "tls");
  EXPECT_EQ(again->source_outcomes, sample().source_outcomes);
  EXPECT_EQ(again->notes, sample().notes);
  EXPECT_EQ(again->fates[0].outcome, sample().fates[0].outcome);
  EXPECT_FALSE(again->fates[2].outcome);
  EXPECT_EQ(again->candidates[0].second.kind, OutcomeKind::kSelected);
}

TEST(RunRecordTest, ItsIdFollowsFromWhatWentIn) {
  const ClientId client("depot_weekly");
  const Date day = *Date::parse("2026-02-03");
  const RunId id = run_id(client, day, sha256("config"), {sha256("capture")});
  EXPECT_EQ(id.str().size(), 16U);
  EXPECT_EQ(run_id(client, day, sha256("config"), {sha256("capture")}), id);
  EXPECT_NE(run_id(client, day + 1, sha256("config"), {sha256("capture")}), id);
  EXPECT_NE(run_id(client, day, sha256("other"), {sha256("capture")}), id);
  EXPECT_NE(run_id(client, day, sha256("config"), {sha256("other")}), id);
}

}  // namespace
}  // namespace vectora::pipeline
