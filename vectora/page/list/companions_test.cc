#include "vectora/page/list/companions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/page/list/miner.h"
#include "vectora/page/list/page_for_tests.h"

namespace vectora::page {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> mined(const std::string& html) {
  return lines_of(mine_list(*PageForTests(html).page));
}

std::string entry(std::string_view day, std::string_view address, std::string_view title) {
  return "<li><span>" + std::string(day) + "</span><h3><a href=/news/" + std::string(address) +
         ">" + std::string(title) + "</a></h3></li>";
}

const std::string kList = "<ul>" + entry("3 March 2026", "1", "Orla opens a second works") +
                          entry("2 March 2026", "2", "Weller takes the chair") +
                          entry("1 March 2026", "3", "Sales of kilns rise in spring") + "</ul>";

std::string featured(std::string_view day, std::string_view address) {
  return "<div class=hero><h2><a href=" + std::string(address) +
         ">Orla wins the great prize</a></h2><p>" + std::string(day) + "</p></div>";
}

TEST(Companions, FeaturedStoriesComeFirst) {
  EXPECT_THAT(
      mined("<main>" + featured("4 March 2026", "/news/9") + kList + "</main>"),
      ElementsAre("2026-03-04 Orla wins the great prize", "2026-03-03 Orla opens a second works",
                  "2026-03-02 Weller takes the chair", "2026-03-01 Sales of kilns rise in spring"));
}

TEST(Companions, AStoryOfTheListIsNotFeaturedTwice) {
  EXPECT_THAT(mined("<main>" + featured("3 March 2026", "/news/1") + kList + "</main>"), SizeIs(3));
}

TEST(Companions, AreOfTheSamePartOfTheSite) {
  EXPECT_THAT(mined("<main>" + featured("4 March 2026", "/shop/9") + kList + "</main>"), SizeIs(3));
  EXPECT_THAT(
      mined("<main>" + featured("4 March 2026", "https://b.example/news/9") + kList + "</main>"),
      SizeIs(3));
}

TEST(Companions, OfADatedListAreDated) {
  EXPECT_THAT(mined("<main>" + featured("Read on", "/news/9") + kList + "</main>"), SizeIs(3));
  EXPECT_THAT(mined("<main>" + featured("Read on", "/news/2026/03/04/9") + kList + "</main>"),
              SizeIs(4))
      << "by its address";
}

TEST(Companions, StandInTheContent) {
  EXPECT_THAT(
      mined("<aside>" + featured("4 March 2026", "/news/9") + "</aside><main>" + kList + "</main>"),
      SizeIs(3));
  EXPECT_THAT(
      mined("<nav>" + featured("4 March 2026", "/news/9") + "</nav><main>" + kList + "</main>"),
      SizeIs(3));
}

TEST(Companions, MayBeAListOfAnotherLayout) {
  const auto row = [](std::string_view day, std::string_view address, std::string_view title) {
    return "<tr><td>" + std::string(day) + "<td><b><a href=/news/" + std::string(address) + ">" +
           std::string(title) + "</a></b></tr>";
  };
  EXPECT_THAT(
      mined("<main>" + kList + "<table>" +
            row("27 February 2026", "4", "New glaze passes all of its tests") +
            row("26 February 2026", "5", "Kiln hall closed for its repairs") +
            row("25 February 2026", "6", "Works council elects its new chair") + "</table></main>"),
      SizeIs(6));
}

TEST(LoneEntries, LeadBelowThePageOrStandAmongNews) {
  const auto page = [](std::string_view address, std::string_view name) {
    return "<main><div class=" + std::string(name) + "><h2><a href=" + std::string(address) +
           ">Orla opens a second works</a></h2><p>3 March 2026</p></div></main>";
  };
  EXPECT_THAT(mined(page("/news/1", "box")), ElementsAre("2026-03-03 Orla opens a second works"));
  EXPECT_THAT(mined(page("/works", "news")), ElementsAre("2026-03-03 Orla opens a second works"));
  EXPECT_THAT(mined(page("/works", "box")), IsEmpty());
  EXPECT_THAT(mined(page("https://b.example/", "box")), IsEmpty());
}

TEST(LoneEntries, HaveADayAndATitleOfSomeWords) {
  const auto page = [](std::string_view title, std::string_view day) {
    return "<main><div><h2><a href=/news/1>" + std::string(title) + "</a></h2><p>" +
           std::string(day) + "</p></div></main>";
  };
  EXPECT_THAT(mined(page("Orla opens works", "3 March 2026")), SizeIs(1));
  EXPECT_THAT(mined(page("Orla", "3 March 2026")), IsEmpty());
  EXPECT_THAT(mined(page("Orla opens works", "soon")), IsEmpty());
}

}  // namespace
}  // namespace vectora::page
