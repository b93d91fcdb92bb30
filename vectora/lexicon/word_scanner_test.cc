#include "vectora/lexicon/word_scanner.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "vectora/text/fold.h"

namespace vectora::lexicon {
namespace {

std::vector<Word> words_of(std::string_view text) {
  const text::Folded folded = text::fold(text);
  WordScanner scanner(folded.text, text, folded.origin.data());
  std::vector<Word> words;
  for (Word word; scanner.next(word);) words.push_back(word);
  return words;
}

std::vector<uint64_t> hashes_of(std::string_view text) {
  std::vector<uint64_t> hashes;
  for (const Word& word : words_of(text)) hashes.push_back(word.hash);
  return hashes;
}

std::string shown(std::string_view text) {
  const text::Folded folded = text::fold(text);
  std::string result;
  for (const Word& word : words_of(text)) {
    const std::string part = folded.text.substr(word.begin, word.end - word.begin);
    result += word.is_mark ? "<" + part + ">" : "[" + part + "]";
  }
  return result;
}

TEST(WordScanner, CutsTextIntoWordsAndMarks) {
  EXPECT_EQ(shown("Long-acting, 3.5 mg"), "[long][acting]<,>[3]<.>[5][mg]");
  EXPECT_EQ(shown("PLGA/PLA & more"), "[plga]</>[pla]<&>[more]");
  EXPECT_EQ(shown("L’Œuvre d'Art"), "[l][oeuvre][d][art]");
  EXPECT_EQ(shown("Teva’s drugs’ use"), "[teva][drugs][use]");
  EXPECT_EQ(shown("long – acting"), "[long]<->[acting]");
  EXPECT_EQ(shown("日本 제약은 x"), "[日][本][제][약][은][x]");
  EXPECT_EQ(shown("a。b • c"), "[a]<。>[b]<•>[c]");
  EXPECT_EQ(shown("  \n"), "");
}

TEST(WordScanner, GivesEqualHashesToWhatCountsAsEqual) {
  EXPECT_EQ(hashes_of("long-acting injectables"), hashes_of("Long Acting  Injectable"));
  EXPECT_EQ(hashes_of("therapies"), hashes_of("Therapy"));
  EXPECT_EQ(hashes_of("LAIs"), hashes_of("LAI"));
  EXPECT_EQ(hashes_of("mAbs"), hashes_of("mab"));
  EXPECT_EQ(hashes_of("Servier’s"), hashes_of("SERVIER"));
}

TEST(WordScanner, KeepsApartWhatOnlyLooksLikeAPlural) {
  EXPECT_NE(hashes_of("lupus"), hashes_of("lupu"));
  EXPECT_NE(hashes_of("Novartis"), hashes_of("Novarti"));
  EXPECT_NE(hashes_of("mass"), hashes_of("mas"));
  EXPECT_NE(hashes_of("gas"), hashes_of("ga"));
  EXPECT_NE(hashes_of("APIS"), hashes_of("API"));
  EXPECT_NE(hashes_of("longacting"), hashes_of("long acting"));
  EXPECT_NE(hashes_of("a/b"), hashes_of("a b"));
}

}  // namespace
}  // namespace vectora::lexicon
