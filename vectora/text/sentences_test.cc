#include "vectora/text/sentences.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::text {
namespace {

std::string shown(std::string_view text) {
  std::string result;
  for (const std::string_view sentence : split_sentences(text)) {
    result += "[" + std::string(sentence) + "]";
  }
  return result;
}

TEST(SplitSentences, EndsThemAtFullStopsQuestionsAndLineBreaks) {
  EXPECT_EQ(shown("One here. Two there? Three! Four"), "[One here.][Two there?][Three!][Four]");
  EXPECT_EQ(shown("A headline\nThe text.\r\n\r\nMore"), "[A headline][The text.][More]");
  EXPECT_EQ(shown("  \n "), "");
  EXPECT_EQ(shown("Wait.\n...\n- - -\n"), "[Wait.]");
  EXPECT_EQ(shown("新薬を承認した。販売は来月。"), "[新薬を承認した。][販売は来月。]");
}

TEST(SplitSentences, SeesThatSomeStopsEndNothing) {
  for (const char* text : {
           "Acme Inc. and Globex Ltd. signed with Initech S.A. in May.",
           "Dr. A. B. Smith of the U.S. Food and Drug Administration agreed.",
           "The dose was 3.5 mg, i.e. Half of the old one, e.g. Once a month.",
           "See Fig. 3 and No. 12 of Vol. 4 by Jones et al. 2020.",
           "It rose to 12.5% vs. Placebo at approx. 10 a.m. EST on Feb. 3.",
           "Mme. Dupont et le Pr. Durand, M. Martin, de la société X S.A.S. France.",
           "J. R. R. Tolkien wrote it.",
           "1. First of all, this.",
           "Visit www.example.com for more.",
           "We wait... and see.",
       }) {
    EXPECT_EQ(shown(text), "[" + std::string(text) + "]");
  }
}

TEST(SplitSentences, SeesThatAnAbbreviationMayEndOne) {
  EXPECT_EQ(shown("It was sold to Acme Inc. The price is secret."),
            "[It was sold to Acme Inc.][The price is secret.]");
  EXPECT_EQ(shown("It is sold in the U.S. It is not sold elsewhere."),
            "[It is sold in the U.S.][It is not sold elsewhere.]");
  EXPECT_EQ(shown("He said no. Then he left."), "[He said no.][Then he left.]");
}

TEST(SplitSentences, KeepsClosingQuotesWithTheirSentence) {
  EXPECT_EQ(shown("“We did it.” She smiled. (It was late.) He left."),
            "[“We did it.”][She smiled.][(It was late.)][He left.]");
  EXPECT_EQ(shown("« C’est fait. » Elle partit."), "[« C’est fait. »][Elle partit.]");
}

TEST(SplitSentences, TakesBulletsOffLines) {
  EXPECT_EQ(shown("Highlights:\n• First point\n- Second point.\n* Third"),
            "[Highlights:][First point][Second point.][Third]");
}

TEST(CutAtSentence, KeepsWholeSentencesThatFit) {
  EXPECT_EQ(cut_at_sentence("One here. Two there. Three.", 21), "One here. Two there.");
  EXPECT_EQ(cut_at_sentence("One here. Two there. Three.", 20), "One here. Two there.");
  EXPECT_EQ(cut_at_sentence("One here. Two there. Three.", 19), "One here.");
  EXPECT_EQ(cut_at_sentence("One here.", 100), "One here.");
  EXPECT_EQ(cut_at_sentence("A long first sentence. Two.", 16), "A long first …");
}

TEST(CutAtWord, CutsBetweenWordsAndSaysSo) {
  EXPECT_EQ(cut_at_word("long-acting injectable", 30), "long-acting injectable");
  EXPECT_EQ(cut_at_word("long-acting injectable", 18), "long-acting …");
  EXPECT_EQ(cut_at_word("first, second", 11), "first …");
  EXPECT_EQ(cut_at_word("ééééééé", 9), "éé …");
  EXPECT_EQ(cut_at_word("anything", 3), "");
  for (size_t max = 0; max < 30; ++max) {
    EXPECT_LE(cut_at_word("größere Übergänge zwischen Wörtern", max).size(), max);
  }
}

TEST(CountWords, CountsWordsOfAllScripts) {
  EXPECT_EQ(count_words(""), 0u);
  EXPECT_EQ(count_words("Acme’s once-monthly 3.5 mg dose, approved."), 6u);
  EXPECT_EQ(count_words("— • –"), 0u);
  EXPECT_EQ(count_words("新薬"), 2u);
  EXPECT_EQ(count_words("삼천당 제약"), 2u);
}

}  // namespace
}  // namespace vectora::text
