#include "vectora/text/date/words.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

TEST(DateWords, AreFoundInFoldedForm) {
  ASSERT_NE(find_date_word("fevrier"), nullptr);
  EXPECT_EQ(find_date_word("fevrier")->month, 2);
  EXPECT_EQ(find_date_word("дек")->month, 12);
  EXPECT_EQ(find_date_word("lundi")->weekday, 1);
  EXPECT_EQ(find_date_word("février"), nullptr);
  EXPECT_EQ(find_date_word("Monday"), nullptr);
  EXPECT_EQ(find_date_word("market"), nullptr);
  EXPECT_EQ(find_date_word(""), nullptr);
}

TEST(DateWords, KeepAllTheirMeanings) {
  const DateWord* const mar = find_date_word("mar");
  ASSERT_NE(mar, nullptr);
  EXPECT_EQ(mar->month, 3);
  EXPECT_EQ(mar->weekday, 2);
  const DateWord* const ago = find_date_word("ago");
  ASSERT_NE(ago, nullptr);
  EXPECT_EQ(ago->month, 8);
  EXPECT_TRUE(ago->ago);
}

TEST(DateWords, NameEveryMonthInEveryLanguageRead) {
  // The fifth month and the twelfth, of thirteen languages.
  for (const char* may : {"may", "mai", "mayo", "maggio", "maio", "mei", "maj", "toukokuuta",
                          "maja", "мая", "kvetna"}) {
    ASSERT_NE(find_date_word(may), nullptr) << may;
    EXPECT_EQ(find_date_word(may)->month, 5) << may;
  }
  for (const char* december : {"december", "decembre", "dezember", "diciembre", "dicembre",
                               "dezembro", "desember", "joulukuuta", "grudnia", "декабря"}) {
    ASSERT_NE(find_date_word(december), nullptr) << december;
    EXPECT_EQ(find_date_word(december)->month, 12) << december;
  }
}

TEST(DateWords, OfEastAsiaAreTakenFromTheStartOfTheText) {
  const PrefixWord ago = find_east_asian_word("天前发布");
  ASSERT_NE(ago.word, nullptr);
  EXPECT_EQ(ago.word->role, DateRole::kUnitAgo);
  EXPECT_EQ(ago.word->value, kDays);
  EXPECT_EQ(ago.size, 6u);
  EXPECT_EQ(find_east_asian_word("一昨日").word->value, -2);
  EXPECT_EQ(find_east_asian_word("発表").word, nullptr);
  EXPECT_EQ(find_east_asian_word("").word, nullptr);
}

}  // namespace
}  // namespace vectora::text
