#include "vectora/page/single_dates.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::page {
namespace {

std::string single(std::string_view text) {
  std::string out;
  for (const text::FoundDate& found : find_single_dates(text, {}))
    out += (out.empty() ? "" : " ") + found.date.day.str();
  return out;
}

TEST(SingleDatesTest, DaysOfAnEventAreLeftOut) {
  EXPECT_EQ(single("Fair, 14 to 20 January 2026. Posted 3 December 2025."), "2025-12-03");
  EXPECT_EQ(single("2026-01-14 – 2026-01-20"), "");
  EXPECT_EQ(single("3 December 2025 | 4 December 2025"), "2025-12-03 2025-12-04");
}

TEST(SingleDatesTest, AFieldOfASpanHoldsNoDate) {
  EXPECT_FALSE(parse_single_date("14 to 20 January 2026", {}));
  EXPECT_FALSE(parse_single_date("Du 14 au 20 janvier 2026", {}));
  EXPECT_EQ(parse_single_date("Published: 20 January 2026", {})->day.str(), "2026-01-20");
  EXPECT_EQ(parse_single_date("28.01.22", {})->day.str(), "2022-01-28");
  EXPECT_FALSE(parse_single_date("no date", {}));
}

}  // namespace
}  // namespace vectora::page
