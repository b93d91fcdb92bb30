#include "vectora/normalize/words.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::normalize {
namespace {

std::string dump(std::string_view text) {
  std::string out;
  for (const Word& word : split_words(text)) out += "[" + std::string(word.in(text)) + "]";
  return out;
}

TEST(WordsTest, SplitsAtPunctuationButNotInsideNamesAndNumbers) {
  const struct {
    const char* text;
    const char* words;
  } cases[] = {
      {"", ""},
      {"Acme Bio, Inc. (the “Company”)", "[Acme][Bio][Inc][the][Company]"},
      {"ZX-101 raised $3.5M", "[ZX-101][raised][3.5M]"},
      {"Acme’s R&D", "[Acme’s][R&D]"},
      {"in the U.S. today", "[in][the][U.S][today]"},
      {"the end.Next one", "[the][end][Next][one]"},
      {"BRANDO® – été", "[BRANDO][été]"},
      {"a…b", "[a][b]"},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(c.text), c.words) << c.text;
}

TEST(WordsTest, LowersBeyondAscii) {
  EXPECT_EQ(lower_case("ÉTÉ Straße ACME"), "été straße acme");
  EXPECT_EQ(lower_case("\xFFX"), "\xEF\xBF\xBDx");
}

}  // namespace
}  // namespace vectora::normalize
