// Lists that are hard to tell: two lists on one page, featured entries, copies for
// small screens, addresses that differ in a query alone, broken and huge pages.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/listing.h"

namespace vectora::page {
namespace {

ListingOptions here() {
  ListingOptions options;
  options.url = Url::parse("https://www.orla.example/news/");
  options.now = Date::from_civil(2026, 3, 10);
  return options;
}

std::vector<std::string> addresses(const std::string& body) {
  const Result<Listing> listing =
      read_listing("<!doctype html><html lang=en><body>" + body + "</body></html>", here());
  std::vector<std::string> out;
  for (const ListingEntry& entry : listing->entries)
    out.push_back((entry.published ? entry.published->day.str() : "no day") + " " +
                  entry.url.substr(entry.url.find('/', 8)));
  return out;
}

// `count` entries; "#" is the number of each.
std::string repeat(std::string_view html, int count) {
  std::string out;
  for (int i = 1; i <= count; ++i)
    for (const char c : html) out += c == '#' ? std::to_string(i) : std::string(1, c);
  return out;
}

std::vector<std::string> days(std::string_view folder, int count) {
  std::vector<std::string> out;
  for (int i = 1; i <= count; ++i)
    out.push_back("2026-02-0" + std::to_string(i) + " " + std::string(folder) + std::to_string(i));
  return out;
}

constexpr std::string_view kRelease =
    "<li><span class=date>0#.02.2026</span><a href=/news/#>Orla Kilns opens works number # in "
    "Tamber</a></li>";

TEST(HardListings, PressReleasesAreTakenBeforeEventsOfTheSameLook) {
  const std::string events =
      "<section class=events><h2>Events and presentations</h2><ul>" +
      repeat(
          "<li><span class=date>1#.01.2026</span><a href=/events/#>Orla at the fair number # of "
          "kilns</a></li>",
          4) +
      "</ul></section>";
  const std::string news =
      "<section class=press><h2>Press releases</h2><ul>" + repeat(kRelease, 5) + "</ul></section>";
  EXPECT_EQ(addresses(news + events), days("/news/", 5));
  EXPECT_EQ(addresses(events + news), days("/news/", 5));
}

TEST(HardListings, AFeaturedStoryBelongsToTheList) {
  const std::vector<std::string> found = addresses(
      "<main><div class=featured><a href=/news/9><h2>Orla Kilns wins the great prize of "
      "the fair</h2></a><span class=date>09.02.2026</span></div><ul class=more>" +
      repeat("<li><h3><a href=/news/#>Orla Kilns opens works number # in Tamber</a></h3>"
             "<span class=date>0#.02.2026</span></li>",
             5) +
      "</ul></main>");
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found.front(), "2026-02-09 /news/9");
}

TEST(HardListings, ACopyForSmallScreensComesOnce) {
  EXPECT_EQ(addresses("<ul class=desktop>" + repeat(kRelease, 5) + "</ul><ul class=mobile>" +
                      repeat(kRelease, 5) + "</ul>"),
            days("/news/", 5));
}

TEST(HardListings, AddressesMayDifferInTheQueryAlone) {
  EXPECT_EQ(
      addresses("<table>" +
                repeat("<tr><td>#</td><td><a href='view.php?id=20#&page=1'>Notice number # of "
                       "the works council</a></td><td>2026-02-0#</td></tr>",
                       6) +
                "</table>")
          .size(),
      6U);
}

TEST(HardListings, EntriesMayLeadToAnotherHost) {
  const std::vector<std::string> found =
      addresses("<ul>" +
                repeat("<li>0# Feb 2026 <a href=https://wire.example/orla/#>Orla Kilns reports its "
                       "result number #</a></li>",
                       5) +
                "</ul>");
  EXPECT_EQ(found, days("/orla/", 5));
}

TEST(HardListings, ProductsWithHeadingsAreNoNews) {
  const std::string products = repeat(
      "<div class=product><a href=/p/#><h3>Kiln of the series number #</h3></a><p>It fires "
      "at 1,300 degrees and lasts for thirty years.</p></div>",
      6);
  EXPECT_EQ(addresses("<section>" + products + "</section><section><ul>" + repeat(kRelease, 4) +
                      "</ul></section>"),
            days("/news/", 4));
}

TEST(HardListings, WhatIsHiddenOrATemplateIsNoEntry) {
  EXPECT_EQ(addresses("<template><ul><li><a href=/t/1>A template of an entry of the list</a></ul>"
                      "</template><ul>" +
                      repeat(kRelease, 4) +
                      "</ul><script type=text/html><li><a "
                      "href=/s/1>A script's entry of the list</a></script>"),
            days("/news/", 4));
}

TEST(HardListings, BrokenMarkupLosesNoEntry) {
  for (const std::string_view item :
       {"<li><span>0#.02.2026</span><a href=/news/#>Orla Kilns opens works number # in Tamber",
        "<p>0#.02.2026 <a href=/news/#>Orla Kilns opens works number # in Tamber</p></a>",
        "<tr><td>0#.02.2026<td><a href='/news/#'>Orla Kilns opens works number # in Tamber</a>",
        "<div><b>0#.02.2026<a href=\"/news/#\"\">Orla Kilns opens works number # in Tamber</a></b>"
        "</div></div>"})
    EXPECT_EQ(addresses("<div><table>" + repeat(item, 5) + "</table></div>"), days("/news/", 5))
        << item;
}

TEST(HardListings, RelativeDaysAreCountedFromTheDayOfReading) {
  EXPECT_EQ(addresses("<ul><li><a href=/1>Storm delays the ferry to the islands</a> <span "
                      "class=ago>3 hours ago</span><li><a href=/2>Harbour opens its second quay"
                      "</a> <span class=ago>Yesterday</span><li><a href=/3>Ferry gets a new engine "
                      "from abroad</a> <span class=ago>2 weeks ago</span></ul>"),
            (std::vector<std::string>{"2026-03-10 /1", "2026-03-09 /2", "2026-02-24 /3"}));
}

TEST(HardListings, ADayWithoutAYearIsTheLatestOne) {
  EXPECT_EQ(addresses("<ul><li>2 March <a href=/1>Storm delays the ferry to the islands</a><li>28 "
                      "December <a href=/2>Harbour opens its second quay</a><li>3 November <a "
                      "href=/3>Ferry gets a new engine from abroad</a></ul>"),
            (std::vector<std::string>{"2026-03-02 /1", "2025-12-28 /2", "2025-11-03 /3"}));
}

TEST(HardListings, TheNextPageIsFoundInManyWords) {
  for (const std::string_view link :
       {"<a href=/news/2 rel=next>2</a>", "<a href=/news/2>Next</a>",
        "<a href=/news/2>Older posts</a>", "<a href=/news/2>Weiter</a>",
        "<a href=/news/2>Suivant</a>", "<a href=/news/2>Siguiente</a>", "<a href=/news/2>Nästa</a>",
        "<a href=/news/2>次へ</a>", "<a href=/news/2>下一页</a>", "<a href=/news/2>다음</a>",
        "<a href=/news/2>Следующая</a>", "<a href=/news/2>›</a>",
        "<a href=/news/2 aria-label='Next page'><svg></svg></a>"}) {
    const std::string page = "<html><body><ul>" + repeat(kRelease, 4) +
                             "</ul><div class=pagination><span>1</span> " + std::string(link) +
                             "</div></body></html>";
    EXPECT_EQ(read_listing(page, here())->next_page, "https://www.orla.example/news/2") << link;
  }
}

TEST(HardListings, LongListsAreCutAtTheMost) {
  ListingOptions options = here();
  options.max_items = 50;
  EXPECT_EQ(read_listing("<ul>" + repeat(kRelease, 400) + "</ul>", options)->entries.size(), 50U);
}

}  // namespace
}  // namespace vectora::page
