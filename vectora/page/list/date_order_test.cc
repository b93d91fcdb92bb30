#include "vectora/page/list/date_order.h"

#include <gtest/gtest.h>

#include "vectora/page/list/page_for_tests.h"

namespace vectora::page {
namespace {

using text::FieldOrder;

struct Order {
  FieldOrder fields = FieldOrder::kUnknown;
  bool years_first = false;

  bool operator==(const Order&) const = default;
};

Order order_of(std::string_view html, std::string_view format = {}) {
  const Dom dom = *Dom::parse(html);
  ListingOptions options;
  options.date_format = format;
  ListPage page(dom, options);
  learn_date_order(page);
  return {page.hints.order, page.years_first};
}

TEST(DateOrder, IsLearntFromAnyFieldAboveTwelve) {
  EXPECT_EQ(order_of("<p>03/02/2026</p><p>25/01/2026</p>"), (Order{FieldOrder::kDayFirst}));
  EXPECT_EQ(order_of("<p>03/02/2026</p><p>01/25/2026</p>"), (Order{FieldOrder::kMonthFirst}));
  EXPECT_EQ(order_of("<p>03.02.2026</p><p>25.01.2026</p>"), (Order{FieldOrder::kDayFirst}));
  EXPECT_EQ(order_of("<p>03/02/2026</p>"), Order{});
  EXPECT_EQ(order_of("<p>25/01/2026</p><p>01/25/2026</p>"), Order{}) << "they contradict";
  EXPECT_EQ(order_of(""), Order{});
}

TEST(DateOrder, IsThatOfTheLanguageWhereTheDatesLeaveItOpen) {
  for (const std::string_view language : {"fr", "de", "en-GB", "sv"})
    EXPECT_EQ(order_of("<html lang=" + std::string(language) + "><p>03/02/2026</p>"),
              (Order{FieldOrder::kDayFirst}))
        << language;
  for (const std::string_view language : {"en", "en-US", "en-us"})
    EXPECT_EQ(order_of("<html lang=" + std::string(language) + "><p>03/02/2026</p>"), Order{})
        << language;
  EXPECT_EQ(order_of("<html lang=fr><p>01/25/2026</p>"), (Order{FieldOrder::kMonthFirst}));
  EXPECT_EQ(order_of("<html lang=fr><p>3 mars 2026</p>"), Order{}) << "no figures for the month";
}

TEST(DateOrder, IsThatOfTheConfiguredFormat) {
  EXPECT_EQ(order_of("<p>01/25/2026</p>", "%d/%m/%Y"), (Order{FieldOrder::kDayFirst}));
  EXPECT_EQ(order_of("<p>25/01/2026</p>", "%m/%d/%Y"), (Order{FieldOrder::kMonthFirst}));
  EXPECT_EQ(order_of("<p>25/01/2026</p>", "%d %B %Y"), (Order{FieldOrder::kDayFirst}))
      << "which has no month in figures";
}

TEST(DateOrder, PassesOverWhatIsNoShortText) {
  const std::string sentence = " is the day on which all that was said of the works came true.";
  EXPECT_EQ(order_of("<p>25/01/2026" + sentence + "</p>"), Order{});
  EXPECT_EQ(order_of("<script>25/01/2026</script>"), Order{});
  EXPECT_EQ(order_of("<footer>25/01/2026</footer>"), Order{});
  EXPECT_EQ(order_of("<p>192.168.100.200</p><p>555-123-4567</p>"), Order{});
}

TEST(DateOrder, KnowsShortYearsThatComeFirst) {
  EXPECT_TRUE(order_of("<html lang=ko><p>26-02-11</p>").years_first);
  EXPECT_TRUE(order_of("<p>26-02-11</p><p>26-02-09</p><p>26-01-30</p>").years_first);
  EXPECT_FALSE(order_of("<p>11-02-26</p><p>09-02-26</p><p>30-01-26</p>").years_first);
  EXPECT_FALSE(order_of("<html lang=ko><p>2026-02-11</p>").years_first);
}

TEST(LanguageOfPage, IsThatOfTheRoot) {
  EXPECT_EQ(language_of_page(*Dom::parse("<html lang=pt-BR><body>")), "pt-BR");
  EXPECT_EQ(language_of_page(*Dom::parse("<body lang=fr><p lang=de>x")), "");
}

}  // namespace
}  // namespace vectora::page
