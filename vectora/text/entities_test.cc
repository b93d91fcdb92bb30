#include "vectora/text/entities.h"

#include <gtest/gtest.h>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

std::string decoded(std::string_view text, Semicolon semicolon) {
  std::string out;
  append_decoded(out, text, semicolon);
  return out;
}

TEST(EntitiesTest, DecodesNamesAndNumbers) {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  for (const Case& c : {
           Case{"&lt;b&gt; &amp;amp; &quot;x&apos;", "<b> &amp; \"x'"},
           Case{"&Eacute;&eacute;&euro;", "Éé€"},
           Case{"&CounterClockwiseContourIntegral;", "∳"},
           Case{"&nvlt;", "<⃒"},  // two code points
           Case{"&#65;&#x41;&#X41;", "AAA"},
           Case{"&#128512;", "😀"},
           Case{"&#150;&#x92;", "–’"},  // meant as windows-1252
           Case{"&#0;&#xD800;&#x110000;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
           Case{"&#;&#x;&;&nonsense;& &", "&#;&#x;&;&nonsense;& &"},
       }) {
    EXPECT_EQ(decoded(c.text, Semicolon::kRequired), c.expected) << c.text;
    EXPECT_EQ(decoded(c.text, Semicolon::kMayBeMissing), c.expected) << c.text;
  }
}

TEST(EntitiesTest, OnlyOldNamesMayLackTheSemicolon) {
  EXPECT_EQ(decoded("&copy 2026, AT&T, &eacutex, &sigma x", Semicolon::kMayBeMissing),
            "© 2026, AT&T, éx, &sigma x");
  EXPECT_EQ(decoded("?a=1&copy=2&#65", Semicolon::kRequired), "?a=1&copy=2&#65");
  EXPECT_EQ(decoded("&#65 &#x42z", Semicolon::kMayBeMissing), "A Bz");
}

TEST(EntitiesTest, TheLongestNameIsTaken) {
  EXPECT_EQ(decoded("&notin; &notit; &not", Semicolon::kMayBeMissing), "∉ ¬it; ¬");
}

TEST(EntitiesTest, ManyAmpersandsTakeLinearTime) {
  const std::string flood(1 << 20, '&');
  EXPECT_EQ(decoded(flood, Semicolon::kMayBeMissing), flood);
}

TEST(EntitiesTest, KnowsTheUpperControlsOfWindows1252) {
  EXPECT_EQ(windows1252(0x80), U'€');
  EXPECT_EQ(windows1252(0x81), char32_t{0x81});  // left open by the encoding
  EXPECT_EQ(windows1252(0xE9), U'é');
}

}  // namespace
}  // namespace vectora::text
