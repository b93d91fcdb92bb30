#include "vectora/text/language_words.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

TEST(LanguageWordsTest, KnowGrammarAndNoMatter) {
  for (const char* word : {"the", "of", "without", "les", "pour"})
    EXPECT_TRUE(is_function_word(word)) << word;
  for (const char* word : {"acme", "injection", "The", ""})
    EXPECT_FALSE(is_function_word(word)) << word;
}

TEST(LanguageWordsTest, KnowWhatTakesBack) {
  EXPECT_TRUE(is_negator("not"));
  EXPECT_TRUE(is_negator("sans"));
  EXPECT_FALSE(is_negator("now"));
  EXPECT_TRUE(is_negating_pair("instead", "of"));
  EXPECT_TRUE(is_negating_pair("lieu", "de"));
  EXPECT_FALSE(is_negating_pair("of", "instead"));
  EXPECT_TRUE(is_negation_filler("any"));
  EXPECT_FALSE(is_negation_filler("acme"));
}

}  // namespace
}  // namespace vectora::text
