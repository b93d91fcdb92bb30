#include "vectora/base/date.h"

#include <gtest/gtest.h>

namespace vectora {
namespace {

TEST(DateTest, ExistsOnlyIfTheCalendarHasIt) {
  EXPECT_TRUE(Date::from_civil(2024, 2, 29));
  EXPECT_FALSE(Date::from_civil(2026, 2, 29));
  EXPECT_FALSE(Date::from_civil(2026, 13, 1));
  EXPECT_FALSE(Date::parse("2026-2-3"));
  EXPECT_FALSE(Date::parse("2026-02-03 "));
}

TEST(DateTest, CountsDays) {
  const Date day = *Date::parse("2026-02-03");
  EXPECT_EQ((day + 26).str(), "2026-03-01");
  EXPECT_EQ(*Date::parse("2026-03-01") - day, 26);
  EXPECT_EQ(day.path(), "2026/02/03");
  EXPECT_LT(day - 1, day);
}

TEST(InstantTest, ReadsRfc3339WithAnyOffset) {
  EXPECT_EQ(Instant::parse("2026-02-03T10:00:00+02:00")->str(), "2026-02-03T08:00:00Z");
  EXPECT_EQ(Instant::parse("2026-02-03T00:30:00.123+01:00")->str(), "2026-02-02T23:30:00Z");
  EXPECT_EQ(Instant::parse("1969-12-31T23:59:59Z")->date().str(), "1969-12-31");
  EXPECT_FALSE(Instant::parse("2026-02-03"));
  EXPECT_FALSE(Instant::parse("2026-02-03T25:00:00Z"));
  EXPECT_FALSE(Instant::parse("2026-02-03T10:00:00"));
}

TEST(InstantTest, KnowsTheEndsOfADay) {
  const Date day = *Date::parse("2026-02-03");
  EXPECT_EQ(Instant::start_of(day).str(), "2026-02-03T00:00:00Z");
  EXPECT_EQ(Instant::end_of(day).str(), "2026-02-03T23:59:59Z");
  EXPECT_EQ(Instant::end_of(day).date(), day);
}

}  // namespace
}  // namespace vectora
