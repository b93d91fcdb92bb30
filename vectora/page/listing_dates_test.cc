// Days that a list gives to its entries together: of headings, of years, of cells over
// several rows, of titles and addresses; and days that are another's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/listing.h"

namespace vectora::page {
namespace {

using ::testing::ElementsAre;

// "02-03 a": month and day, and the last part of the address; "-" without a day.
std::vector<std::string> days(const std::string& body, std::string_view language = "en") {
  ListingOptions options;
  options.url = Url::parse("https://www.orla.example/news/");
  options.now = Date::from_civil(2026, 3, 10);
  const Result<Listing> listing =
      read_listing("<!doctype html><html lang=" + std::string(language) + "><body><main>" + body +
                       "</main></body></html>",
                   options);
  std::vector<std::string> out;
  for (const ListingEntry& entry : listing->entries)
    out.push_back((entry.published ? entry.published->day.str() : "-") + " " +
                  entry.url.substr(entry.url.rfind('/') + 1));
  return out;
}

std::string link(std::string_view address, std::string_view title) {
  return "<a href=/news/" + std::string(address) + ">" + std::string(title) + "</a>";
}

const std::string kA = link("a", "Orla Kilns opens a second works in Tamber");
const std::string kB = link("b", "Ann Weller takes the chair of the union");
const std::string kC = link("c", "Sales of kilns rise by a fifth in spring");
const std::string kD = link("d", "New glaze without lead passes all its tests");

std::string li(const std::string& inside) { return "<li>" + inside + "</li>"; }

TEST(ListingDates, OfAHeadingHoldUntilTheNextOne) {
  EXPECT_THAT(days("<h3>3 March 2026</h3><ul>" + li(kA) + li(kB) +
                   "</ul><h3>2 March 2026</h3><ul>" + li(kC) + li(kD) + "</ul>"),
              ElementsAre("2026-03-03 a", "2026-03-03 b", "2026-03-02 c", "2026-03-02 d"));
  EXPECT_THAT(days("<div><p><b>3 March 2026</b></p><p>" + kA + "</p><p>" + kB +
                   "</p><p><b>2 March 2026</b></p><p>" + kC + "</p></div>"),
              ElementsAre("2026-03-03 a", "2026-03-03 b", "2026-03-02 c"));
}

TEST(ListingDates, OfAHeadingMayStandInAFewWords) {
  EXPECT_THAT(days("<h3>Published in the Journal of 3 March 2026</h3><ul>" + li(kA) + li(kB) +
                   li(kC) + "</ul>"),
              ElementsAre("2026-03-03 a", "2026-03-03 b", "2026-03-03 c"));
}

TEST(ListingDates, OfAHeadingEndAtAHeadingWithoutADay) {
  EXPECT_THAT(days("<h3>3 March 2026</h3><ul class=l>" + li(kA) + li(kB) +
                   "</ul><h3>Without a day</h3><ul class=l>" + li(kC) + li(kD) + "</ul>"),
              ElementsAre("2026-03-03 a", "2026-03-03 b", "- c", "- d"));
}

TEST(ListingDates, TakeTheYearOfTheHeadingAbove) {
  const auto entry = [](std::string_view day, const std::string& link) {
    return li("<span>" + std::string(day) + "</span> " + link);
  };
  EXPECT_THAT(days("<h2>2025</h2><ul>" + entry("Dec 9", kA) + entry("Nov 30", kB) +
                   "</ul><h2>2024</h2><ul>" + entry("Dec 8", kC) + entry("Feb 29", kD) + "</ul>"),
              ElementsAre("2025-12-09 a", "2025-11-30 b", "2024-12-08 c", "2024-02-29 d"));
}

TEST(ListingDates, TakeNoYearOfAChoiceOfYears) {
  const auto entry = [](std::string_view day, const std::string& link) {
    return li("<span>" + std::string(day) + "</span> " + link);
  };
  EXPECT_THAT(days("<p>2024</p><p>2025</p><ul>" + entry("9 February", kA) +
                   entry("8 February", kB) + entry("1 December", kC) + "</ul>"),
              ElementsAre("2026-02-09 a", "2026-02-08 b", "2025-12-01 c"))
      << "the latest such days before the day of reading";
}

TEST(ListingDates, OfACellOverSeveralRowsAreOfAllOfThem) {
  EXPECT_THAT(days("<table><tr><td rowspan=2>3 March 2026</td><td>" + kA + "</td></tr><tr><td>" +
                   kB + "</td></tr><tr><td>2 March 2026</td><td>" + kC + "</td></tr></table>"),
              ElementsAre("2026-03-03 a", "2026-03-03 b", "2026-03-02 c"));
}

TEST(ListingDates, OfACellSurviveARowspanThatIsNoNumber) {
  for (const std::string_view rows : {"99999999999999999999", "-3", "x", "", "2147483648"})
    EXPECT_THAT(days("<table><tr><td rowspan='" + std::string(rows) + "'>3 March 2026</td><td>" +
                     kA + "</td></tr><tr><td>2 March 2026</td><td>" + kC + "</td></tr></table>"),
                ElementsAre("2026-03-03 a", "2026-03-02 c"))
        << rows;
}

TEST(ListingDates, InFrontOfMostTitlesAreThoseOfTheEntries) {
  EXPECT_THAT(days("<ul>" + li(link("a", "3 March 2026 Orla Kilns opens a second works")) +
                   li(link("b", "2 March 2026 Ann Weller takes the chair")) +
                   li(link("c", "1 March 2026 Sales of kilns rise by a fifth")) + "</ul>"),
              ElementsAre("2026-03-03 a", "2026-03-02 b", "2026-03-01 c"));
}

TEST(ListingDates, InAddressesServeWhereNothingElseDoes) {
  const auto dated = [](std::string_view path, const std::string& title) {
    return li("<a href=/" + std::string(path) + ">" + title + "</a>");
  };
  EXPECT_THAT(days("<ul>" + dated("2026/03/03/a", "Orla Kilns opens a second works") +
                   dated("2026/03/02/b", "Ann Weller takes the chair of the union") +
                   dated("2026/02/28/c", "Sales of kilns rise by a fifth") + "</ul>"),
              ElementsAre("2026-03-03 a", "2026-03-02 b", "2026-02-28 c"));
}

TEST(ListingDates, HaveTheOrderThatTheWholeListShows) {
  const auto list = [](std::string_view first, std::string_view second) {
    return "<ul>" + li("<i>" + std::string(first) + "</i> " + kA) +
           li("<i>" + std::string(second) + "</i> " + kB) + "</ul>";
  };
  EXPECT_THAT(days(list("03/02/2026", "25/01/2026")), ElementsAre("2026-02-03 a", "2026-01-25 b"));
  EXPECT_THAT(days(list("03/02/2026", "01/25/2026")), ElementsAre("2026-03-02 a", "2026-01-25 b"));
  EXPECT_THAT(days(list("03/02/2026", "02/01/2026"), "fr"),
              ElementsAre("2026-02-03 a", "2026-01-02 b"));
  EXPECT_THAT(days(list("03/02/2026", "02/01/2026"), "en-GB"),
              ElementsAre("2026-02-03 a", "2026-01-02 b"));
}

TEST(ListingDates, OfAFooterAreNobodys) {
  EXPECT_THAT(days("<ul>" + li(kA) + li(kB) + li(kC) +
                   "</ul></main><footer>Last change of this page: 3 March 2026</footer>"),
              ElementsAre("- a", "- b", "- c"));
}

TEST(ListingDates, OfTheLastChangeAreSecondToThoseOfPublication) {
  const auto entry = [](std::string_view day, const std::string& link) {
    return "<article><h3>" + link + "</h3><p>Published: 0" + std::string(day) +
           " February 2026</p><p>Updated: 5 March 2026</p></article>";
  };
  EXPECT_THAT(days(entry("3", kA) + entry("2", kB) + entry("1", kC)),
              ElementsAre("2026-02-03 a", "2026-02-02 b", "2026-02-01 c"));
}

TEST(ListingDates, MayBeWrittenInTheWordsOfManyLanguages) {
  const struct {
    std::string_view language;
    std::string_view first;
    std::string_view second;
  } cases[] = {
      {"fr", "3 février 2026", "15 décembre 2025"},
      {"de", "3. Februar 2026", "15. Dezember 2025"},
      {"es", "3 de febrero de 2026", "15 de diciembre de 2025"},
      {"it", "3 febbraio 2026", "15 dicembre 2025"},
      {"sv", "3 februari 2026", "15 december 2025"},
      {"pl", "3 lutego 2026", "15 grudnia 2025"},
      {"ru", "3 февраля 2026", "15 декабря 2025"},
      {"ja", "2026年2月3日", "2025年12月15日"},
      {"ko", "2026년 2월 3일", "2025년 12월 15일"},
      {"en", "Feb. 3rd, 2026", "Dec 15th, 2025"},
      {"en", "2026-02-03", "2025-12-15"},
  };
  for (const auto& c : cases)
    EXPECT_THAT(days("<ul>" + li("<i>" + std::string(c.first) + "</i> " + kA) +
                         li("<i>" + std::string(c.second) + "</i> " + kB) + "</ul>",
                     c.language),
                ElementsAre("2026-02-03 a", "2025-12-15 b"))
        << c.language << " " << c.first;
}

TEST(ListingDates, ThatDoNotExistAreNone) {
  EXPECT_THAT(days("<ul>" + li("<i>30 February 2026</i> " + kA) + li("<i>31/11/2025</i> " + kB) +
                   li("<i>0000-00-00</i> " + kC) + "</ul>"),
              ElementsAre("- a", "- b", "- c"));
}

}  // namespace
}  // namespace vectora::page
