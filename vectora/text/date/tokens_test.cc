#include "vectora/text/date/tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::text {
namespace {

// "12" a number, "w" an unknown word, "W" a known one, else the mark; "_" for space.
std::string shown(std::string_view text) {
  std::string result;
  size_t position = 0;
  while (true) {
    const Token token = next_token(text, position);
    if (token.kind == TokenKind::kEnd) return result;
    if (token.spaced) result += "_";
    if (token.kind == TokenKind::kNumber) result += std::to_string(token.value);
    if (token.kind == TokenKind::kWord) result += token.word == nullptr ? "w" : "W";
    if (token.kind == TokenKind::kMark) result += token.mark;
    position = token.end;
  }
}

TEST(Tokens, AreNumbersWordsAndMarks) {
  EXPECT_EQ(shown("Feb 3, 2026"), "W_3,_2026");
  EXPECT_EQ(shown("x–y −5 ‘a"), "w-w_-5_'W");
  EXPECT_EQ(shown("2026年2月3日"), "2026Y2M3D");
  EXPECT_EQ(shown("２０２６ ٢٠٢٦ ২০২৬"), "2026_2026_2026");
  EXPECT_EQ(shown(" \xC2\xA0\t1"), "_1");
  EXPECT_EQ(shown(""), "");
}

TEST(Tokens, PartWordsWhereACapitalBeginsTheNext) {
  EXPECT_EQ(shown("newsMay"), "wW");
  EXPECT_EQ(shown("NEWSMay"), "wW");
  EXPECT_EQ(shown("NEWSMAY"), "w");
  EXPECT_EQ(shown("May2026Read"), "W2026w");
}

TEST(Tokens, CountTheDigitsOfANumber) {
  EXPECT_EQ(next_token("007", 0).digits, 3);
  EXPECT_EQ(next_token("007", 0).value, 7);
  EXPECT_EQ(next_token("123456789012345678", 0).digits, 18);
  EXPECT_EQ(next_token("1234567890123456789", 0).digits, 255);
  EXPECT_TRUE(next_token("12", 0).is_number(1, 2));
  EXPECT_FALSE(next_token("123", 0).is_number(1, 2));
}

TEST(Tokens, KeepTheirPlaceInTheText) {
  const Token token = next_token("  é 12", 4);
  EXPECT_TRUE(token.spaced);
  EXPECT_EQ(token.begin, 5u);
  EXPECT_EQ(token.end, 7u);
  const Token end = next_token("ab", 2);
  EXPECT_EQ(end.kind, TokenKind::kEnd);
  EXPECT_EQ(end.begin, 2u);
}

TEST(TokenWindow, ReadsAheadAndMovesOn) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += std::to_string(i) + " ";
  TokenWindow window(text);
  EXPECT_EQ(window[5].value, 5);
  EXPECT_EQ(window[0].value, 0);
  EXPECT_EQ(window[TokenWindow::kSize + 5].value, static_cast<int64_t>(TokenWindow::kSize - 1));
  for (int64_t i = 0; i < 100; ++i, window.drop(1)) ASSERT_EQ(window[0].value, i);
  EXPECT_EQ(window[0].kind, TokenKind::kEnd);
  window.drop(3);
  EXPECT_EQ(window[2].kind, TokenKind::kEnd);
}

}  // namespace
}  // namespace vectora::text
