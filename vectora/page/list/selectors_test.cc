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

TEST(SelectedListTest, AnErrorNamesTheSelector) {
  ListingSelectors wrong;
  wrong.url = "a[";
  EXPECT_EQ(selected(kPage, wrong).front().substr(0, 29), "error: selector url: column 3");
  EXPECT_EQ(selected(kPage, {}), Lines{});
}

}  // namespace
}  // namespace vectora::page
