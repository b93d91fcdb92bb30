#include "vectora/page/propose/css_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "vectora/page/selector.h"

namespace vectora::page {
namespace {

// The names of the element with the attribute "it", in their order.
std::vector<std::string> names_of(const std::string& html) {
  const Result<Dom> dom = Dom::parse(html);
  std::vector<std::string> out;
  const NodeId node = Selector::compile("[it]")->first(*dom, dom->root());
  for (const CssName& name : css_names(*dom, node)) out.push_back(name.css);
  return out;
}

using Names = std::vector<std::string>;

TEST(CssNamesTest, ANameThatTellsWhatItIsComesFirst) {
  EXPECT_EQ(names_of("<li it class='mt-4 news-item'>"),
            (Names{".news-item", "li.news-item", "li", ".mt-4", "li.mt-4"}));
  EXPECT_EQ(names_of("<div it class='blue'>"), (Names{".blue", "div.blue", "div"}));
  EXPECT_EQ(names_of("<time it datetime=2026-02-03>"), Names{"time"});
  EXPECT_EQ(names_of("<h3 it class=x>").front(), "h3");
}

TEST(CssNamesTest, IdsAndPropertiesAreNamesToo) {
  EXPECT_EQ(names_of("<ul it id=press-list>").front(), "#press-list");
  EXPECT_EQ(names_of("<span it itemprop=datePublished>").front(), "[itemprop='datePublished']");
  EXPECT_EQ(names_of("<b it datetime=2026-02-03>").front(), "b[datetime]");
}

TEST(CssNamesTest, WhatProgramsMakeUpIsNoName) {
  for (const std::string_view name :
       {"css-1x2y3z", "sc-bdVaJa", "svelte-1abcd2", "jss204", "List_item__3kX9a", "hGk2Qx",
        "kzqwtr", "_3xJk9", "astro-kzqw12", "title-a8f3c2d1", "Card_body__1Zq",
        "index-module_list__RJUF"})
    EXPECT_TRUE(is_generated_name(name)) << name;
  for (const std::string_view name :
       {"news-item", "newsItem", "NewsListItem", "col-md-4", "h2", "entry-title", "mb20",
        "views-row", "wd_item", "post", "nir-widget--field", "article__title", "PressRelease",
        "elementor-post__title", "views_field__title", "news__item--2", "c-card", "btn",
        "uk-article"})
    EXPECT_FALSE(is_generated_name(name)) << name;
}

TEST(CssNamesTest, OfANameOfAStyleModuleThePartOfPeopleStays) {
  EXPECT_EQ(names_of("<div it class='NewsList_item__3kX9a'>"),
            (Names{"[class*='NewsList_item__']", "div"}));
  EXPECT_EQ(names_of("<div it class='css-1x2y3z'>"), Names{"div"});
}

TEST(CssNamesTest, StatesAndNumbersOfEntriesAreNoNames) {
  EXPECT_EQ(names_of("<li it class='first odd post-1204 active' id=item_20391>"), Names{"li"});
}

TEST(CssNamesTest, OddNamesAreLeftOutRatherThanEscaped) {
  EXPECT_EQ(names_of("<li it class='md:flex w-1/2 -4 é 2col'>"), Names{"li"});
  EXPECT_EQ(names_of("<li it class=' \n'>"), Names{"li"});
}

TEST(CssNamesTest, EachNameFindsItsElement) {
  const Result<Dom> dom = Dom::parse(
      "<section it class='news-list Box_a__x9Y2z m-1' id=main-news role=feed itemprop=about>");
  const NodeId node = Selector::compile("[it]")->first(*dom, dom->root());
  const std::vector<CssName> names = css_names(*dom, node);
  EXPECT_EQ(names.size(), 9U);
  for (const CssName& name : names) {
    const Result<Selector> selector = Selector::compile(name.css);
    ASSERT_TRUE(selector) << name.css;
    EXPECT_TRUE(selector->matches(*dom, node)) << name.css;
  }
}

}  // namespace
}  // namespace vectora::page
