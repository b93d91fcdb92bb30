#include "vectora/page/list/item.h"

#include <gtest/gtest.h>

#include "vectora/page/list/page_for_tests.h"

namespace vectora::page {
namespace {

// "title -> address" of the element with id "x", or "none".
std::string item(std::string_view inside) {
  const PageForTests tested("<div id=x>" + std::string(inside) + "</div>");
  const std::optional<ListItem> found = read_item(*tested.page, tested.range_of("x"));
  if (!found) return "none";
  return found->title + " -> " + tested.page->targets[found->target].address.substr(17);
}

struct Case {
  std::string_view what;
  std::string_view html;
  std::string_view item;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(item(c.html), c.item) << c.what;
}

TEST(ListItemTest, TheTitleIsWhatLooksMostLikeOne) {
  expect_all({
      {"a linked heading before a longer link",
       "<h3><a href=/1>Alpha buys Beta</a></h3><a href=/2>A longer story of what was bought</a>",
       "Alpha buys Beta -> /1"},
      {"a link before plain text",
       "Alpha and Beta will work together, they say <a href=/1>Alpha buys Beta</a>",
       "Alpha buys Beta -> /1"},
      {"a heading beside a link that only acts",
       "<h3>Alpha buys Beta</h3><p>Some words of it.</p><a href=/1>Read more</a>",
       "Alpha buys Beta -> /1"},
      {"a title by class", "<span class=title>Alpha buys Beta</span><a href=/1>Read more</a>",
       "Alpha buys Beta -> /1"},
      {"not the category",
       "<a href=/tag/deals class=category>Mergers and deals</a><a href=/1>Alpha buys Beta</a>",
       "Alpha buys Beta -> /1"},
      {"not the date", "<a href=/1>3 February 2026</a><a href=/1>Alpha buys Beta</a>",
       "Alpha buys Beta -> /1"},
      {"a heading in two parts", "<h3><a href=/1><span>Alpha</span> <b>buys Beta</b></a></h3>",
       "Alpha buys Beta -> /1"},
  });
}

TEST(ListItemTest, AttributesSpeakWhereNoTextDoes) {
  expect_all({
      {"the link's title", "<a href=/1 title='Alpha buys Beta'>Read more</a>",
       "Alpha buys Beta -> /1"},
      {"its label", "<a href=/1 aria-label='Alpha buys Beta'><img></a>", "Alpha buys Beta -> /1"},
      {"its picture's text", "<a href=/1><img alt='Alpha buys Beta'></a>", "Alpha buys Beta -> /1"},
  });
}

TEST(ListItemTest, WithoutTitleOrAddressThereIsNoItem) {
  expect_all({
      {"no link", "<h3>Alpha buys Beta</h3>", "none"},
      {"an action alone", "<a href=/1>Read more</a>", "none"},
      {"a date alone", "<a href=/1>3 February 2026</a>", "none"},
      {"a share link", "<h3>Alpha buys Beta</h3><a href='mailto:x@a.example'>Mail</a>", "none"},
  });
}

TEST(ListItemTest, TellsRivalsOfItsTitle) {
  const PageForTests one("<div id=x><a href=/1>Alpha buys Beta today</a></div>");
  EXPECT_EQ(read_item(*one.page, one.range_of("x"))->rivals, 0u);
  const PageForTests three(
      "<div id=x><a href=/1>Alpha buys Beta today</a><p><a href=/2>Gamma sells its plant</a></p>"
      "<p><a href=/3>Delta opens a plant</a></p></div>");
  EXPECT_EQ(read_item(*three.page, three.range_of("x"))->rivals, 2u);
}

TEST(ListItemTest, ALinkWithinASentenceIsMarked) {
  const PageForTests in_text(
      "<p id=x>The council has said that it wants <a href=/1>a new plant at the river</a> for "
      "the people of the town.</p>");
  EXPECT_TRUE(read_item(*in_text.page, in_text.range_of("x"))->in_text);
  const PageForTests apart("<p id=x><a href=/1>A new plant at the river</a></p>");
  EXPECT_FALSE(read_item(*apart.page, apart.range_of("x"))->in_text);
}

TEST(ListItemTest, HintsDecideOverAppearance) {
  const PageForTests tested(
      "<div id=x><h3><a href=/1>Alpha buys Beta</a></h3><p id=t>The plain words of it</p></div>");
  ItemHints hints;
  hints.title = tested.by_id("t");
  EXPECT_EQ(read_item(*tested.page, tested.range_of("x"), hints)->title, "The plain words of it");
}

}  // namespace
}  // namespace vectora::page
