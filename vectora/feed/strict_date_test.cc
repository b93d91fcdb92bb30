#include "vectora/feed/strict_date.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::feed {
namespace {

TEST(StrictDateTest, ReadsTheTwoFormsOfTheStandards) {
  struct Case {
    std::string_view text;
    std::string_view day;
    std::string_view time;
  };
  for (const Case& c : {
           Case{"Tue, 03 Feb 2026 10:00:00 GMT", "2026-02-03", "2026-02-03T10:00:00Z"},
           Case{"Tue, 3 Feb 2026 00:30:00 +0100", "2026-02-03", "2026-02-02T23:30:00Z"},
           Case{"2026-02-03T10:00:00Z", "2026-02-03", "2026-02-03T10:00:00Z"},
           Case{"2026-02-03T23:00:00.123-05:30", "2026-02-03", "2026-02-04T04:30:00Z"},
       }) {
    const auto date = parse_strict_date(c.text);
    ASSERT_TRUE(date) << c.text;
    EXPECT_EQ(date->day.str(), c.day);
    EXPECT_EQ(date->time->str(), c.time);
  }
}

TEST(StrictDateTest, LeavesEverythingElseToTheLenientReader) {
  for (const std::string_view text :
       {"", "Tue, 03 Feb 2026 10:00:00 EST", "Tue, 30 Feb 2026 10:00:00 GMT",
        "Tue, 03 Feb 26 10:00:00 GMT", "Tue, 03 Fez 2026 10:00:00 GMT",
        "Tue, 03 Feb 2026 24:00:00 GMT", "Tue, 03 Feb 2026 10:00:00 GMT x", "2026-02-03 10:00:00Z",
        "2026-02-03T10:00:00", "2026-13-03T10:00:00Z", "2026-02-03T10:00:00.Z",
        "2026-02-03T10:00:00+99:00", "Tuesday, 3 February 2026 at noon"})
    EXPECT_FALSE(parse_strict_date(text)) << text;
}

// The lenient reader is the oracle: both say the same wherever this one speaks.
TEST(StrictDateTest, AgreesWithTheLenientReader) {
  int read = 0;
  for (const char* zone : {"GMT", "UTC", "Z", "+0000", "-0800", "+05:30", "-00:30", "+1300"})
    for (int day = 0; day < 4000; day += 37) {
      const Date date = Date::from_days(18000 + day);
      constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
      const std::string month(kMonths.substr(static_cast<size_t>(date.month() - 1) * 3, 3));
      for (const std::string& text : {"Mon, " + std::to_string(date.day()) + " " + month + " " +
                                          std::to_string(date.year()) + " 07:08:09 " + zone,
                                      date.str() + "T23:59:00" + zone}) {
        const auto strict = parse_strict_date(text);
        if (!strict) continue;
        ++read;
        EXPECT_EQ(strict, text::parse_date(text)) << text;
      }
    }
  EXPECT_GT(read, 1500);
}

}  // namespace
}  // namespace vectora::feed
