#include "vectora/score/editorial.h"

#include <gtest/gtest.h>

#include "vectora/score/actor.h"
#include "vectora/score/test_rules.h"

namespace vectora::score {
namespace {

using namespace test_rules;

// The id of the rule that holds for a title of an event and content type.
std::string rule_of(const std::vector<EditorialRule>& rules, const std::string& title,
                    const std::string& event, const std::string& content_type = "deal") {
  normalize::Item item;
  item.title = title;
  item.content = "Hatton stands in the text.";
  normalize::Annotation annotation;
  annotation.event.primary = event;
  annotation.content_type.name = content_type;
  const normalize::Scan scan = normalize::scan(item, names());
  const Signals signals(scan);
  const EditorialRule* rule =
      editorial_rule(rules, {annotation, signals, actor_of(signals, market_rules()), {}});
  return rule == nullptr ? "" : rule->id;
}

EditorialRule rule_named(std::string id) {
  EditorialRule rule;
  rule.id = std::move(id);
  rule.then = "keep";
  return rule;
}

TEST(EditorialTest, ARuleHoldsWhenAllOfItsConditionsDo) {
  EditorialRule rule = rule_named("all");
  rule.actors = {"core", "hybrid"};
  rule.content_types = {"deal"};
  rule.event_types = {"sale"};
  rule.entities_in_scope = {kGnomes};
  rule.title_in_scope = {kGlazes};
  rule.not_entities_in_scope = {kFairs};
  EXPECT_EQ(rule_of({rule}, "Acme sells frost glaze", "sale"), "all");
  EXPECT_EQ(rule_of({rule}, "Borea sells frost glaze", "sale"), "all");
  EXPECT_EQ(rule_of({rule}, "Nobody sells frost glaze", "sale"), "");
  EXPECT_EQ(rule_of({rule}, "Acme sells frost glaze", "sale", "grant"), "");
  EXPECT_EQ(rule_of({rule}, "Acme sells frost glaze", "purchase"), "");
  EXPECT_EQ(rule_of({rule}, "Acme sells hats", "sale"), "");
  EXPECT_EQ(rule_of({rule}, "Acme sells frost glaze at the fair", "sale"), "");
  rule.entities_in_scope = {kFairs};
  rule.not_entities_in_scope.clear();
  EXPECT_EQ(rule_of({rule}, "Acme sells frost glaze", "sale"), "");
}

TEST(EditorialTest, AScopeOfTheTitleMustStandInTheTitle) {
  EditorialRule rule = rule_named("title");
  rule.title_in_scope = {kGnomes};
  EXPECT_EQ(rule_of({rule}, "Hats", "sale"), "") << "Hatton stands in the text alone";
  EXPECT_EQ(rule_of({rule}, "Hatton's hats", "sale"), "title");
}

TEST(EditorialTest, TheFirstRuleThatHoldsDecides) {
  EditorialRule fairs = rule_named("fairs");
  fairs.entities_in_scope = {kFairs};
  const std::vector<EditorialRule> rules = {fairs, rule_named("first"), rule_named("second")};
  EXPECT_EQ(rule_of(rules, "Acme at the fair", "sale"), "fairs");
  EXPECT_EQ(rule_of(rules, "Acme", "sale"), "first");
  EXPECT_EQ(rule_of({}, "Acme", "sale"), "");
}

TEST(EditorialTest, DecisionsHaveTheNamesOfTheConfiguration) {
  for (const Editorial known : {Editorial::kKeep, Editorial::kIfRoom, Editorial::kDrop})
    EXPECT_EQ(editorial_from(to_string(known)), known);
  EXPECT_EQ(editorial_from("sometimes"), Editorial::kNone);
}

}  // namespace
}  // namespace vectora::score
