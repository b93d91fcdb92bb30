#include "vectora/normalize/stories/story_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vectora::normalize {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(StoryWordsTest, DropsEndingsFunctionWordsAndFigures) {
  EXPECT_THAT(story_words("Acme acquires the Glazes of Borea"),
              ElementsAre("acme", "borea", "buy", "glaz"));
  EXPECT_EQ(story_words("acquired"), story_words("acquiring"));
  EXPECT_THAT(story_words("Frost-proof 2026 hat"), ElementsAre("frost", "hat", "proof"));
  EXPECT_THAT(story_words(""), IsEmpty());
}

TEST(StoryWordsTest, TellsSynonymsOfHeadlinesByOneWord) {
  EXPECT_EQ(story_words("Acme stock tumbles on kiln readout"),
            story_words("Acme shares dive on kiln results"));
  EXPECT_EQ(story_words("Acme buys Borea"), story_words("Acme to acquire Borea"));
  EXPECT_NE(story_words("Acme shares rise"), story_words("Acme shares fall"));
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
  EXPECT_TRUE(is_common_story_word(story_words("shares").at(0)));
  EXPECT_TRUE(is_commentary_word(story_words("Is it?").at(0)));
  EXPECT_FALSE(is_common_story_word("gnome"));
}

}  // namespace
}  // namespace vectora::normalize
