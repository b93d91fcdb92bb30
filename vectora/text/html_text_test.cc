#include "vectora/text/html_text.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <ios>
#include <string>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

struct Case {
  std::string_view html;
  std::string_view expected;
};

TEST(HtmlTextTest, PlainTextDropsMarkupAndKeepsWordsApart) {
  for (const Case& c : {
           Case{"<p>One</p><p>Two<br>three</p>", "One Two three"},
           Case{"bi<b>o</b>tech <em>news</em>", "biotech news"},
           Case{"<a href=\"x>y\" title='a \"b\"'>link</a> text", "link text"},
           Case{"a<!-- no --> b <![CDATA[x]]>c", "a b c"},
           Case{"<script>if (a < b) {}</script>kept<STYLE>p{}</style>", "kept"},
           Case{"  many \n\t\u00A0 spaces\u200B  ", "many spaces"},
           Case{"R&amp;D &mdash; caf&eacute;", "R&D — café"},
           Case{"&lt;b&gt;", "<b>"},
           Case{"&amp;lt;", "&lt;"},
           Case{"", ""},
       })
    EXPECT_EQ(plain_text(c.html), c.expected) << c.html;
}

TEST(HtmlTextTest, WhatIsNoMarkupStays) {
  for (const std::string_view text :
       {"a < b and c > d", "5<6", "x <3 y", "AT&T", "R&D & more", "tail <", "tail <b"})
    EXPECT_EQ(plain_text(text), text);
}

TEST(HtmlTextTest, BrokenMarkupLosesNoMoreThanItself) {
  for (const Case& c : {
           Case{"<a href=\"x>one</a> two", "one two"},
           Case{"one <!-- open", "one"},
           Case{"one <script> open", "one"},
           Case{"</p>one</ b", "one</ b"},
       })
    EXPECT_EQ(plain_text(c.html), c.expected) << c.html;
}

TEST(HtmlTextTest, FloodsTakeLinearTime) {
  for (const std::string_view piece : {"<!--", "<a href=\"", "<a b='>", "<script>", "<", "&lt"}) {
    std::string flood;
    while (flood.size() < (1U << 20U)) flood += piece;
    EXPECT_LE(plain_text(flood).size(), flood.size()) << piece;
  }
}

TEST(HtmlTextTest, TellsHtmlFromText) {
  for (const std::string_view html : {"<p>x", "a</b>", "<!-- x", "x &amp; y", "&#8217;", "&nbsp"})
    EXPECT_TRUE(looks_like_html(html)) << html;
  for (const std::string_view text : {"", "plain", "a < b", "AT&T", "R&D;", "<3", "<"})
    EXPECT_FALSE(looks_like_html(text)) << text;
}

TEST(HtmlTextTest, CollapseSpaceKnowsTheSpacesOfUnicode) {
  EXPECT_EQ(collapse_space(" a\u00A0\u2003b\u3000\r\nc\uFEFF"), "a b c");
  EXPECT_EQ(collapse_space("é à"), "é à");
  EXPECT_EQ(collapse_space(" \n "), "");
}

TEST(HtmlTextTest, CollapseSpaceTakesNoOtherCharacterForSpace) {
  const std::u32string spaces =
      U"\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B"
      U"\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF";
  for (char32_t c = 0x21; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    const bool is_space = spaces.find(c) != std::u32string::npos;
    ASSERT_EQ(collapse_space(text), is_space || c == 0x7F ? "" : text)
        << "U+" << std::hex << uint32_t{c};
  }
}

TEST(HtmlTextTest, CollapseSpaceDropsControlCharacters) {
  EXPECT_EQ(collapse_space("\x1B[31mred\x1B[0m and\x7F plain"), "[31mred[0m and plain");
  EXPECT_EQ(collapse_space("kil\x02n \x1F \x01 works\x03"), "kiln works");
  EXPECT_EQ(collapse_space(std::string_view("\x00 a\x00\x08", 5)), "a");
}

TEST(HtmlTextTest, ACharacterThatIsCutIsNoSpace) {
  for (const std::string_view cut :
       {"\xE2", "\xE2\x80", "\xE3\x80", "\xEF\xBB", "\xC2", "\xE1\x9A"})
    EXPECT_EQ(collapse_space(cut), cut);
}

TEST(HtmlTextTest, DecodeEntitiesLeavesMarkupAlone) {
  EXPECT_EQ(decode_entities("<b>&eacute;&copy</b> AT&T"), "<b>é©</b> AT&T");
}

}  // namespace
}  // namespace vectora::text
