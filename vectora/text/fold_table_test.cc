#include "vectora/text/fold_table.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

std::string folded(char32_t character) {
  FoldBuffer buffer;
  return std::string(folded_form(character, buffer));
}

TEST(FoldTable, FollowsUnicodeWhereItHasNoExceptions) {
  EXPECT_EQ(folded(U'A'), "a");
  EXPECT_EQ(folded(U'Ç'), "c");
  EXPECT_EQ(folded(U'ẞ'), "ss");
  EXPECT_EQ(folded(U'Ж'), "ж");
  EXPECT_EQ(folded(U'Ώ'), "ω");
  EXPECT_EQ(folded(U'ﬀ'), "ff");
  EXPECT_EQ(folded(U'中'), "中");
  EXPECT_EQ(folded(U'한'), "한");
  EXPECT_EQ(folded(0x1D400), "a");  // mathematical bold A
}

TEST(FoldTable, DropsWhatNobodyReads) {
  for (const char32_t c : {0xADu, 0xAEu, 0x2122u, 0x200Bu, 0xFEFFu, 0x301u, 0xFE0Fu, 0xE0001u}) {
    EXPECT_EQ(folded(c), "") << static_cast<uint32_t>(c);
  }
}

TEST(FoldTable, MakesOneOfLookAlikes) {
  for (const char32_t c : {0x2010u, 0x2011u, 0x2013u, 0x2014u, 0x2212u, 0xFF0Du}) {
    EXPECT_EQ(folded(c), "-") << static_cast<uint32_t>(c);
  }
  for (const char32_t c : {0x2018u, 0x2019u, 0x2BCu, 0xB4u, 0x2032u}) {
    EXPECT_EQ(folded(c), "'") << static_cast<uint32_t>(c);
  }
  for (const char32_t c : {0x09u, 0x0Au, 0xA0u, 0x2003u, 0x202Fu, 0x3000u}) {
    EXPECT_EQ(folded(c), " ") << static_cast<uint32_t>(c);
  }
}

TEST(FoldTable, KeepsMarksThatCarryMeaning) {
  EXPECT_EQ(folded(0x3099), "\xE3\x82\x99");  // dakuten
  EXPECT_EQ(folded(0x09BE), "\xE0\xA6\xBE");  // a Bengali vowel
  EXPECT_TRUE(is_diacritic(0x301));
  EXPECT_FALSE(is_diacritic(0x3099));
}

TEST(FoldTable, HoldsTheLongestForm) {
  size_t longest = 0;
  FoldBuffer buffer;
  for (char32_t c = 0; c < 0x11000; ++c) longest = std::max(longest, folded_form(c, buffer).size());
  EXPECT_LE(longest, FoldBuffer().size());
  EXPECT_EQ(folded(0xFDFA).size(), longest);
}

}  // namespace
}  // namespace vectora::text
