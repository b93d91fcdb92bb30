#include "vectora/text/fold.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

TEST(Fold, GivesOneFormToTextsThatPeopleReadAsTheSame) {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : {
           Case{"UZEDY® – Laboratoires  Servier’s", "uzedy - laboratoires servier's"},
           Case{"Été à Genève, ŒUVRE, Straße, Łódź, Søren",
                "ete a geneve, oeuvre, strasse, lodz, soren"},
           Case{"ﬁrst ﬂoor Ｔｅｖａ ①", "first floor teva 1"},
           Case{"e\xCC\x81t\xCC\x81", "et"},
           Case{"a\xC2\xA0\t\n b", "a b"},
           Case{"co\xC2\xADop\xE2\x80\x8B"
                "eration\xEF\xBB\xBF",
                "cooperation"},
           Case{"“quoted” «too» ‘x’ ″", "\"quoted\" \"too\" 'x' \""},
           Case{"long‑acting — 5−3", "long-acting - 5-3"},
           Case{"TEV-'749™ (C) ©2026", "tev-'749 (c) 2026"},
           Case{"µg 10⁹ m² ½", "μg 109 m2 1/2"},
           Case{"Тева Ёлка Μάρτιος ΣΑΣ", "тева елка μαρτιοσ σασ"},
           Case{"삼천당제약 日本 ガ ｶﾞ", "삼천당제약 日本 カ\xE3\x82\x99 カ\xE3\x82\x99"},
           Case{"", ""},
           Case{" \r\n ", " "},
           Case{"a\xFFz", "a\xEF\xBF\xBDz"},
       }) {
    EXPECT_EQ(fold_text(c.text), c.expected);
    EXPECT_EQ(fold(c.text).text, c.expected);
  }
}

TEST(Fold, KnowsWhereEachByteCameFrom) {
  const std::string text = "Ab\xC3\x89\xC2\xAE  c";  // A b É ® space space c
  const Folded folded = fold(text);
  EXPECT_EQ(folded.text, "abe c");
  EXPECT_EQ(folded.origin, (std::vector<uint32_t>{0, 1, 2, 6, 8, 9}));
}

TEST(Fold, EndsASpanBeforeVanishedMarksAndBehindAccents) {
  const std::string text =
      "Uzedy\xC2\xAE cafe\xCC\x81"
      "s";
  const Folded folded = fold(text);
  EXPECT_EQ(folded.text, "uzedy cafes");
  EXPECT_EQ(original_end(text, folded, 5), 5u);
  EXPECT_EQ(original_end(text, folded, 10), text.size() - 1);
  EXPECT_EQ(original_end(text, folded, 11), text.size());
  EXPECT_EQ(original_end(text, folded, 0), 0u);
}

TEST(Fold, FoldsBlocksAsItFoldsSingleCharacters) {
  // The oracle: each text folded in pieces too short for the block path.
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a", "Z", " ", "  ", "\n",   "9",
                                     ".", "é", "®", "’",  "\x80", "ﬁ"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    const size_t plain = random() % 3 == 0 ? std::size(pieces) : 3;
    for (size_t i = random() % 200; i > 0; --i) text += pieces[random() % plain];
    std::string expected;
    for (size_t at = 0; at < text.size();) {
      const size_t begin = at;
      next_code_point(text, at);
      const std::string form = fold_text(std::string_view(text).substr(begin, at - begin));
      if (form == " " && expected.ends_with(' ')) continue;
      expected += form;
    }
    ASSERT_EQ(fold_text(text), expected);
    const Folded folded = fold(text);
    ASSERT_EQ(folded.text, expected);
    ASSERT_EQ(folded.origin.size(), expected.size() + 1);
    ASSERT_TRUE(std::is_sorted(folded.origin.begin(), folded.origin.end()));
    ASSERT_EQ(folded.origin.back(), text.size());
  }
}

TEST(Fold, IsStable) {
  for (const std::string_view text : {"Žlutý kůň", "ΑΓΓΛΙΚΆ ΆΣ", "İstanbul", "ǅ", "㍿", "ﷺ"}) {
    const std::string once = fold_text(text);
    EXPECT_EQ(fold_text(once), once) << text;
  }
}

}  // namespace
}  // namespace vectora::text
