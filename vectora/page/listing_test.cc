#include "vectora/page/listing.h"

#include <gtest/gtest.h>

#include <string>

#include "vectora/page/listing_json.h"

namespace vectora::page {
namespace {

// One entry a line: day, title, address.
std::string dump(const Listing& listing) {
  std::string out;
  for (const ListingEntry& entry : listing.entries) {
    out += (entry.published ? entry.published->day.str() : "-") + " | " + entry.title + " | " +
           entry.url + "\n";
  }
  return out;
}

std::string read(std::string_view html, ListingOptions options = {}) {
  if (!options.url) options.url = Url::parse("https://www.orlabio.example/news/");
  const Result<Listing> listing = read_listing(html, options);
  return listing ? dump(*listing) : "error: " + listing.error().message;
}

constexpr std::string_view kCards = R"(
<nav><ul><li><a href="/about/who-we-are-today">Who we are today and tomorrow</a></li>
<li><a href="/work/open-positions-and-students">Open positions and students</a></li></ul></nav>
<div class="cards">
<div class="card"><span class="date">3 February 2026</span><h3><a href="/news/a">Orla Bio starts a study in acromegaly</a></h3><a href="/news/a">Read more</a></div>
<div class="card"><span class="date">9 January 2026</span><h3><a href="/news/b">Orla Bio signs a licence with Tamber</a></h3><a href="/news/b">Read more</a></div>
</div><div class="pager"><b>1</b> <a href="?page=2">2</a></div>)";

TEST(Listing, FindsCardsByTheirStructure) {
  EXPECT_EQ(
      read(kCards),
      "2026-02-03 | Orla Bio starts a study in acromegaly | https://www.orlabio.example/news/a\n"
      "2026-01-09 | Orla Bio signs a licence with Tamber | https://www.orlabio.example/news/b\n");
}

TEST(Listing, ObeysSelectorsAndSaysWhichOneIsWrong) {
  ListingOptions options;
  options.selectors.item = "div.cards, div.card, h3";
  options.selectors.title = "h3 a";
  options.selectors.date = ".date";
  EXPECT_EQ(read(kCards, options), read(kCards));
  options.selectors.title = "h3 >";
  EXPECT_EQ(
      read(kCards, options),
      "error: selector title: column 5: expected a tag name, \"*\", \".\", \"#\", \"[\" or \":\"");
}

TEST(Listing, IsWrittenAsOneLineOfJson) {
  ListingOptions options;
  options.url = Url::parse("https://www.orlabio.example/news/");
  EXPECT_EQ(listing_json(*read_listing(kCards, options), "x").substr(0, 61),
            "{\"id\":\"x\",\"items\":[{\"title\":\"Orla Bio starts a study in acrom");
  EXPECT_EQ(read_listing(kCards, options)->next_page, "https://www.orlabio.example/news/?page=2");
}

TEST(Listing, OfAPageWithoutOneIsEmpty) {
  EXPECT_EQ(read("<main><h1>News</h1><p>No releases were found.</p></main>"), "");
  EXPECT_EQ(read(""), "");
}

}  // namespace
}  // namespace vectora::page
