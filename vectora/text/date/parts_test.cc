#include "vectora/text/date/parts.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

TEST(DateParts, AreADayOnlyIfItExists) {
  EXPECT_EQ(date_of({2028, 2, 29})->str(), "2028-02-29");
  EXPECT_EQ(date_of({2026, 2, 29}), std::nullopt);
  EXPECT_EQ(date_of({2026, 13, 1}), std::nullopt);
  EXPECT_EQ(date_of({99999999999, 1, 1}), std::nullopt);
}

TEST(DateParts, CompleteAYearOfTwoDigitsAsMailDoes) {
  EXPECT_EQ(full_year(0), 2000);
  EXPECT_EQ(full_year(49), 2049);
  EXPECT_EQ(full_year(50), 1950);
  EXPECT_EQ(full_year(99), 1999);
}

TEST(DateParts, AreReadWithWhatFollowsThem) {
  for (const char* text : {"3rd of February x", "3. février x", "3 de Febrero de x", "3-Feb-x",
                           "3 tháng 2, x", "3 de l'x"}) {
    const TokenWindow tokens(text);
    DateCursor in{tokens};
    DateParts parts;
    ASSERT_TRUE(take_day(in, parts)) << text;
    EXPECT_EQ(parts.day, 3) << text;
    if (take_month(in, parts)) {
      EXPECT_EQ(parts.month, 2) << text;
    }
    EXPECT_EQ(text[in.here().begin], 'x') << text;
  }
}

TEST(DateParts, RefuseOtherTokens) {
  for (const char* text : {"", "123", "x", "-"}) {
    const TokenWindow tokens(text);
    DateCursor in{tokens};
    DateParts parts;
    EXPECT_FALSE(take_day(in, parts)) << text;
    EXPECT_FALSE(take_month(in, parts)) << text;
    EXPECT_EQ(in.at, 0u);
  }
}

}  // namespace
}  // namespace vectora::text
