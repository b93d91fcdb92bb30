#include "vectora/base/utf8.h"

#include <gtest/gtest.h>

namespace vectora {
namespace {

bool has_replacement(std::string_view text) {
  for (size_t position = 0; position < text.size();)
    if (next_code_point(text, position) == kReplacementCharacter) return true;
  return false;
}

TEST(Utf8Test, ReplacesEachIllFormedSequenceOnce) {
  EXPECT_EQ(to_valid_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(to_valid_utf8("\xE2\x82"), "\xEF\xBF\xBD");              // cut short
  EXPECT_EQ(to_valid_utf8("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");  // overlong
  EXPECT_EQ(count_code_points(to_valid_utf8("\xED\xA0\x80")), 3U);   // surrogate
}

TEST(Utf8Test, KeepsWhatIsValid) {
  const std::string text = "caf\xC3\xA9 \xEF\xBF\xBD \xF0\x9F\x98\x80";
  EXPECT_TRUE(is_valid_utf8(text));
  EXPECT_EQ(to_valid_utf8(text), text);
  EXPECT_EQ(count_code_points(text), 8U);
}

// The decoder is the oracle of the validator: what decodes without a replacement
// is valid, at every offset within a block of eight.
TEST(Utf8Test, ValidatesWhatDecodes) {
  for (int first = 0x7F; first < 0x100; ++first)
    for (const int second : {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xFF})
      for (const int rest : {0x41, 0x80, 0xBF, 0xC0}) {
        std::string text(static_cast<size_t>(first % 9), 'a');
        for (const int byte : {first, second, rest, rest}) text += static_cast<char>(byte);
        EXPECT_EQ(is_valid_utf8(text), to_valid_utf8(text) == text) << first << " " << second;
        EXPECT_EQ(is_valid_utf8(text), !has_replacement(text)) << first << " " << second;
      }
}

TEST(Utf8Test, RoundTripsEveryLength) {
  for (const char32_t c : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600'}) {
    std::string text;
    append_utf8(text, c);
    size_t position = 0;
    EXPECT_EQ(next_code_point(text, position), c);
    EXPECT_EQ(position, text.size());
  }
}

TEST(Utf8Test, NeverCutsACodePoint) {
  EXPECT_EQ(utf8_prefix("a\xC3\xA9", 2), "a");
  EXPECT_EQ(utf8_prefix("a\xC3\xA9", 3), "a\xC3\xA9");
}

}  // namespace
}  // namespace vectora
