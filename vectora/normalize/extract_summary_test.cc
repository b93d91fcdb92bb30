#include "vectora/normalize/extract_summary.h"

#include <gtest/gtest.h>

namespace vectora::normalize {
namespace {

std::string summary(std::string_view title, std::string_view content) {
  NewsWords words;
  words.endings = {"about "};
  words.boilerplate = {"download"};
  return SummaryExtractor(words).extract(
      {title, content, text::Lowered(title), text::Lowered(content), {}, {}});
}

TEST(ExtractSummaryTest, KeepsTheSentencesInTheirOrderAndWording) {
  const std::string content =
      "Acme Gnomes of Basel will pay Borea two gardens for the glaze.\n"
      "The payment is due on 3 March 2026 and covers 40 gnomes.";
  EXPECT_EQ(summary("Acme buys a glaze", content),
            "Acme Gnomes of Basel will pay Borea two gardens for the glaze. "
            "The payment is due on 3 March 2026 and covers 40 gnomes.");
}

TEST(ExtractSummaryTest, StopsWhereTheNewsEnds) {
  const std::string content =
      "Acme Gnomes will pay Borea two gardens for the glaze.\n"
      "About Acme Gnomes\nAcme Gnomes has made gnomes since 1900 in Basel.";
  EXPECT_EQ(summary("T", content), "Acme Gnomes will pay Borea two gardens for the glaze.");
}

TEST(ExtractSummaryTest, PassesOverTheTitleRepeatedAndScraps) {
  const std::string content =
      "Acme buys a glaze from Borea of the north.\nREAD MORE\n"
      "The glaze keeps the frost out of hats for a year.";
  EXPECT_EQ(summary("Acme buys a glaze from Borea of the north.", content),
            "The glaze keeps the frost out of hats for a year.");
  EXPECT_EQ(summary("T", ""), "");
  EXPECT_EQ(summary("T", "Download attachment"), "");
}

TEST(ExtractSummaryTest, PrefersSentencesWithNamesAndFiguresAndKeepsToFive) {
  std::string content = "The opening sentence tells what the company has done today. ";
  for (int i = 0; i < 9; ++i)
    content += "Somewhat later nothing much of interest is being told here. ";
  content += "Borea pays 40 gardens in two instalments until the end of May.";
  const std::string text = summary("T", content);
  EXPECT_NE(text.find("40 gardens"), std::string::npos);
  EXPECT_TRUE(text.starts_with("The opening sentence"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '.'), 5);
}

}  // namespace
}  // namespace vectora::normalize
