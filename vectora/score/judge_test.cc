#include "vectora/score/judge.h"

#include <gtest/gtest.h>

#include <random>

#include "vectora/score/test_rules.h"
#include "vectora/testing/golden.h"

namespace vectora::score {
namespace {

using namespace test_rules;

std::string dump(const Judgement& judgement) {
  std::string out = judgement.relevant ? "relevant" : "not relevant";
  out += ", " + judgement.actor + ", " + judgement.score.str() + "\n";
  for (const Term& term : judgement.receipt)
    out += "  " + term.rule + " " + term.value.str() + " because " + term.because +
           (term.config.empty() ? "" : " (" + term.config.str() + ")") + "\n";
  return out;
}

Points sum_of(const Judgement& judgement) {
  Points sum;
  for (const Term& term : judgement.receipt) sum = sum + term.value;
  return sum;
}

TEST(JudgeTest, WritesAReceiptThatAPersonCanFollow) {
  std::string out;
  out += dump(judge_text("Acme buys Borea's frost glaze", "partnership", market_rules()));
  out += dump(judge_text("A hat for the garden", "other", market_rules()));
  Rules strict = market_rules();
  strict.mode = ScoringMode::kStrict;
  strict.mode_factor = {0.75, {"rules.yaml", 9, 1, ""}};
  strict.maximum_score = {5, {"rules.yaml", 10, 1, ""}};
  out += dump(judge_text("Acme buys Borea's frost glaze", "partnership", strict));
  testing::expect_golden(out, "score/receipts.golden");
}

TEST(JudgeTest, TheTermsOfAnyReceiptAddUpToTheScore) {
  std::mt19937 random(11);
  const auto number = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  const char* const kTitles[] = {"Acme buys Borea's frost glaze", "A hat", "Borea glaze fair",
                                 "Acme", "Hatton with salt glaze at the fair"};
  for (int i = 0; i < 2000; ++i) {
    Rules rules = market_rules();
    rules.default_event_weight.value = number(-3, 70);
    for (Weight* weight : {&rules.no_domain_factor, &rules.trademark_boost,
                           &rules.unknown_date_factor, &rules.recency[0].factor})
      weight->value = number(0, 1.3);
    rules.mode_factor.value = number(0.5, 1.5);
    rules.mode = i % 2 == 0 ? ScoringMode::kStrict : ScoringMode::kBroad;
    for (Bonus& bonus : rules.bonuses) bonus.points.value = number(-9, 9);
    rules.domains[0].priority_weight.value = number(0, 3);
    rules.domains[0].rules[0].relevance = number(0, 1);
    const Judgement judgement = judge_text(kTitles[random() % 5], "unheard", rules);
    ASSERT_EQ(sum_of(judgement), judgement.score) << dump(judgement);
    ASSERT_GE(judgement.score, Points());
    ASSERT_LE(judgement.score, Points::round(rules.maximum_score.value));
  }
}

TEST(JudgeTest, TakesTheRecencyFactorOfTheAge) {
  const struct {
    const char* published;
    double factor;
  } cases[] = {{"2026-02-10", 1.0}, {"2026-02-09", 1.0}, {"2026-02-07", 0.9},
               {"2026-01-01", 0.5}, {"2026-03-01", 1.0}, {"", 0.7}};
  for (const auto& c : cases) {
    const Judgement judgement =
        judge_text("Acme", "partnership", market_rules(), Date::parse(c.published));
    EXPECT_EQ(judgement.recency_factor, c.factor) << c.published;
  }
}

TEST(JudgeTest, TheFirstEditorialRuleThatHoldsDecides) {
  Rules rules = market_rules();
  const Judgement fair = judge_text("Acme frost glaze at the fair", "partnership", rules);
  EXPECT_EQ(fair.editorial, Editorial::kDrop);
  EXPECT_EQ(fair.editorial_rule, "fairs");
  const Judgement deal = judge_text("Acme frost glaze", "partnership", rules);
  EXPECT_EQ(deal.editorial, Editorial::kKeep);
  EXPECT_EQ(deal.editorial_because, "a deal of a core maker");
  EXPECT_EQ(judge_text("Borea frost glaze", "sale", rules).editorial, Editorial::kNone);
  EXPECT_EQ(judge_text("At the fair", "partnership", rules).editorial, Editorial::kNone);
}

TEST(JudgeTest, TheCompanyWhoseNewsroomItIsActs) {
  normalize::SourceFacts source;
  source.company = "Acme";
  EXPECT_EQ(judge_text("A frost glaze", "partnership", market_rules(), {}, source).actor, "core");
  EXPECT_EQ(judge_text("A frost glaze", "partnership", market_rules()).actor, "other");
  EXPECT_EQ(judge_text("Borea's frost glaze", "partnership", market_rules()).actor, "hybrid");
}

TEST(JudgeTest, AJudgementSurvivesItsStoredForm) {
  for (const char* title : {"Acme buys Borea's frost glaze", "A hat"}) {
    const Judgement judgement = judge_text(title, "partnership", market_rules());
    const Json json = to_json(judgement, normalize::Item());
    const Result<Judgement> read = judgement_from_json(json);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(to_json(*read, normalize::Item()), json);
    EXPECT_EQ(dump(*read), dump(judgement));
  }
}

TEST(JudgeTest, IsStoredInTheShapeOfACuratedItem) {
  const Judgement judgement =
      judge_text("Acme buys Borea's frost glaze", "partnership", market_rules());
  testing::expect_golden(to_json_text(to_json(judgement, normalize::Item())),
                         "score/judgement.golden");
}

TEST(JudgeTest, RefusesAStoredReceiptThatDoesNotAddUp) {
  Json json = to_json(judge_text("Acme", "partnership", market_rules()), normalize::Item());
  json["scoring_results"]["receipt"][0]["value"] = 1;
  EXPECT_FALSE(judgement_from_json(json));
  json["scoring_results"].erase("receipt");
  EXPECT_EQ(judgement_from_json(json).error().message, "receipt: is missing");
  EXPECT_FALSE(judgement_from_json(Json::object()));
}

}  // namespace
}  // namespace vectora::score
