#include "vectora/text/date/zones.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

Date day(int year, int month, int day) { return *Date::from_civil(year, month, day); }

std::string noon_in(std::string_view zone, Date date) {
  return instant_in(find_zone_name(zone).zone, date, 12 * 3600).str();
}

TEST(Zones, AreFoundAsWholeWordsInCapitals) {
  EXPECT_EQ(find_zone_name("EST").size, 3u);
  EXPECT_EQ(find_zone_name("EST, Monday").size, 3u);
  EXPECT_EQ(find_zone_name("Europe/Paris (summer)").size, 12u);
  EXPECT_EQ(find_zone_name("America/Argentina/Buenos_Aires").size, 30u);
  EXPECT_EQ(find_zone_name("GMTAugust").size, 3u);
  EXPECT_EQ(find_zone_name("est").size, 0u);
  EXPECT_EQ(find_zone_name("ESTABLISHED").size, 0u);
  EXPECT_EQ(find_zone_name("Nowhere/City").size, 0u);
  EXPECT_EQ(find_zone_name("").size, 0u);
}

TEST(Zones, OfOneOffsetKeepItAllYear) {
  EXPECT_EQ(noon_in("EST", day(2026, 1, 15)), "2026-01-15T17:00:00Z");
  EXPECT_EQ(noon_in("EST", day(2026, 7, 15)), "2026-07-15T17:00:00Z");
  EXPECT_EQ(noon_in("IST", day(2026, 7, 15)), "2026-07-15T06:30:00Z");
  EXPECT_EQ(noon_in("Asia/Tokyo", day(2026, 7, 15)), "2026-07-15T03:00:00Z");
}

TEST(Zones, MoveTheirClocksByTheLawOfTheirContinent) {
  EXPECT_EQ(noon_in("America/New_York", day(2026, 3, 7)), "2026-03-07T17:00:00Z");
  EXPECT_EQ(noon_in("America/New_York", day(2026, 3, 8)), "2026-03-08T16:00:00Z");
  EXPECT_EQ(noon_in("America/New_York", day(2026, 10, 31)), "2026-10-31T16:00:00Z");
  EXPECT_EQ(noon_in("America/New_York", day(2026, 11, 1)), "2026-11-01T17:00:00Z");
  EXPECT_EQ(noon_in("Europe/Paris", day(2026, 3, 28)), "2026-03-28T11:00:00Z");
  EXPECT_EQ(noon_in("Europe/Paris", day(2026, 3, 29)), "2026-03-29T10:00:00Z");
  EXPECT_EQ(noon_in("Europe/Paris", day(2026, 10, 24)), "2026-10-24T10:00:00Z");
  EXPECT_EQ(noon_in("Europe/Paris", day(2026, 10, 25)), "2026-10-25T11:00:00Z");
  EXPECT_EQ(noon_in("Australia/Sydney", day(2026, 4, 4)), "2026-04-04T01:00:00Z");
  EXPECT_EQ(noon_in("Australia/Sydney", day(2026, 4, 5)), "2026-04-05T02:00:00Z");
  EXPECT_EQ(noon_in("Australia/Sydney", day(2026, 10, 4)), "2026-10-04T01:00:00Z");
}

}  // namespace
}  // namespace vectora::text
