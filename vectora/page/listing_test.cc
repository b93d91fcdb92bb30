#include "vectora/page/listing.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "vectora/page/listing_json.h"
#include "vectora/testing/golden.h"

namespace vectora::page {
namespace {

// One entry a line: day and where it was read, title, address; then the next page.
std::string dump(const Listing& listing) {
  std::string out;
  for (const ListingEntry& entry : listing.entries) {
    out += (entry.published ? entry.published->day.str() : "no day") + " (" +
           std::string(to_string(entry.date_source)) + ") | " + entry.title + " | " + entry.url +
           "\n";
  }
  if (!listing.next_page.empty()) out += "next: " + listing.next_page + "\n";
  return out;
}

ListingOptions here() {
  ListingOptions options;
  options.url = Url::parse("https://www.orlabio.example/news/");
  options.now = Date::from_civil(2026, 3, 10);
  return options;
}

std::string read(std::string_view html, const ListingOptions& options = here()) {
  const Result<Listing> listing = read_listing(html, options);
  return listing ? dump(*listing) : "error: " + listing.error().message;
}

std::vector<std::string> titles(std::string_view html, const ListingOptions& options = here()) {
  const Result<Listing> listing = read_listing(html, options);
  std::vector<std::string> out;
  for (const ListingEntry& entry : listing->entries) out.push_back(entry.title);
  return out;
}

std::string day_of_first(std::string_view html, const ListingOptions& options = here()) {
  const Result<Listing> listing = read_listing(html, options);
  if (listing->entries.empty()) return "no entry";
  const auto& published = listing->entries.front().published;
  return published ? published->day.str() : "no day";
}

class ListingPage : public ::testing::TestWithParam<const char*> {};

TEST_P(ListingPage, ReadsAsItsGolden) {
  const std::string name = std::string("page/listing/") + GetParam();
  testing::expect_golden(read(testing::read_test_data(name + ".html")), name + ".golden");
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ListingPage,
    ::testing::Values("anchors_with_dates", "app_state", "board_table", "cells_of_a_case",
                      "day_first_numbers", "days_as_headings", "definition_list", "elementor_posts",
                      "empty_archive", "full_text_posts", "gallery_cards", "glued_anchor_text",
                      "heading_paragraph_pairs", "investor_widgets", "linked_data_dates",
                      "masonry_meta_date", "mediaroom", "one_story", "paragraphs_with_breaks",
                      "pdf_uploads_date_twice", "query_loop", "roc_years", "timeline_with_fairs",
                      "typo3_news", "updated_and_published", "views_table", "widget_card_and_list",
                      "years_as_headings"),
    [](const auto& test) { return std::string(test.param); });

constexpr std::string_view kCards = R"(
<div class="cards">
<div class="card"><span class="date">3 February 2026</span><h3><a href="/news/a">Orla Bio starts a study in acromegaly</a></h3><a href="/news/a">Read more</a></div>
<div class="card"><span class="date">9 January 2026</span><h3><a href="/news/b">Orla Bio signs a licence with Tamber</a></h3><a href="/news/b">Read more</a></div>
</div><div class="pager"><b>1</b> <a href="?page=2">2</a></div>)";

TEST(Listing, IsEmptyWhereThePageHoldsNone) {
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read("<main><h1>News</h1><p>No releases were found.</p></main>"), "");
  EXPECT_EQ(read("<nav><ul><li><a href=/a>Our company and its people</a><li><a href=/b>Careers and "
                 "open positions</a></ul></nav>"),
            "");
}

TEST(Listing, IsReadByItsSelectorsWhereThereAreSome) {
  ListingOptions options = here();
  options.selectors.container = "div.cards";
  options.selectors.item = "div.card";
  options.selectors.title = "h3 a";
  options.selectors.date = ".date";
  EXPECT_EQ(read(kCards, options),
            "2026-02-03 (selector) | Orla Bio starts a study in acromegaly | "
            "https://www.orlabio.example/news/a\n"
            "2026-01-09 (selector) | Orla Bio signs a licence with Tamber | "
            "https://www.orlabio.example/news/b\n"
            "next: https://www.orlabio.example/news/?page=2\n");
}

TEST(Listing, GivesOneEntryForNestedItems) {
  ListingOptions options = here();
  options.selectors.item = "div[class*='card'], h3, article";
  EXPECT_EQ(titles(kCards, options), titles(kCards));
  EXPECT_EQ(titles(kCards, options).size(), 2U);
}

TEST(Listing, FindsTheDateBesideAnItemThatIsALinkAlone) {
  constexpr std::string_view kLinks = R"(<ul>
    <li><em>12 January 2026</em> <a href="/press-releases/1">A first release</a></li>
    <li><em>7 December 2025</em> <a href="/press-releases/2">A second release</a></li></ul>
    <a href="/press-kit/">Press kit</a>)";
  ListingOptions options = here();
  options.selectors.item = "a[href*='/press-releases/']";
  EXPECT_EQ(day_of_first(kLinks, options), "2026-01-12");
  EXPECT_EQ(titles(kLinks, options),
            (std::vector<std::string>{"A first release", "A second release"}));
}

TEST(Listing, StaysEmptyWhereItsSelectorsFindNothing) {
  ListingOptions options = here();
  options.selectors.item = "li.release";
  EXPECT_TRUE(titles(kCards, options).empty());
}

TEST(Listing, SaysWhichSelectorIsWrong) {
  ListingOptions options = here();
  options.selectors.item = "div.card";
  options.selectors.title = "h3 >";
  EXPECT_EQ(read_listing(kCards, options).error().message,
            "selector title: column 5: expected a tag name, \"*\", \".\", \"#\", \"[\" or \":\"");
}

TEST(Listing, AWrongSelectorIsAnErrorAlsoWhereItWouldNotBeUsed) {
  ListingOptions options = here();
  options.selectors.date = "li[";
  EXPECT_FALSE(read_listing(kCards, options).ok());
  options.selectors.date = "li";
  EXPECT_TRUE(read_listing(kCards, options).ok());
}

TEST(Listing, ReadsDatesByTheConfiguredFormatAndPatterns) {
  constexpr std::string_view kOdd = R"(<ul>
    <li><b>v03_02_2026</b><a href="/1">A release of the third of February</a></li>
    <li><b>v09_01_2026</b><a href="/2">A release of the ninth of January</a></li></ul>)";
  ListingOptions options = here();
  options.selectors.item = "li";
  options.selectors.date = "b";
  EXPECT_EQ(day_of_first(kOdd, options), "no day");
  options.date_format = "v%d_%m_%Y";
  EXPECT_EQ(day_of_first(kOdd, options), "2026-02-03");
  options.date_format.clear();
  options.selectors.date.clear();
  options.date_patterns = {
      *text::Regex::compile(R"(v(\d\d_\d\d_\d{4}))", text::CaseSensitive::kNo)};
  options.selectors.item.clear();
  EXPECT_EQ(day_of_first(kOdd, options), day_of_first(kOdd));
}

TEST(Listing, UnderstandsRelativeDatesOnlyWithTheDayOfReading) {
  constexpr std::string_view kFresh = R"(<div>
    <div><h3><a href="/1">Storm delays the ferry to the islands</a></h3><span>2 days ago</span></div>
    <div><h3><a href="/2">Harbour opens its second quay</a></h3><span>yesterday</span></div></div>)";
  EXPECT_EQ(day_of_first(kFresh), "2026-03-08");
  ListingOptions timeless = here();
  timeless.now.reset();
  EXPECT_EQ(day_of_first(kFresh, timeless), "no day");
}

TEST(Listing, TakesNoDayThatIsYetToCome) {
  constexpr std::string_view kFairs = R"(<div>
    <div><h3><a href="/1">Meet our team at the spring fair</a></h3><span>12 May 2026</span></div>
    <div><h3><a href="/2">Annual meeting moved to the new hall</a></h3><span>3 March 2026</span></div></div>)";
  EXPECT_EQ(day_of_first(kFairs), "no day");
}

TEST(Listing, TakesNoDayOutOfATitle) {
  constexpr std::string_view kConferences = R"(<h2>2026</h2><ul>
    <li><h3><a href="/1">Orla Bio to present in Lyon on March 5, 2026</a></h3><a href="/1">Read more about Orla Bio to present in Lyon on March 5, 2026</a></li>
    <li><h3><a href="/2">Meet us at the fair of February 28, 2026</a></h3></li></ul>)";
  EXPECT_EQ(titles(kConferences).size(), 2U);
  EXPECT_EQ(day_of_first(kConferences), "no day");
}

TEST(Listing, TakesNoDayOutOfTheDaysOfAFair) {
  constexpr std::string_view kFairs = R"(<ul>
    <li><h3><a href="/1">Meet Orla Bio at the spring fair</a></h3><span>14 to 20 January 2026</span></li>
    <li><h3><a href="/2">Annual meeting moved to the new hall</a></h3><span>3 March 2026</span></li></ul>)";
  EXPECT_EQ(day_of_first(kFairs), "no day");
  EXPECT_EQ(titles(kFairs).size(), 2U);
}

TEST(Listing, DropsWhatIsNoStory) {
  EXPECT_EQ(titles(R"(<ul class="news">
      <li>2 March 2026 <a href="/a">Tern to build a new wing</a> <a href="/a.pdf">Download attachment</a></li>
      <li>1 March 2026 <a href="/b">Tern elects its board</a> <a href="/b.pdf">View PDF</a></li>
      <li><a href="/archive">All</a></li></ul>
      <ul class="pagination"><li><a href="?p=2">Older releases of this year</a></li><li><a href="?p=9">Last page of the releases</a></li></ul>
      <div class="social-share"><a href="https://facebook.com/tern">Follow Tern on this network</a><a href="https://x.com/tern">Follow Tern on that network</a></div>)"),
            (std::vector<std::string>{"Tern to build a new wing", "Tern elects its board"}));
}

TEST(Listing, KeepsAtMostTheItemsAskedFor) {
  ListingOptions options = here();
  options.max_items = 1;
  EXPECT_EQ(titles(kCards, options).size(), 1U);
}

TEST(Listing, ResolvesAddressesAgainstTheCatalogsBase) {
  ListingOptions options = here();
  options.base_url = Url::parse("https://cdn.orlabio.example/x/");
  EXPECT_EQ(read_listing(kCards, options)->entries.front().url,
            "https://cdn.orlabio.example/news/a");
}

TEST(Listing, TellsTheLanguage) {
  EXPECT_EQ(read_listing("<html lang=sv><body></body></html>", here())->language, "sv");
}

TEST(Listing, GivesTheTextBesideTheTitleAsDescription) {
  const Result<Listing> listing = read_listing(
      R"(<div><div><h3><a href="/1">Storm delays the ferry</a></h3><p>Wind of force ten keeps all boats in the harbour.</p></div>
         <div><h3><a href="/2">Harbour opens a quay</a></h3><p>Ships of up to ninety metres can now moor in town.</p></div></div>)",
      here());
  EXPECT_EQ(listing->entries.front().description,
            "Wind of force ten keeps all boats in the harbour.");
}

TEST(Listing, IsWrittenAsOneLineOfJson) {
  EXPECT_EQ(listing_json(*read_listing(kCards, here()), "x"),
            "{\"id\":\"x\",\"items\":["
            "{\"title\":\"Orla Bio starts a study in "
            "acromegaly\",\"url\":\"https://www.orlabio.example/news/a\",\"date\":\"2026-02-03\"},"
            "{\"title\":\"Orla Bio signs a licence with "
            "Tamber\",\"url\":\"https://www.orlabio.example/news/b\",\"date\":\"2026-01-09\"}],"
            "\"next_page\":\"https://www.orlabio.example/news/?page=2\"}");
}

TEST(Listing, EndsInBoundedTimeOnPagesBuiltToTakeLong) {
  std::string deep;
  for (int i = 0; i < 1500; ++i)
    deep += "<div><a href=/a" + std::to_string(i) + ">One more story</a>";
  EXPECT_TRUE(read_listing(deep, here()).ok());
  std::string wide = "<ul>";
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(i);
    wide += "<li><a href=/b" + number + ">Story number " + number + " of this list</a>";
  }
  EXPECT_EQ(read_listing(wide, here())->entries.size(), here().max_items);
}

}  // namespace
}  // namespace vectora::page
