// Which of a page's lists is the list of news, as rules of score.cc, companions.cc
// and list_dates.cc decide it.
#include "vectora/page/list/miner.h"

#include <gtest/gtest.h>

#include "vectora/page/list/page_for_tests.h"

namespace vectora::page {
namespace {

using Lines = std::vector<std::string>;

Lines mined(const std::string& html) {
  const PageForTests tested(html);
  return lines_of(mine_list(*tested.page));
}

// <li> with a linked title and, unless it is empty, a day.
std::string entry(const std::string& path, const std::string& title, const std::string& day) {
  const std::string date = day.empty() ? "" : "<span class=date>" + day + "</span>";
  return "<li>" + date + "<a href='/news/" + path + "'>" + title + "</a></li>";
}

const std::string kThree = "<ul>" + entry("1", "Alpha buys the plant of Beta", "2026-02-03") +
                           entry("2", "Beta opens a second plant", "2026-01-09") +
                           entry("3", "Gamma reports on its first year", "2025-12-10") + "</ul>";
const Lines kThreeLines = {"2026-02-03 Alpha buys the plant of Beta",
                           "2026-01-09 Beta opens a second plant",
                           "2025-12-10 Gamma reports on its first year"};

TEST(MinerTest, FindsDatedLinks) {
  EXPECT_EQ(mined(kThree), kThreeLines);
  EXPECT_EQ(mined("<p>No list here, only <a href=/1>a link</a>.</p>"), Lines{});
  EXPECT_EQ(mined(""), Lines{});
}

TEST(MinerTest, MenusAreNoLists) {
  const std::string menu =
      "<ul><li><a href=/a>About us</a></li><li><a href=/b>Products</a></li>"
      "<li><a href=/c>Careers</a></li><li><a href=/d>Contact</a></li></ul>";
  EXPECT_EQ(mined(menu), Lines{});
  EXPECT_EQ(mined(menu + kThree), kThreeLines);
  EXPECT_EQ(mined("<nav>" + kThree + "</nav>"), Lines{});
}

TEST(MinerTest, TheListOfTheContentIsPreferred) {
  const std::string side = "<aside><ul>" + entry("7", "Most read story of the week", "2026-02-01") +
                           entry("8", "Another story that was read", "2026-02-02") +
                           "</ul></aside>";
  EXPECT_EQ(mined(side + "<main>" + kThree + "</main>"), kThreeLines);
}

TEST(MinerTest, EventsBesideNewsAreNotNews) {
  const std::string events = "<h2>Upcoming events</h2><ul>" +
                             entry("e1", "Spring fair of the industry", "2026-05-04") +
                             entry("e2", "Summer school for engineers", "2026-07-01") + "</ul>";
  EXPECT_EQ(mined("<h2>News</h2>" + kThree + events), kThreeLines);
}

TEST(MinerTest, OneTargetIsOneEntry) {
  std::string cards;
  for (const std::string number : {"1", "2", "3"}) {
    cards += "<div class=card><a href='/news/" + number + "'><img></a><span class=date>2026-02-0" +
             number + "</span><h3><a href='/news/" + number + "'>Alpha tells its story number " +
             number + "</a></h3><a href='/news/" + number + "'>Read more</a></div>";
  }
  EXPECT_EQ(mined(cards), (Lines{"2026-02-01 Alpha tells its story number 1",
                                 "2026-02-02 Alpha tells its story number 2",
                                 "2026-02-03 Alpha tells its story number 3"}));
}

TEST(MinerTest, WhatIsNeitherDatedNorTitledLikeTheRestIsAnOutlier) {
  const std::string more = "<li><a href='/archive'>More</a></li>";
  std::string list = kThree;
  list.insert(list.rfind("</ul>"), more);
  EXPECT_EQ(mined(list), kThreeLines);
}

TEST(MinerTest, ATitleThatManyShareIsALabel) {
  std::string list = "<ul>";
  for (const std::string n : {"1", "2", "3", "4"}) {
    list += "<li><a href='/more/" + n + "'>More in this category</a></li>" +
            entry(n, "Alpha tells its story number " + n, "2026-02-0" + n);
  }
  const Lines lines = mined(list + "</ul>");
  ASSERT_EQ(lines.size(), 4u);
  for (const std::string& line : lines) EXPECT_EQ(line.find("category"), std::string::npos);
}

TEST(MinerTest, ADayOverEntriesIsTheirs) {
  EXPECT_EQ(
      mined("<h3>3 February 2026</h3><ul>" + entry("1", "Alpha buys the plant of Beta", "") +
            entry("2", "Beta opens a second plant", "") + "</ul><h3>9 January 2026</h3><ul>" +
            entry("3", "Gamma reports on its first year", "") +
            entry("4", "Delta closes its oldest plant", "") + "</ul>"),
      (Lines{"2026-02-03 Alpha buys the plant of Beta", "2026-02-03 Beta opens a second plant",
             "2026-01-09 Gamma reports on its first year",
             "2026-01-09 Delta closes its oldest plant"}));
}

TEST(MinerTest, AYearOverEntriesCompletesTheirDays) {
  EXPECT_EQ(
      mined("<h3>2025</h3><ul>" + entry("1", "Alpha buys the plant of Beta", "3 February") +
            entry("2", "Beta opens a second plant", "9 January") + "</ul><h3>2024</h3><ul>" +
            entry("3", "Gamma reports on its first year", "10 December") +
            entry("4", "Delta closes its oldest plant", "2 March") + "</ul>"),
      (Lines{"2025-02-03 Alpha buys the plant of Beta", "2025-01-09 Beta opens a second plant",
             "2024-12-10 Gamma reports on its first year",
             "2024-03-02 Delta closes its oldest plant"}));
}

TEST(MinerTest, AddressesHoldDaysWhereNothingElseDoes) {
  EXPECT_EQ(mined("<ul>" + entry("2026/02/03/a", "Alpha buys the plant of Beta", "") +
                  entry("2026/01/09/b", "Beta opens a second plant", "") +
                  entry("2025/12/10/c", "Gamma reports on its first year", "") + "</ul>"),
            kThreeLines);
}

TEST(MinerTest, RowsOfATableAreEntries) {
  std::string rows = "<table><tr><th>Date</th><th>Title</th><th>File</th></tr>";
  for (const std::string n : {"1", "2", "3"}) {
    rows += "<tr><td>0" + n + ".02.2026</td><td><a href='/news/" + n +
            "'>Alpha tells its story number " + n + "</a></td><td><a href='/pdf/" + n +
            "'>PDF</a></td></tr>";
  }
  EXPECT_EQ(mined(rows + "</table>"), (Lines{"2026-02-01 Alpha tells its story number 1",
                                             "2026-02-02 Alpha tells its story number 2",
                                             "2026-02-03 Alpha tells its story number 3"}));
}

TEST(MinerTest, AFeaturedStoryBelongsToTheList) {
  const std::string featured =
      "<main><div class=hero><h2><a href='/news/0'>Omega joins the group of companies</a></h2>"
      "<span class=date>2026-02-10</span></div>";
  Lines expected = kThreeLines;
  expected.insert(expected.begin(), "2026-02-10 Omega joins the group of companies");
  EXPECT_EQ(mined(featured + kThree + "</main>"), expected);
  // One of another part of the site does not.
  const std::string offer =
      "<main><div class=hero><h2><a href='/shop/0'>Omega sells its oldest products</a></h2>"
      "<span class=date>2026-02-10</span></div>";
  EXPECT_EQ(mined(offer + kThree + "</main>"), kThreeLines);
}

TEST(MinerTest, ALoneStoryIsAnEntryWhereItLeadsBelowThePage) {
  const auto lone = [](const std::string& path) {
    return mined("<main><div><h2><a href='" + path +
                 "'>Omega joins the group of companies</a></h2><span class=date>2026-02-10</span>"
                 "</div></main>");
  };
  EXPECT_EQ(lone("/news/0"), (Lines{"2026-02-10 Omega joins the group of companies"}));
  EXPECT_EQ(lone("/shop/0"), Lines{});
}

TEST(MinerTest, ContainersInOneAnotherGiveEachStoryOnce) {
  std::string list = "<div class=news-list>";
  for (const std::string n : {"1", "2", "3"}) {
    list += "<div class=row><div class=news-item><div class=inner><span class=date>2026-02-0" + n +
            "</span><h3><a href='/news/" + n + "'>Alpha tells its story number " + n +
            "</a></h3><p>Some words of the story.</p></div></div></div>";
  }
  EXPECT_EQ(mined(list + "</div>").size(), 3u);
}

}  // namespace
}  // namespace vectora::page
