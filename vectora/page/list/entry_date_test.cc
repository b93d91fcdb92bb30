#include "vectora/page/list/entry_date.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vectora::page {
namespace {

std::string day_of(std::string_view html, std::optional<int> year = {}) {
  const Dom dom = *Dom::parse("<body>" + std::string(html) + "</body>");
  const ListingOptions options;
  const ListPage page(dom, options);
  const NodeRange range{1, static_cast<NodeId>(dom.size())};
  const std::vector<Fragment> fragments = fragments_of(page, range);
  const auto date =
      read_date(page, {.range = range, .fragments = fragments, .title = kNoNode, .year = year});
  return date ? date->date.day.str() + " " + std::string(to_string(date->source)) : "none";
}

TEST(EntryDate, IsReadWhereItIsMostTrusted) {
  struct Case {
    std::string_view html;
    std::string_view day;
  };
  const std::vector<Case> cases = {
      {"<p>no day here</p>", "none"},
      {"<p>3 March 2026</p>", "2026-03-03 text"},
      {"<span class=date>3 March 2026</span>", "2026-03-03 selector"},
      {"<time datetime='2026-03-03T23:30:00-05:00'>yesterday</time>", "2026-03-03 time_element"},
      {"<time>3 March 2026</time>", "2026-03-03 time_element"},
      {"<meta itemprop=datePublished content='2026-03-02'><time datetime='2026-03-03'></time>",
       "2026-03-02 microdata"},
      {"<time class=updated datetime='2026-03-09'></time><time class=published "
       "datetime='2026-03-03'></time>",
       "2026-03-03 time_element"},
      {"<meta itemprop=dateModified content='2026-03-09'><p>3 March 2026</p>", "2026-03-03 text"},
      {"<span data-timestamp=1772787600></span>", "2026-03-06 time_element"},
      {"<span class=age title='2026-03-03T10:00:00'>2 hours ago</span>", "2026-03-03 time_element"},
      {"<div class=fecha><span>02</span><span>mar</span><span>2026</span></div>",
       "2026-03-02 selector"},
      {"<p>Apply by 30 June 2026</p><p>2 June 2026</p>", "2026-06-02 text"},
      {"<p>Revised March 16, 2021</p><p>January 28, 2021</p>", "2021-01-28 text"},
      {"<p>LYON, March 9, 2026 – The company said today that it has closed the purchase of a plant "
       "in "
       "the south of the country for an amount that it does not disclose to anybody at all.</p>",
       "2026-03-09 text"},
  };
  for (const Case& c : cases) EXPECT_EQ(day_of(c.html), c.day) << c.html;
}

TEST(EntryDate, TakesItsYearFromTheHeadingAbove) {
  EXPECT_EQ(day_of("<p>Feb 19</p>"), "none");
  EXPECT_EQ(day_of("<p>Feb 19</p>", 2025), "2025-02-19 text");
  EXPECT_EQ(day_of("<p>19 février :</p>", 2024), "2024-02-19 text");
  EXPECT_EQ(day_of("<p>3 days ago</p>", 2025), "none");
}

TEST(EntryDate, IsFoundInAddresses) {
  const auto in = [](std::string_view address) {
    const auto date = date_in_address(address);
    return date ? date->date.day.str() : "none";
  };
  EXPECT_EQ(in("https://a.example/2026/03/10/slug/"), "2026-03-10");
  EXPECT_EQ(in("https://a.example/files/report-20260310.pdf"), "2026-03-10");
  EXPECT_EQ(in("https://a.example/2026-03-10-title"), "2026-03-10");
  EXPECT_EQ(in("https://a.example/2026/13/10/slug/"), "none");
  EXPECT_EQ(in("https://a.example/2026/03/"), "none");
  EXPECT_EQ(in("https://a.example/id/120260310"), "none");
}

TEST(EntryDate, HasItsFieldsInTheOrderOfTheWholeList) {
  using text::FieldOrder;
  EXPECT_EQ(order_of_dates({"03/02/2026", "23/02/2026"}, "en"), FieldOrder::kDayFirst);
  EXPECT_EQ(order_of_dates({"03/02/2026", "02/23/2026"}, "en-GB"), FieldOrder::kMonthFirst);
  EXPECT_EQ(order_of_dates({"03/02/2026"}, "fr"), FieldOrder::kDayFirst);
  EXPECT_EQ(order_of_dates({"03/02/2026"}, "en-US"), FieldOrder::kUnknown);
  EXPECT_EQ(order_of_dates({"no numbers", "2026-02-23"}, "fr"), FieldOrder::kUnknown);
}

TEST(EntryDate, MayBeginWithAShortYear) {
  EXPECT_TRUE(are_years_first({"26-02-11", "26-01-08", "25-11-20"}, ""));
  EXPECT_TRUE(are_years_first({"26.02.11"}, "ko-KR"));
  EXPECT_FALSE(are_years_first({"11.02.26", "08.01.26"}, "de"));
  EXPECT_FALSE(are_years_first({"2026-02-11"}, "ko"));
}

}  // namespace
}  // namespace vectora::page
