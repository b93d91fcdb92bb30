#include "vectora/evaluation/figures.h"

#include <gtest/gtest.h>

namespace vectora::evaluation {
namespace {

using normalize::EntityKind;

Comparison event(const std::string& labelled, const std::string& answered,
                 std::vector<std::string> alts = {}) {
  Comparison item;
  item.event_type = labelled;
  item.event_alts = std::move(alts);
  item.answered_event = answered;
  return item;
}

Comparison relevance(bool labelled, bool answered, double score) {
  Comparison item;
  item.relevant = labelled;
  item.answered_relevant = answered;
  item.score = score;
  return item;
}

double value(const std::vector<Figure>& figures, const std::string& name) {
  for (const Figure& figure : figures)
    if (figure.name == name) return figure.value;
  ADD_FAILURE() << "no figure " << name;
  return -1;
}

bool has(const std::vector<Figure>& figures, const std::string& name) {
  for (const Figure& figure : figures)
    if (figure.name == name) return true;
  return false;
}

TEST(Figures, EventsAreCountedStrictlyAndLeniently) {
  const auto figures = figures_of(
      {event("a", "a"), event("a", "b", {"b"}), event("a", "c"), event("b", "b"), event("", "b")});
  EXPECT_DOUBLE_EQ(value(figures, "event.strict"), 0.5);
  EXPECT_DOUBLE_EQ(value(figures, "event.lenient"), 0.75);
  EXPECT_FALSE(has(figures, "event.macro_f1"));  // no type has ten labels
}

TEST(Figures, MacroF1IsTheMeanOverTypesWithTenLabels) {
  std::vector<Comparison> items;
  for (int i = 0; i < 10; ++i) items.push_back(event("a", i < 5 ? "a" : "b"));
  for (int i = 0; i < 10; ++i) items.push_back(event("b", "b"));
  items.push_back(event("rare", "a"));
  // a: precision 5/6, recall 5/10; b: precision 10/15, recall 1.
  const double a = 2 * (5.0 / 6) * 0.5 / (5.0 / 6 + 0.5);
  const double b = 2 * (10.0 / 15) / (10.0 / 15 + 1);
  EXPECT_DOUBLE_EQ(value(figures_of(items), "event.macro_f1"), (a + b) / 2);
}

TEST(Figures, RelevanceHasPrecisionRecallAndRank) {
  const auto figures =
      figures_of({relevance(true, true, 9), relevance(false, true, 8), relevance(true, true, 7),
                  relevance(true, false, 1), relevance(false, false, 0), Comparison()});
  EXPECT_DOUBLE_EQ(value(figures, "relevance.precision"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(value(figures, "relevance.recall"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(value(figures, "relevance.f1"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(value(figures, "relevance.average_precision"), (1 + 2.0 / 3 + 3.0 / 4) / 3);
}

TEST(Figures, NamesAreCountedOverAllItems) {
  Comparison first;
  first.names[EntityKind::kCompany] = match_names({"Voltara", "Norrbuss"}, {"Voltara"});
  Comparison second;
  second.names[EntityKind::kCompany] = match_names({}, {"Linia"});
  const auto figures = figures_of({first, second, Comparison()});
  EXPECT_DOUBLE_EQ(value(figures, "entities.companies.precision"), 0.5);
  EXPECT_DOUBLE_EQ(value(figures, "entities.companies.recall"), 0.5);
  EXPECT_FALSE(has(figures, "entities.molecules.f1"));
  EXPECT_FALSE(has(figures, "relevance.f1"));
}

TEST(Figures, WhatNobodyLabelledHasNoFigure) {
  EXPECT_TRUE(figures_of({}).empty());
  EXPECT_TRUE(figures_of({Comparison()}).empty());
}

TEST(Figures, AnIntervalHoldsItsValueAndComesOutTheSame) {
  std::vector<Comparison> items;
  for (int i = 0; i < 60; ++i) items.push_back(event("a", i % 3 == 0 ? "b" : "a"));
  const Figure once = figures_of(items)[0];
  const Figure again = figures_of(items)[0];
  EXPECT_EQ(once.interval.low, again.interval.low);
  EXPECT_EQ(once.interval.high, again.interval.high);
  EXPECT_LT(once.interval.low, once.value);
  EXPECT_GT(once.interval.high, once.value);
  // The normal approximation of 2/3 of 60: 0.12 to each side.
  EXPECT_NEAR(once.interval.high - once.interval.low, 0.24, 0.05);
}

TEST(Figures, MoreItemsNarrowAnInterval) {
  const auto width = [](int count) {
    std::vector<Comparison> items;
    for (int i = 0; i < count; ++i) items.push_back(event("a", i % 2 == 0 ? "b" : "a"));
    const Interval interval = figures_of(items)[0].interval;
    return interval.high - interval.low;
  };
  EXPECT_LT(width(400), width(40));
}

TEST(Gains, ArePairedItemByItem) {
  // Half of the items are hard for both; ten are won, none is lost.
  std::vector<Comparison> before;
  std::vector<Comparison> after;
  for (int i = 0; i < 100; ++i) {
    before.push_back(event("a", i < 50 ? "a" : "b"));
    after.push_back(event("a", i < 60 ? "a" : "b"));
  }
  const Figure gain = gains(before, after)[0];
  EXPECT_EQ(gain.name, "event.strict");
  EXPECT_DOUBLE_EQ(gain.value, 0.1);
  EXPECT_GT(gain.interval.low, 0);  // unpaired, the intervals would overlap
  EXPECT_GT(figures_of(before)[0].interval.high, figures_of(after)[0].interval.low);
}

TEST(Gains, OfTheSameAnswersAreNothing) {
  const std::vector<Comparison> items = {event("a", "a"), event("a", "b"),
                                         relevance(true, true, 1)};
  for (const Figure& gain : gains(items, items)) {
    EXPECT_EQ(gain.value, 0) << gain.name;
    EXPECT_EQ(gain.interval.low, 0) << gain.name;
    EXPECT_EQ(gain.interval.high, 0) << gain.name;
  }
}

}  // namespace
}  // namespace vectora::evaluation
