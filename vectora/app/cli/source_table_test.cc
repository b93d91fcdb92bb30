#include "vectora/app/cli/source_table.h"

#include <gtest/gtest.h>

namespace vectora::app {
namespace {

const Date kToday = *Date::parse("2026-02-03");

SourceHealth never_read() {
  SourceHealth source;
  source.key = SourceKey("press__alpha");
  return source;
}

SourceHealth healthy() {
  SourceHealth source = never_read();
  source.expected_period_days = 30;
  source.state.last_success = Instant::parse("2026-02-03T06:00:00Z");
  source.state.last_entries = 20;
  source.state.newest_entry = Date::parse("2026-02-01");
  source.state.requests = 8;
  source.state.not_modified = 6;
  return source;
}

TEST(SourceTableTest, ASourceThatWasNeverReadSaysSo) {
  EXPECT_EQ(source_table({never_read()}, kToday),
            "SOURCE        MODE  LAST READ  ENTRIES  NEWEST  RHYTHM  304  FAILED  MARKS\n"
            "press__alpha  rss   never            -  -            -    -       0\n");
}

TEST(SourceTableTest, MarksAreExplainedBeneathTheRow) {
  SourceHealth source = healthy();
  source.mode = config::SourceMode::kHtml;
  source.state.newest_entry = Date::parse("2025-11-02");
  source.state.failures_in_a_row = 3;
  source.state.last_error = "status: 503";
  source.state.drift = "no entry has a date";
  source.state.moved_to = "https://beta.example/news";
  EXPECT_EQ(
      source_table({source}, kToday),
      "SOURCE        MODE  LAST READ   ENTRIES  NEWEST       RHYTHM  304  FAILED  MARKS\n"
      "press__alpha  html  2026-02-03       20  2025-11-02  93/30 d  75%       3  failing, silent, "
      "drifting, moved\n"
      "  last error: status: 503\n"
      "  drifting: no entry has a date\n"
      "  moved for good: put https://beta.example/news into the catalog\n");
  EXPECT_EQ(source_json(source, kToday).at("moved_to"), "https://beta.example/news");
}

TEST(SourceTableTest, SilenceIsLongerThanTheRhythmOfAnEnabledSource) {
  struct Case {
    const char* newest;
    int expected_period_days;
    bool enabled;
    bool silent;
  };
  const Case cases[] = {
      {"2026-01-04", 30, true, false},  // 30 days: the rhythm itself
      {"2026-01-03", 30, true, true},   // a day more
      {"2026-01-03", 0, true, false},   // no rhythm is known
      {"2026-01-03", 30, false, false},
      {"2026-02-10", 30, true, false},  // dated for later
      {"", 30, true, false},            // no entry with a date was ever seen
  };
  for (const Case& c : cases) {
    SourceHealth source = healthy();
    source.state.newest_entry = Date::parse(c.newest);
    source.expected_period_days = c.expected_period_days;
    source.enabled = c.enabled;
    EXPECT_EQ(source.is_silent(kToday), c.silent) << c.newest << " " << c.expected_period_days;
  }
}

TEST(SourceTableTest, WithoutAnExpectedPeriodTheOwnRhythmTells) {
  SourceHealth source = healthy();
  source.expected_period_days = 0;
  source.state.newest_entry = Date::parse("2026-01-04");  // 30 days ago
  const std::pair<int, bool> cases[] = {{0, false}, {1, true}, {7, true}, {8, false}};
  for (const auto& [rhythm, silent] : cases) {
    source.state.rhythm_days = rhythm;
    EXPECT_EQ(source.is_silent(kToday), silent) << rhythm;
  }
  EXPECT_EQ(source_json(source, kToday).at("rhythm_days"), 8);
  EXPECT_EQ(source_json(source, kToday).at("silent_after_days"), 32);
  EXPECT_NE(source_table({source}, kToday).find("30/32 d"), std::string::npos);
  source.state.rhythm_days = 1;
  EXPECT_EQ(source.silent_after_days(), 14);  // not after a quiet weekend
}

TEST(SourceTableTest, JsonHasNullForWhatIsNotKnown) {
  const Json json = source_json(never_read(), kToday);
  for (const char* name : {"last_success", "last_failure", "last_entries", "newest_entry",
                           "days_since_newest", "expected_period_days", "share_not_modified"})
    EXPECT_TRUE(json.at(name).is_null()) << name;
  EXPECT_EQ(json.at("source_key"), "press__alpha");
  EXPECT_EQ(json.at("silent"), false);
}

TEST(SourceTableTest, JsonHasWhatTheTableHas) {
  const Json json = source_json(healthy(), kToday);
  EXPECT_EQ(json.at("last_success"), "2026-02-03T06:00:00Z");
  EXPECT_EQ(json.at("days_since_newest"), 2);
  EXPECT_EQ(json.at("expected_period_days"), 30);
  EXPECT_EQ(json.at("share_not_modified"), 0.75);
  EXPECT_EQ(json.at("last_entries"), 20);
}

}  // namespace
}  // namespace vectora::app
