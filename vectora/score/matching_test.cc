#include "vectora/score/matching.h"

#include <gtest/gtest.h>

#include "vectora/score/test_rules.h"

namespace vectora::score {
namespace {

using namespace test_rules;

DomainVerdict verdict_on(const std::string& title, const Rules& rules,
                         const std::string& event = "sale") {
  return judge_text(title, event, rules).domains.at(0);
}

Rules with_rule(const MatchingRule& rule) {
  Rules rules = market_rules();
  rules.domains[0].rules = {rule};
  return rules;
}

TEST(MatchingTest, ARuleHoldsWhenAllOfItsConditionsDo) {
  MatchingRule rule;
  rule.id = "r";
  const SignalCount glaze{"glazes", {0}, 1};
  const SignalCount two_glazes{"glazes", {0}, 2};
  const SignalCount maker{"makers", {1}, 1};
  const SignalCount no_fair{"fairs", {2}, 0};
  const auto holds = [&](const char* title) { return verdict_on(title, with_rule(rule)).matched; };
  rule.min = {two_glazes};
  EXPECT_FALSE(holds("frost glaze and frost glaze"));
  EXPECT_TRUE(holds("frost glaze and salt glaze"));
  rule.min = {};
  rule.any = {glaze, maker};
  EXPECT_TRUE(holds("Acme"));
  EXPECT_FALSE(holds("a hat"));
  rule.max = {no_fair};
  EXPECT_FALSE(holds("Acme at the fair"));
  rule.max = {};
  rule.event_types = {"partnership"};
  EXPECT_FALSE(holds("Acme"));
  rule.event_types = {};
  rule.not_event_types = {"sale"};
  EXPECT_FALSE(holds("Acme"));
  rule.not_event_types = {};
  rule.actors = {"hybrid"};
  EXPECT_FALSE(holds("Acme"));
}

TEST(MatchingTest, TheFirstRuleThatHoldsDecides) {
  Rules rules = market_rules();
  MatchingRule reject;
  reject.id = "no_fairs";
  reject.min = {{"fairs", {2}, 1}};
  reject.match = false;
  reject.because = "a fair";
  rules.domains[0].rules.insert(rules.domains[0].rules.begin(), reject);
  const DomainVerdict verdict = verdict_on("frost glaze at the fair", rules);
  EXPECT_FALSE(verdict.matched);
  EXPECT_EQ(verdict.rule, "no_fairs");
  EXPECT_EQ(verdict.near_miss, "rejected by no_fairs: a fair; else glaze would match");
}

TEST(MatchingTest, SaysWhatAnItemWouldMatchThatIsRejected) {
  Rules rules = market_rules();
  MatchingRule reject;
  reject.id = "no_fairs";
  reject.min = {{"fairs", {2}, 1}};
  reject.match = false;
  MatchingRule again = reject;
  again.id = "no_shows";
  rules.domains[0].rules.insert(rules.domains[0].rules.begin(), {reject, again});
  EXPECT_EQ(verdict_on("frost glaze at the fair", rules).near_miss,
            "rejected by no_fairs; no_shows would reject it too");
  rules.domains[0].rules.erase(rules.domains[0].rules.begin() + 1);
  rules.domains[0].rules[1].id = "one";
  rules.domains[0].rules[1].min = {{"glazes", {0}, 2}};
  EXPECT_EQ(verdict_on("frost glaze at the fair", rules).near_miss,
            "rejected by no_fairs; besides, one misses 1 more of glazes");
}

TEST(MatchingTest, SaysTheCheapestChangeThatWouldHaveMatched) {
  Rules rules = market_rules();
  MatchingRule cheaper;
  cheaper.id = "maker_in_peace";
  cheaper.min = {{"makers", {1}, 1}};
  cheaper.max = {{"fairs", {2}, 0}};
  rules.domains[0].rules[0].min = {{"glazes", {0}, 2}};
  rules.domains[0].rules.push_back(cheaper);
  EXPECT_EQ(verdict_on("Acme at the fair", rules).near_miss,
            "maker_in_peace misses 1 less of fairs");
  EXPECT_EQ(verdict_on("a hat", rules).near_miss, "maker_in_peace misses 1 more of makers");
  rules.domains[0].rules.clear();
  EXPECT_EQ(verdict_on("a hat", rules).near_miss, "no rule of the domain matches");
}

TEST(MatchingTest, CollectsSignalsAndEntities) {
  const DomainVerdict verdict =
      verdict_on("Acme and Borea: frost glaze at the fair", market_rules());
  EXPECT_EQ(verdict.strong, std::vector<std::string>{"frost glaze"});
  EXPECT_EQ(verdict.medium, std::vector<std::string>{"Acme"});
  EXPECT_EQ(verdict.exclusions, std::vector<std::string>{"fair"});
  EXPECT_EQ(verdict.matched_entities.at("companies"), (std::vector<std::string>{"Acme", "Borea"}));
  EXPECT_EQ(verdict.reasons, std::vector<std::string>{"a glaze is named"});
}

TEST(MatchingTest, TakesRelevanceFromTheSignalsWhereTheRuleGivesNone) {
  Rules rules = market_rules();
  rules.domains[0].rules[0].relevance.reset();
  EXPECT_DOUBLE_EQ(verdict_on("frost glaze", rules).relevance, 0.6);
  EXPECT_DOUBLE_EQ(verdict_on("frost glaze at the fair", rules).relevance, 0.4);
  EXPECT_DOUBLE_EQ(verdict_on("Acme frost glaze and salt glaze", rules).relevance, 1.0);
}

TEST(MatchingTest, TheClientsLimitsAreMetToo) {
  const char* const title = "frost glaze";
  Rules rules = market_rules();
  rules.domain_type_thresholds = {{"technology", {0.95, {}}}};
  EXPECT_EQ(verdict_on(title, rules).near_miss, "relevance 0.90 of 0.95");
  rules = market_rules();
  rules.min_confidence = 0.95;
  EXPECT_EQ(verdict_on(title, rules).near_miss, "confidence 0.90 of 0.95");
  rules = market_rules();
  rules.domains[0].require_entity_signals = true;
  EXPECT_FALSE(verdict_on(title, rules).matched);
  EXPECT_TRUE(verdict_on("Borea frost glaze", rules).matched);
  rules = market_rules();
  rules.domains[0].min_technology_signals = 2;
  EXPECT_EQ(verdict_on(title, rules).near_miss, "1 more technology terms");
}

TEST(MatchingTest, SeveralDomainsAreLimitedByRelevance) {
  Rules rules = market_rules();
  rules.domains.push_back(domain());
  rules.domains[1].id = DomainId("second");
  rules.domains[1].rules[0].relevance = 0.95;
  rules.domains[1].rules[0].confidence = 0.6;
  EXPECT_EQ(judge_text("frost glaze", "sale", rules).matched_domains().size(), 2U);
  rules.max_domains_per_item = 1;
  EXPECT_EQ(judge_text("frost glaze", "sale", rules).matched_domains(),
            std::vector<DomainId>{DomainId("second")});
  rules.max_domains_per_item = 0;
  rules.domains[1].rules[0].relevance = 0.5;
  rules.high_confidence_for_several = true;
  EXPECT_EQ(judge_text("frost glaze", "sale", rules).matched_domains(),
            std::vector<DomainId>{DomainId("glazing")});
}

TEST(MatchingTest, FallsBackToWatchedCompaniesOnlyWhereNoRuleDecided) {
  Rules rules = market_rules();
  rules.fallback = true;
  rules.fallback_company_scopes = {kCore};
  const DomainVerdict verdict = verdict_on("Acme has a hat", rules);
  EXPECT_TRUE(verdict.matched);
  EXPECT_EQ(verdict.rule, "fallback");
  EXPECT_FALSE(verdict_on("Borea has a hat", rules).matched);
  rules.domains[0].rules[0].match = false;
  EXPECT_FALSE(verdict_on("Acme has a frost glaze", rules).matched);
}

TEST(MatchingTest, ScoresADomainOfAHundred) {
  Rules rules = market_rules();
  DomainScoring& scoring = rules.domains[0].scoring;
  scoring.event_scores = {{"sale", {50, {}}}};
  scoring.boosts = {{0, {20, {}}, {}}, {0, {7, {}}, {{"fairs", {2}, 1}}}};
  scoring.recency = {{1, {99, {}}}, {7, {5, {}}}};
  scoring.confidence_points = {{"high", {1, {}}}};
  const DomainVerdict verdict = verdict_on("frost glaze", rules);
  EXPECT_EQ(verdict.domain_score, 76);
  EXPECT_EQ(verdict.domain_score_parts.at("boost.glazes"), 20);
  scoring.boosts[0].points.value = 90;
  EXPECT_EQ(verdict_on("frost glaze", rules).domain_score, 100);
  EXPECT_FALSE(verdict_on("frost glaze", market_rules()).domain_score);
}

}  // namespace
}  // namespace vectora::score
