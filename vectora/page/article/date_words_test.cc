#include "vectora/page/article/date_words.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

TEST(DateWordsTest, WordsOfManyLanguagesSayPublished) {
  for (const std::string_view text :
       {"published on", "publié le", "publiziert", "pubblicato il", "veröffentlicht am",
        "mise en ligne", "posted:", "stand: ", "fecha de", "发布时间", "등록일", "опубликовано"}) {
    EXPECT_TRUE(says_published(text)) << text;
  }
  for (const std::string_view text : {"updated", "outposted", "republic", "by a. writer", ""}) {
    EXPECT_FALSE(says_published(text)) << text;
  }
}

TEST(DateWordsTest, WordsCountAtTheirBeginAlone) {
  EXPECT_TRUE(tells_of_other("our events"));
  EXPECT_FALSE(tells_of_other("prevention"));
  EXPECT_FALSE(tells_of_other("invalid"));
  EXPECT_TRUE(tells_of_other("(valid"));
  EXPECT_TRUE(says_modified("zuletzt aktualisiert"));
  EXPECT_FALSE(says_modified("outdated"));
}

TEST(DateWordsTest, ATextSpeaksOfItself) {
  EXPECT_TRUE(speaks_of_itself("this entry was posted on"));
  EXPECT_TRUE(speaks_of_itself("dieser beitrag wurde am 3. veröffentlicht"));
  EXPECT_FALSE(speaks_of_itself("the study was published on"));
  EXPECT_FALSE(speaks_of_itself("this entry is long"));
}

TEST(DateWordsTest, ABylineBegins) {
  EXPECT_TRUE(begins_byline("by a. writer"));
  EXPECT_TRUE(begins_byline("von a. writer"));
  EXPECT_FALSE(begins_byline("bytes"));
}

TEST(DateWordsTest, LeadingWordsStandJustBeforeTheDate) {
  EXPECT_TRUE(ends_with_leading_word("le "));
  EXPECT_TRUE(ends_with_leading_word("pressemitteilung vom "));
  EXPECT_TRUE(ends_with_leading_word("date\n"));
  EXPECT_FALSE(ends_with_leading_word("people "));
  EXPECT_FALSE(ends_with_leading_word("le ministre "));
  EXPECT_FALSE(ends_with_leading_word("das urteil des höchsten gerichts vom "));
}

}  // namespace
}  // namespace vectora::page
