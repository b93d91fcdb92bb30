#include "vectora/page/selector/scanner.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

std::string identifier(std::string_view css) {
  SelectorScanner scanner(css);
  const auto found = scanner.identifier();
  return found ? *found : scanner.at_end() || scanner.peek() == css.front() ? "none" : "consumed";
}

TEST(SelectorScannerTest, IdentifiersFollowTheStandard) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"card", "card"}, {"card-1 x", "card-1"}, {"_x", "_x"},
      {"--x", "--x"},   {"-x", "-x"},           {"ä", "ä"},
      {"a\\:b", "a:b"}, {"\\31 0", "10"},       {"\\000041 b", "Ab"},
      {"1a", "none"},   {"-1", "none"},         {".a", "none"},
  };
  for (const auto& [css, expected] : cases) EXPECT_EQ(identifier(css), expected) << css;
}

TEST(SelectorScannerTest, StringsAreQuotedAndClosed) {
  const auto text = [](std::string_view css) {
    const auto found = SelectorScanner(css).string();
    return found ? *found : "none";
  };
  EXPECT_EQ(text("'a b'"), "a b");
  EXPECT_EQ(text("\"a'b\""), "a'b");
  EXPECT_EQ(text("'a\\'b'"), "a'b");
  EXPECT_EQ(text("'a"), "none");
  EXPECT_EQ(text("a"), "none");
  EXPECT_EQ(text("''"), "");
}

TEST(SelectorScannerTest, CommentsAreSpace) {
  SelectorScanner scanner(" /* a */\n/* open");
  EXPECT_TRUE(scanner.skip_space());
  EXPECT_TRUE(scanner.at_end());
  EXPECT_FALSE(scanner.skip_space());
}

TEST(SelectorScannerTest, ErrorsNameTheColumn) {
  SelectorScanner scanner("ab>");
  EXPECT_EQ(*scanner.identifier(), "ab");
  EXPECT_EQ(scanner.expected("a comma").message, "column 3: expected a comma");
}

TEST(SelectorScannerTest, AnArgumentEndsAtItsOwnParenthesis) {
  EXPECT_EQ(SelectorScanner(" 2n + 1 ) x").raw_argument(), "2n + 1");
  EXPECT_EQ(SelectorScanner("a(b)c) d").raw_argument(), "a(b)c");
}

TEST(NthTest, ReadsAnPlusB) {
  const auto nth = [](std::string_view text) {
    const auto found = parse_nth(text);
    return found ? std::to_string(found->step) + "n" + std::to_string(found->offset) : "none";
  };
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"odd", "2n1"},    {"even", "2n0"},   {"5", "0n5"},    {"n", "1n0"}, {"-n+3", "-1n3"},
      {"2n + 1", "2n1"}, {"+3n-2", "3n-2"}, {"EVEN", "2n0"}, {"", "none"}, {"x", "none"},
      {"2n+", "none"},   {"n n", "none"},   {"1.5", "none"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(nth(text), expected) << text;
}

}  // namespace
}  // namespace vectora::page
