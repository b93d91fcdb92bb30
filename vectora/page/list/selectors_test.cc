#include "vectora/page/list/selectors.h"

#include <gtest/gtest.h>

#include "vectora/page/list/page_for_tests.h"

namespace vectora::page {
namespace {

using Lines = std::vector<std::string>;

Lines selected(const std::string& html, const ListingSelectors& selectors) {
  PageForTests tested(html);
  tested.options.selectors = selectors;
  const Result<std::vector<ListItem>> items = select_list(*tested.page);
  return items ? lines_of(*items) : Lines{"error: " + items.error().message};
}

ListingSelectors item(std::string css) {
  ListingSelectors out;
  out.item = std::move(css);
  return out;
}

const std::string kPage =
    "<div class=events><div class=card><h3><a href=/e>Spring fair of the year</a></h3></div></div>"
    "<div class=news><div class=card><i>3.2.2026</i><b>Alpha</b><h3><a href=/1>Alpha buys the "
    "plant</a></h3><p class=lead>Words.</p></div><div class=card><i>9.1.2026</i><h3><a "
    "href=/2>Beta opens a plant</a></h3></div></div>";

TEST(SelectedListTest, AContainerBoundsTheItems) {
  EXPECT_EQ(selected(kPage, item("div.card")),
            (Lines{"- Spring fair of the year", "2026-02-03 Alpha buys the plant",
                   "2026-01-09 Beta opens a plant"}));
  ListingSelectors within = item("div.card");
  within.container = "div.news";
  EXPECT_EQ(selected(kPage, within),
            (Lines{"2026-02-03 Alpha buys the plant", "2026-01-09 Beta opens a plant"}));
  within.container = "div.press";
  EXPECT_EQ(selected(kPage, within), Lines{});
}

TEST(SelectedListTest, PartsAreLookedUpInsideAnItem) {
  ListingSelectors parts = item("div.news .card");
  parts.title = "b, h3";
  EXPECT_EQ(selected(kPage, parts).front(), "2026-02-03 Alpha");
  parts.title = "h3";
  parts.date = "b";  // which holds no date, so the item is read without one
  EXPECT_EQ(selected(kPage, parts).back(), "2026-01-09 Beta opens a plant");
}

TEST(SelectedListTest, TheItemMayBeTheLinkItself) {
  EXPECT_EQ(selected(kPage, item("div.news h3 a")),
            (Lines{"2026-02-03 Alpha buys the plant", "2026-01-09 Beta opens a plant"}));
}

TEST(SelectedListTest, NestedItemsComeOnce) {
  EXPECT_EQ(selected(kPage, item("div.news, div.news .card, h3")).size(), 3u);
  EXPECT_EQ(selected(kPage, item("div.news, div.news .card, div.news h3")),
            (Lines{"2026-02-03 Alpha buys the plant", "2026-01-09 Beta opens a plant"}));
}

TEST(SelectedListTest, TheAddressMayBeThatOfAnotherLink) {
  const std::string page =
      "<ul><li><a href=/topics/kilns>Kilns</a> <h3>Alpha buys the plant</h3> 3.2.2026 <a "
      "class=full href=/1>Read</a></li><li><a href=/topics/clay>Clay</a> <h3>Beta opens a "
      "plant</h3> 9.1.2026 <a class=full href=/2>Read</a></li></ul>";
  ListingSelectors parts = item("li");
  parts.url = "a.full";
  PageForTests tested(page);
  tested.options.selectors = parts;
  const Result<std::vector<ListItem>> items = select_list(*tested.page);
  ASSERT_EQ(items->size(), 2U);
  for (size_t i = 0; i < items->size(); ++i)
    EXPECT_EQ(tested.page->targets[(*items)[i].target].address,
              "https://a.example/" + std::to_string(i + 1));
}

TEST(SelectedListTest, TheDayMayStandInAnAttribute) {
  const std::string page =
      "<ul><li><b><time datetime=2026-02-03>Tue</time></b><a href=/1>Alpha buys the plant</a>"
      "<li><b><span data-date=2026-01-09>Fri</span></b><a href=/2>Beta opens a plant</a></ul>";
  ListingSelectors parts = item("li");
  parts.date = "b";
  EXPECT_EQ(selected(page, parts),
            (Lines{"2026-02-03 Alpha buys the plant", "2026-01-09 Beta opens a plant"}));
}

TEST(SelectedListTest, TheDescriptionIsWhatItsPlaceSays) {
  ListingSelectors parts = item("div.news .card");
  parts.description = "p.lead";
  PageForTests tested(kPage);
  tested.options.selectors = parts;
  const Result<std::vector<ListItem>> items = select_list(*tested.page);
  ASSERT_EQ(items->size(), 2U);
  EXPECT_EQ(items->front().description, "Words.");
  EXPECT_EQ(items->back().description, "");
}

TEST(SelectedListTest, WhatHasNoAddressIsNoItem) {
  EXPECT_EQ(selected("<ul><li>Alpha buys the plant<li><a href='#x'>Beta opens a plant</a><li><a "
                     "href=/3>Gamma closes a plant</a></ul>",
                     item("li")),
            Lines{"- Gamma closes a plant"});
}

TEST(SelectedListTest, ALinkInContainersOfContainersComesOnce) {
  ListingSelectors within = item("a");
  within.container = "div, ul";
  EXPECT_EQ(selected("<div><ul><li><a href=/1>Alpha buys the plant</a></ul></div>", within),
            Lines{"- Alpha buys the plant"})
      << "nested containers hold it once";
}

TEST(SelectedListTest, ItemsInOneAnotherAreReadToABound) {
  const auto card = [](const std::string& number) {
    return "<div class=card><a href=/" + number + ">Card " + number + " of the list</a></div>";
  };
  std::string open;
  std::string many;
  for (int i = 0; i < 100; ++i) open += "<div class=card>";
  for (int i = 0; i < 10'000; ++i) many += "<i></i>";
  EXPECT_EQ(selected(card("1") + card("2") + many + card("3"), item(".card")).size(), 3U);
  EXPECT_EQ(selected(card("1") + card("2") + open + many + card("3"), item(".card")),
            (Lines{"- Card 1 of the list", "- Card 2 of the list", "- Card 3 of the list"}))
      << "out of the outermost";
}

TEST(SelectedListTest, AnErrorNamesTheSelector) {
  ListingSelectors wrong;
  wrong.url = "a[";
  EXPECT_EQ(selected(kPage, wrong).front().substr(0, 29), "error: selector url: column 3");
  EXPECT_EQ(selected(kPage, {}), Lines{});
}

}  // namespace
}  // namespace vectora::page
