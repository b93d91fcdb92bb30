#include "vectora/page/text_builder.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

std::string joined(std::initializer_list<std::string_view> pieces) {
  TextBuilder builder(Separator::kLine);
  for (const std::string_view piece : pieces) {
    if (piece == "|") {
      builder.separate_blocks();
    } else {
      builder.add(piece);
    }
  }
  return builder.take();
}

TEST(TextBuilderTest, CollapsesSpaceAcrossPieces) {
  EXPECT_EQ(joined({"a  b\n\tc"}), "a b c");
  EXPECT_EQ(joined({"a ", " b"}), "a b");
  EXPECT_EQ(joined({"a", "b"}), "ab");
  EXPECT_EQ(joined({"  a  "}), "a");
  EXPECT_EQ(joined({" ", "\n"}), "");
}

TEST(TextBuilderTest, BlocksAreApart) {
  EXPECT_EQ(joined({"a", "|", "b"}), "a\nb");
  EXPECT_EQ(joined({"|", "a", "|", " ", "|", "b", "|"}), "a\nb");
}

TEST(TextBuilderTest, UnicodeSpacesAreSpacesAndInvisibleSignsVanish) {
  EXPECT_EQ(joined({"a\xC2\xA0\xC2\xA0z"}), "a z");     // NBSP
  EXPECT_EQ(joined({"a\xE2\x80\x89z"}), "a z");         // thin space
  EXPECT_EQ(joined({"a\xE3\x80\x80z"}), "a z");         // ideographic space
  EXPECT_EQ(joined({"a\xC2\xADz"}), "az");              // soft hyphen
  EXPECT_EQ(joined({"a\xE2\x80\x8Bz"}), "az");          // zero-width space
  EXPECT_EQ(joined({"\x1B[31ma\x7F\x02z"}), "[31maz");  // control characters
  EXPECT_EQ(joined({"\xEF\xBB\xBF"
                    "a"}),
            "a");  // byte order mark
  EXPECT_EQ(joined({"\xE2\x80\x93 \xE2\x82\xAC"}), "\xE2\x80\x93 \xE2\x82\xAC");
}

TEST(TextBuilderTest, ASubtreeReadsAsAReaderSeesIt) {
  const Dom dom = *Dom::parse(
      "<div><p>one <b>bo</b>ld</p><script>no()</script><ul><li>two</li><li>three<br>four</li></ul>"
      "<style>no</style></div>");
  TextBuilder lines(Separator::kLine);
  lines.add_subtree(dom, dom.root());
  EXPECT_EQ(lines.take(), "one bold\ntwo\nthree\nfour");
  TextBuilder spaces(Separator::kSpace);
  spaces.add_subtree(dom, dom.root());
  EXPECT_EQ(spaces.take(), "one bold two three four");
}

}  // namespace
}  // namespace vectora::page
