#include "vectora/newsletter/choose.h"

#include <gtest/gtest.h>

#include "vectora/newsletter/test_items.h"

namespace vectora::newsletter {
namespace {

const Date kToday = *Date::parse("2026-02-03");

Layout two_sections() {
  Layout layout;
  layout.sections = {section("others", {}, 10, 9), section("deals", {"partnership"}, 1, 1)};
  layout.min_score = score::Points::from_tenths(50);
  return layout;
}

std::string outcomes(const TestItems& items, const Layout& layout, const SentMemory& sent = {}) {
  return dump(choose(items.candidates(), layout, sent, kToday, {}).outcomes);
}

TEST(ChooseTest, TheMoreUrgentSectionTakesWhatItAccepts) {
  TestItems items;
  items.add("a", "Alpha signs a licence for its depot platform", "partnership", 100);
  items.add("b", "Bravo files an application in Japan", "regulatory", 100);
  EXPECT_EQ(outcomes(items, two_sections()), "selected deals|selected others");
}

TEST(ChooseTest, ACapBindsAndItsOverflowGoesToTheFallback) {
  TestItems items;
  items.add("a", "Alpha signs a licence for its depot platform", "partnership", 90);
  items.add("b", "Bravo and Charlie agree to supply microspheres", "partnership", 100);
  Layout layout = two_sections();
  EXPECT_EQ(outcomes(items, layout), "selected others|selected deals");
  layout.distribution = Distribution::kDefault;
  EXPECT_EQ(outcomes(items, layout), "capped deals|selected deals");
}

TEST(ChooseTest, AKeptItemPassesTheThresholdButNotTheCap) {
  TestItems items;
  items.add("a", "Alpha signs a licence for its depot platform", "partnership", 10)
      .judgement.editorial = score::Editorial::kKeep;
  items.add("b", "Bravo and Charlie agree to supply microspheres", "partnership", 10)
      .judgement.editorial = score::Editorial::kKeep;
  Layout layout = two_sections();
  layout.sections.erase(layout.sections.begin());
  EXPECT_EQ(outcomes(items, layout), "selected deals|capped deals");
}

TEST(ChooseTest, EachReasonHasItsOutcome) {
  TestItems items;
  auto& dropped = items.add("a", "Alpha is hiring", "other", 100);
  dropped.judgement.editorial = score::Editorial::kDrop;
  dropped.judgement.editorial_rule = "drop_recruitment";
  auto& off_topic = items.add("b", "Bravo opens a bakery", "other", 100);
  off_topic.judgement.relevant = false;
  off_topic.judgement.domains[0].matched = false;
  off_topic.judgement.domains[0].near_miss = "one more medium signal";
  items.add("c", "Charlie reports sales", "financial_results", 49);
  EXPECT_EQ(outcomes(items, two_sections()),
            "excluded_by drop_recruitment|not_relevant lai: one more medium signal|"
            "below_threshold 4.9 < 5.0");
}

TEST(ChooseTest, IfRoomItemsAreSeatedLast) {
  TestItems items;
  items.add("a", "Alpha hopes for a strong year", "other", 200).judgement.editorial =
      score::Editorial::kIfRoom;
  items.add("b", "Bravo files an application in Japan", "regulatory", 60);
  Layout layout = two_sections();
  layout.max_items_total = 1;
  EXPECT_EQ(outcomes(items, layout), "capped newsletter|selected others");
  layout.max_items_total = 2;
  EXPECT_EQ(outcomes(items, layout), "selected others|selected others");
}

TEST(ChooseTest, ASectionsFirstPlacesAreKeptFree) {
  TestItems items;
  items.add("a", "Alpha files an application in Japan", "regulatory", 100);
  items.add("b", "Bravo receives an approval in Brazil", "regulatory", 90);
  items.add("c", "Charlie and Delta sign a supply agreement", "partnership", 60);
  Layout layout = two_sections();
  layout.max_items_total = 2;
  EXPECT_EQ(outcomes(items, layout), "selected others|selected others|capped newsletter");
  layout.trimming.min_items_per_section = 1;
  EXPECT_EQ(outcomes(items, layout), "selected others|capped newsletter|selected deals");
}

TEST(ChooseTest, NoSectionMayDominate) {
  TestItems items;
  for (const char* id : {"a", "b", "c"})
    items.add(id, std::string("Story ") + id + " of " + id + id + id, "regulatory", 100);
  Layout layout = two_sections();
  layout.max_items_total = 4;
  layout.trimming.max_section_dominance = 0.5;
  EXPECT_EQ(outcomes(items, layout), "selected others|selected others|capped others");
}

TEST(ChooseTest, WhatWasSentDoesNotReturn) {
  TestItems items;
  const auto& made =
      items.add("a", "Alpha signs a licence for its depot platform", "partnership", 100);
  SentMemory sent;
  sent.record(kToday - 7,
              {{made.item.title, normalize::fingerprint(made.item, made.annotation, {})}});
  EXPECT_EQ(outcomes(items, two_sections(), sent), "sent_before 2026-01-27");
}

TEST(ChooseTest, AnIssueMadeAgainIgnoresItsOwnEntry) {
  TestItems items;
  const auto& made =
      items.add("a", "Alpha signs a licence for its depot platform", "partnership", 100);
  SentMemory sent;
  sent.record(kToday, {{made.item.title, normalize::fingerprint(made.item, made.annotation, {})}});
  EXPECT_EQ(outcomes(items, two_sections(), sent), "selected deals");
}

TEST(ChooseTest, CopiesOfAStoryAreNamedBesideIt) {
  TestItems items;
  items.add("a", "Alpha signs a licence with Bravo for a monthly depot of olanzapine",
            "partnership", 100);
  items.add("b", "Alpha signs a licence with Bravo for a monthly depot of olanzapine",
            "partnership", 90);
  const Choice choice = choose(items.candidates(), two_sections(), {}, kToday, {});
  EXPECT_EQ(dump(choice.outcomes), "selected deals|duplicate_of a");
  ASSERT_EQ(choice.chosen.size(), 1U);
  EXPECT_EQ(choice.chosen[0].also_told_by, std::vector<size_t>{1});
}

TEST(ChooseTest, OutcomesAddUpForAnyLayout) {
  TestItems items;
  for (int i = 0; i < 40; ++i)
    items.add("id" + std::to_string(i), "Title number " + std::to_string(i * 7919),
              i % 3 == 0 ? "partnership" : "regulatory", 40 + i * 3);
  for (int cap = 0; cap < 6; ++cap) {
    Layout layout = two_sections();
    layout.max_items_total = cap;
    const Choice choice = choose(items.candidates(), layout, {}, kToday, {});
    size_t selected = 0;
    for (const auto& outcome : choice.outcomes)
      selected += outcome.kind == normalize::OutcomeKind::kSelected ? 1 : 0;
    EXPECT_EQ(selected, choice.chosen.size());
    EXPECT_EQ(choice.outcomes.size(), 40U);
    if (cap > 0) {
      EXPECT_LE(selected, static_cast<size_t>(cap));
    }
  }
}

}  // namespace
}  // namespace vectora::newsletter
