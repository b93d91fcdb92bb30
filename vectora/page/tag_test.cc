#include "vectora/page/tag.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

TEST(TagTest, NamesAreKnown) {
  EXPECT_EQ(tag_of("a"), Tag::kA);
  EXPECT_EQ(tag_of("article"), Tag::kArticle);
  EXPECT_EQ(tag_of("wbr"), Tag::kWbr);
  EXPECT_EQ(tag_of("h6"), Tag::kH6);
  for (const std::string_view name : {"", "x-card", "articles", "artic", "h7"}) {
    EXPECT_EQ(tag_of(name), Tag::kOther) << name;
  }
}

TEST(TagTest, BlocksHaveALineOfTheirOwn) {
  for (const std::string_view name : {"p", "div", "li", "td", "h1", "section", "dd"}) {
    EXPECT_TRUE(is_block(name)) << name;
  }
  for (const std::string_view name : {"a", "span", "b", "time", "img", "x-card"}) {
    EXPECT_FALSE(is_block(name)) << name;
  }
}

TEST(TagTest, SomeElementsNeverShowText) {
  for (const std::string_view name : {"script", "style", "template"}) {
    EXPECT_TRUE(is_unseen(tag_of(name))) << name;
  }
  for (const std::string_view name : {"p", "details", "a"}) {
    EXPECT_FALSE(is_unseen(tag_of(name))) << name;
  }
}

TEST(TagTest, SixHeadings) {
  for (const std::string_view name : {"h1", "h2", "h3", "h4", "h5", "h6"}) {
    EXPECT_TRUE(is_heading(tag_of(name))) << name;
  }
  for (const std::string_view name : {"head", "header", "hr", "h7"}) {
    EXPECT_FALSE(is_heading(tag_of(name))) << name;
  }
}

}  // namespace
}  // namespace vectora::page
