#include "vectora/normalize/stories/story_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/normalize/test_market.h"

namespace vectora::normalize {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const StoryWords kWords = test_market::story_words();

TEST(StoryWordsTest, DropsEndingsFunctionWordsAndFigures) {
  EXPECT_THAT(kWords.of("Acme acquires the Glazes of Borea"),
              ElementsAre("acme", "borea", "buy", "glaz"));
  EXPECT_EQ(kWords.of("acquired"), kWords.of("acquiring"));
  EXPECT_THAT(kWords.of("Frost-proof 2026 hat"), ElementsAre("frost", "hat", "proof"));
  EXPECT_THAT(kWords.of(""), IsEmpty());
}

TEST(StoryWordsTest, TellsSynonymsOfHeadlinesByOneWord) {
  EXPECT_EQ(kWords.of("Acme stock tumbles on kiln readout"),
            kWords.of("Acme shares dive on kiln results"));
  EXPECT_EQ(kWords.of("Acme buys Borea"), kWords.of("Acme to acquire Borea"));
  EXPECT_NE(kWords.of("Acme shares rise"), kWords.of("Acme shares fall"));
}

TEST(StoryWordsTest, ReadsFiguresButNeitherYearsNorSmallNumbers) {
  EXPECT_THAT(story_figures("$1,250.5M for 40 gnomes in 2026, phase 3"),
              ElementsAre("1250.5", "40"));
  EXPECT_THAT(story_figures("ZX-101 and Q1"), IsEmpty());
  EXPECT_THAT(story_figures("$1B, 2 billion of €3 million"), ElementsAre("1", "3"));
  EXPECT_TRUE(same_figure("11.7", "11.75"));
  EXPECT_FALSE(same_figure("11", "117"));
  EXPECT_FALSE(same_figure("11.7", "12"));
}

TEST(StoryWordsTest, KnowsTheCommonWordsOfHeadlines) {
  EXPECT_TRUE(kWords.is_common(kWords.of("shares").at(0)));
  EXPECT_TRUE(kWords.is_commentary(kWords.of("Is it?").at(0)));
  EXPECT_FALSE(kWords.is_common("gnome"));
}

TEST(StoryWordsTest, WithoutAMarketsWordsAllCountAlike) {
  const StoryWords none;
  EXPECT_THAT(none.of("Acme acquired shares"), ElementsAre("acme", "acquir", "shar"));
  EXPECT_FALSE(none.is_common("shar"));
  EXPECT_FALSE(none.is_commentary("?"));
}

}  // namespace
}  // namespace vectora::normalize
