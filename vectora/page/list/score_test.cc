#include "vectora/page/list/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/page/list/page_for_tests.h"

namespace vectora::page {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The best list that a candidate of the page makes, as it is scored.
ScoredList best_of(const ListPage& page) {
  ScoredList best;
  for (const Candidate& candidate : candidates_of(page)) {
    std::vector<ListItem> items;
    for (const NodeRange& range : candidate.ranges) {
      if (std::optional<ListItem> item = read_item(page, range)) items.push_back(*std::move(item));
    }
    if (items.empty()) continue;
    ScoredList list = score_list(page, candidate, std::move(items));
    if (list.score > best.score) best = std::move(list);
  }
  return best;
}

double score_of(const std::string& html) { return best_of(*PageForTests(html).page).score; }
std::vector<std::string> items_of(const std::string& html) {
  return lines_of(best_of(*PageForTests(html).page).items);
}

std::string list(std::string_view before, std::string_view behind, size_t count = 4) {
  const std::vector<std::string> titles = {
      "Orla opens a second works", "Weller takes the chair now", "Sales of kilns rise again",
      "New glaze passes its tests", "Kiln hall closed for repairs"};
  std::string out = "<ul>";
  for (size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i + 1);
    out += "<li>" + std::string(before) + "<a href=/news/" + number + ">" + titles.at(i) + "</a>" +
           std::string(behind) + "</li>";
  }
  return out + "</ul>";
}

TEST(ListScore, GrowsWithWhatNewsHave) {
  const double plain = score_of(list("", ""));
  EXPECT_GT(plain, 0);
  EXPECT_GT(score_of(list("", "", 5)), plain) << "one entry more";
  EXPECT_GT(score_of(list("<i>3 March 2026</i>", "")), plain) << "days";
  EXPECT_GT(score_of(list("<h3>", "</h3>")), plain) << "headings";
  EXPECT_GT(score_of("<div class=news>" + list("", "") + "</div>"), plain) << "a name";
}

TEST(ListScore, ShrinksWhereTheSurroundingsSpeakOfSomethingElse) {
  const double plain = score_of(list("", ""));
  EXPECT_LT(score_of("<div class=events>" + list("", "") + "</div>"), plain);
  EXPECT_LT(score_of("<h2>Upcoming events</h2>" + list("", "")), plain);
}

TEST(ListScore, NeedsTwoEntriesOfSomeWords) {
  EXPECT_EQ(score_of(list("", "", 1)), 0);
  EXPECT_EQ(
      score_of("<ul><li><a href=/a>Home</a><li><a href=/b>Team</a><li><a href=/c>Jobs</a></ul>"),
      0);
}

TEST(ListScore, OfTwoEntriesForOneAddressTheBetterStays) {
  EXPECT_THAT(
      items_of("<ul><li><i>3 March 2026</i><a href=/news/1>Orla opens a second works</a>"
               "<li><a href=/news/1>Orla opens</a>"
               "<li><i>2 March 2026</i><a href=/news/2>Weller takes the chair</a></ul>"),
      ElementsAre("2026-03-03 Orla opens a second works", "2026-03-02 Weller takes the chair"));
}

TEST(ListScore, AnEntryWithoutADayAmongDatedOnesNeedsAFullTitle) {
  const auto with = [](std::string_view title) {
    return items_of(
               "<ul><li><i>3 March 2026</i><a href=/news/1>Orla opens a second works</a>"
               "<li><i>2 March 2026</i><a href=/news/2>Weller takes the chair</a>"
               "<li><i>1 March 2026</i><a href=/news/3>Sales of kilns rise again</a>"
               "<li><a href=/news/4>" +
               std::string(title) + "</a></ul>")
        .size();
  };
  EXPECT_EQ(with("New glaze passes all of its tests"), 4U);
  EXPECT_EQ(with("All older articles"), 3U);
}

TEST(MainList, IsTheDatedOneBeforeOneOfHeadingsAlone) {
  const auto scored = [](double score, bool is_dated) {
    ScoredList list;
    list.items.resize(4);
    if (is_dated) {
      for (ListItem& item : list.items) item.date = DateReading{};
    }
    list.score = score;
    return list;
  };
  EXPECT_EQ(main_list({scored(9, false), scored(7, true)}), 1U);
  EXPECT_EQ(main_list({scored(9, false), scored(4, true)}), 0U);
  EXPECT_EQ(main_list({scored(9, true), scored(7, true)}), 0U);
  EXPECT_EQ(main_list({scored(7, false), scored(9, false)}), 1U);
}

TEST(MainList, IsNoneOnAPageWithoutLinks) {
  EXPECT_THAT(items_of("<p>No list at all.</p>"), IsEmpty());
}

}  // namespace
}  // namespace vectora::page
