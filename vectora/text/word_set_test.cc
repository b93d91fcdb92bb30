#include "vectora/text/word_set.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

TEST(WordSetTest, KnowsItsWordsAndNoOther) {
  const WordSet set{"the", "without", "immunotherapeutics", "", "the"};
  EXPECT_TRUE(set.contains("the"));
  EXPECT_TRUE(set.contains("immunotherapeutics"));
  EXPECT_TRUE(set.contains(""));
  EXPECT_FALSE(set.contains("The"));
  EXPECT_FALSE(set.contains("immunoXXXrapeutics"));
  EXPECT_EQ(set.index_of("the"), 0U);
  EXPECT_EQ(set.index_of("without"), 1U);
  EXPECT_EQ(set.index_of("with"), WordSet::kNone);
  EXPECT_FALSE(WordSet().contains(""));
}

TEST(WordSetTest, HoldsManyWords) {
  std::vector<std::string> words;
  for (int i = 0; i < 5000; ++i) words.push_back("word" + std::to_string(i));
  const WordSet set(words);
  for (uint32_t i = 0; i < words.size(); ++i) ASSERT_EQ(set.index_of(words[i]), i);
  EXPECT_FALSE(set.contains("word5000"));
}

}  // namespace
}  // namespace vectora::text
