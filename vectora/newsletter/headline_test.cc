#include "vectora/newsletter/headline.h"

#include <gtest/gtest.h>

namespace vectora::newsletter {
namespace {

TEST(HeadlineTest, AnAggregatorsPublisherIsToldFromTheHeadline) {
  const Headline headline = split_headline("Alpha files for approval - again - The Daily Vial",
                                           "Alpha files for approval - again  The Daily Vial");
  EXPECT_EQ(headline.title, "Alpha files for approval - again");
  EXPECT_EQ(headline.publisher, "The Daily Vial");
}

TEST(HeadlineTest, ADashOfTheHeadlineItselfStays) {
  const Headline headline =
      split_headline("Alpha wins - Bravo loses", "The regulator decided on Monday.");
  EXPECT_EQ(headline.title, "Alpha wins - Bravo loses");
  EXPECT_EQ(headline.publisher, "");
}

TEST(HeadlineTest, ASentenceThatRepeatsTheTitleSaysNothing) {
  EXPECT_TRUE(repeats_title("Alpha’s depot wins", "Alpha's depot wins - The Daily Vial"));
  EXPECT_TRUE(repeats_title("...", "Alpha wins"));
  EXPECT_FALSE(repeats_title("Alpha wins in Japan", "Alpha wins"));
}

}  // namespace
}  // namespace vectora::newsletter
