#include "vectora/page/selector_proposal.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "vectora/testing/golden.h"

namespace vectora::page {
namespace {

ListingOptions here() {
  ListingOptions options;
  options.url = Url::parse("https://www.orlabio.example/news/");
  options.now = Date::from_civil(2026, 3, 10);
  return options;
}

// "container | item | title | url | date", or "none".
std::string proposed(const std::string& html) {
  const auto selectors = propose_selectors(html, here());
  if (!selectors) return "none";
  return selectors->container + " | " + selectors->item + " | " + selectors->title + " | " +
         selectors->url + " | " + selectors->date;
}

std::string repeat(const std::string& html, int count = 4) {
  std::string out;
  for (int i = 1; i <= count; ++i) {
    std::string one = html;
    for (size_t at = one.find('#'); at != std::string::npos; at = one.find('#', at + 1))
      one.replace(at, 1, std::to_string(i));
    out += one;
  }
  return out;
}

// Entries as a listing, day and title and address on a line.
std::vector<std::string> lines(const Listing& listing) {
  std::vector<std::string> out;
  for (const ListingEntry& entry : listing.entries)
    out.push_back((entry.published ? entry.published->day.str() : "-") + " " + entry.title + " " +
                  entry.url);
  return out;
}

TEST(SelectorProposal, NamesWhatAPersonWouldName) {
  EXPECT_EQ(proposed("<nav><ul><li><a href=/about>About Orla Bio and its people</a></ul></nav>"
                     "<div class=press-list>" +
                     repeat("<div class='card news-item'><span class=date>0# March 2026</span>"
                            "<h3 class=headline><a href=/news/#>Orla Bio reports result number # "
                            "of its study</a></h3><a href=/news/#>Read more</a></div>") +
                     "</div>"),
            ".press-list | .news-item | .headline | a[href] | .date");
}

TEST(SelectorProposal, ThePageMayHaveNoNamesAtAll) {
  EXPECT_EQ(proposed("<main><ul>" +
                     repeat("<li><time datetime=2026-03-0#></time><a href=/news/#>Orla Bio opens "
                            "site number # for its study</a></li>") +
                     "</ul></main>"),
            "main | li | a | a[href] | time");
}

TEST(SelectorProposal, LinksMayBeTheEntries) {
  EXPECT_EQ(proposed("<section class=releases>" +
                     repeat("<a class=release href=/press/#><b class=day>0# March 2026</b><span "
                            "class=name>Orla Bio names director number # of its board</span></a>") +
                     "</section>"),
            ".releases | .release | .name |  | .day");
}

TEST(SelectorProposal, ATablesCellsAreNamedByTheirPlaceAlone) {
  EXPECT_EQ(proposed("<table id=opinions><tr><th>No.<th>Case<th>Day</tr>" +
                     repeat("<tr><td>24-10#</td><td><a href=/o/#.pdf>Harbour of Tern against "
                            "town number #</a></td><td>0# March 2026</td></tr>") +
                     "</table>"),
            "#opinions | tr | a | a[href] | td:nth-child(3)");
}

TEST(SelectorProposal, WhatAToolMadeUpIsNotUsed) {
  const std::string css = proposed(
      "<div id=__next class=css-1x2y3z><div class=NewsList_list__3kX9a>" +
      repeat("<div class='sc-bdVaJa css-9z8y7x'><p class=css-1a2b3c>0# March 2026</p><h2 "
             "class=css-k2j3h4><a class=sc-hGk2Qx href=/n/#>Orla Bio signs licence number # with "
             "Tamber</a></h2></div>") +
      "</div></div>");
  EXPECT_EQ(css, "[class*='NewsList_list__'] | div | h2 | a[href] | p");
}

TEST(SelectorProposal, TwoKindsOfEntriesHaveTwoNames) {
  const std::string css = proposed(
      "<main><div class=featured><h2><a href=/news/9>Orla Bio wins its first approval for a depot"
      "</a></h2><span class=date>9 March 2026</span></div><div class=rest>" +
      repeat("<div class=teaser><h2><a href=/news/#>Orla Bio reports result number # of its "
             "study</a></h2><span class=date>0# March 2026</span></div>") +
      "</div></main>");
  EXPECT_EQ(css, "main | .featured, .teaser | h2 | a[href] | .date");
}

TEST(SelectorProposal, WhatStandsInThePlaceOfAnEntryIsLeftOut) {
  EXPECT_EQ(proposed("<div id=posts>" +
                     repeat("<p class=post><a href=/news/#>Orla Bio reports result number # of "
                            "its study</a> <span class=date>0# March 2026</span></p><p>Ten "
                            "patients took part in the study number # of the year.</p>") +
                     "<p class=post><a href=/news/all>More articles...</a></p></div>"),
            "#posts | .post:has(.date) | a | a[href] | .date");
}

TEST(SelectorProposal, AListThatIsOnlyDataHasNoSelectors) {
  EXPECT_EQ(proposed(R"(<script type="application/ld+json">{"@type":"ItemList","itemListElement":[
      {"@type":"NewsArticle","name":"Orla Bio opens a plant","url":"/1","datePublished":"2026-03-01"},
      {"@type":"NewsArticle","name":"Orla Bio sells a plant","url":"/2","datePublished":"2026-03-02"}
      ]}</script>)"),
            "none");
}

// The year is said once, in a heading: no selector inside an entry can reach it.
TEST(SelectorProposal, DaysThatSelectorsCannotReachMakeNoProposal) {
  EXPECT_EQ(proposed("<h2>2024</h2><ul>" +
                     repeat("<li>March #: <a href=/a/#>Orla Bio reports result number # of its "
                            "study</a></li>") +
                     "</ul><h2>2023</h2><ul>" +
                     repeat("<li>May #: <a href=/b/#>Orla Bio opens site number # for its "
                            "study</a></li>") +
                     "</ul>"),
            "none");
}

TEST(SelectorProposal, APageWithoutAListHasNone) {
  EXPECT_EQ(proposed(""), "none");
  EXPECT_EQ(proposed("<main><h1>News</h1><p>No releases were found.</p></main>"), "none");
  EXPECT_EQ(proposed("<div><h3><a href=/1>Storm delays the ferry to the islands</a></h3></div>"),
            "none");
}

class ProposalOfPage : public ::testing::TestWithParam<const char*> {};

// The golden pages of listings: selectors read what the structure reads.
TEST_P(ProposalOfPage, ReadsWhatTheStructureReads) {
  const std::string html =
      testing::read_test_data(std::string("page/listing/") + GetParam() + ".html");
  const auto selectors = propose_selectors(html, here());
  ASSERT_TRUE(selectors);
  EXPECT_FALSE(selectors->item.empty());
  ListingOptions options = here();
  const std::vector<std::string> by_structure = lines(*read_listing(html, options));
  options.selectors = *selectors;
  EXPECT_EQ(lines(*read_listing(html, options)), by_structure);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ProposalOfPage,
    ::testing::Values("anchors_with_dates", "board_table", "day_first_numbers", "elementor_posts",
                      "full_text_posts", "gallery_cards", "glued_anchor_text", "investor_widgets",
                      "linked_data_dates", "masonry_meta_date", "mediaroom",
                      "pdf_uploads_date_twice", "query_loop", "roc_years", "timeline_with_fairs",
                      "typo3_news", "updated_and_published", "views_table", "widget_card_and_list"),
    [](const auto& test) { return std::string(test.param); });

}  // namespace
}  // namespace vectora::page
