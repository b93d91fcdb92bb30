#include <gtest/gtest.h>

#include "vectora/normalize/annotator.h"
#include "vectora/normalize/test_market.h"
#include "vectora/testing/golden.h"

namespace vectora::normalize {
namespace {

using namespace test_market;

NameRule rule(EntityKind kind, NameMethod method, std::vector<std::string> words) {
  NameRule rule;
  rule.id = "test";
  rule.kind = kind;
  rule.method = method;
  rule.words = std::move(words);
  return rule;
}

RulesVocabulary vocabulary() {
  RulesVocabulary vocabulary;
  TypePattern sale;
  sale.name = "sale";
  sale.title = {{term("buys"), 1}};
  vocabulary.event_types = {sale};
  vocabulary.entity_scopes = {{kMakers, EntityKind::kCompany},
                              {kGnomes, EntityKind::kTrademark},
                              {kGlazes, EntityKind::kTechnology}};
  vocabulary.name_rules = {
      rule(EntityKind::kCompany, NameMethod::kEndsWith, {"Pottery", "Inc"}),
      rule(EntityKind::kMolecule, NameMethod::kPattern, {R"(\b([A-Z]{2}-\d{2,})\b)"})};
  return vocabulary;
}

Annotation annotate(const Item& subject) {
  const lexicon::Lexicon names = lexicon();
  const auto annotator = make_rules_annotator(names, vocabulary());
  EXPECT_TRUE(annotator);
  return (*annotator)->annotate(subject, scan(subject, names), {});
}

std::string dump(const Item& subject, const Annotation& annotation) {
  std::string out = "event: " + annotation.event.primary + "\n";
  for (const EntityMention& mention : annotation.mentions) {
    EXPECT_EQ(mention.text, words(subject, mention.span));
    out += std::string(to_string(mention.span.field)) + " " + std::string(to_string(mention.kind)) +
           ": " + mention.text + " = " + mention.canonical + " (" + mention.status + ")\n";
  }
  return out + "summary: " + annotation.summary + "\n";
}

TEST(RulesAnnotatorTest, SaysWhatAnItemSaysWithTheWordsThatSayIt) {
  const Item subject =
      item("Acme buys Norden Pottery, Inc for ZX-101",
           "Acme Gnomes said on Monday that Norden makes Hatton with a salt glaze.\n"
           "The hats of Norden Pottery use ZX-101, but not frost glaze, in 40 gardens.\n"
           "About Acme\nAcme makes gnomes.");
  testing::expect_golden(dump(subject, annotate(subject)), "normalize/annotated_sale.golden");
}

TEST(RulesAnnotatorTest, SaysNothingOfAnEmptyItem) {
  const Annotation annotation = annotate(item("", ""));
  EXPECT_TRUE(annotation.mentions.empty());
  EXPECT_EQ(annotation.event.primary, "other");
  EXPECT_EQ(annotation.content_type.name, "other");
  EXPECT_EQ(annotation.summary, "");
}

TEST(RulesAnnotatorTest, TakesTheDatelineOnlyWhereThePublicationIsUnknown) {
  Item subject = item("Acme", "BASEL, 5 February 2026 – Acme makes a new hat for gardens.");
  EXPECT_EQ(annotate(subject).effective_date_source, "published_at");
  EXPECT_EQ(annotate(subject).effective_date, Date::parse("2026-02-03"));
  subject.published_at.reset();
  EXPECT_EQ(annotate(subject).effective_date_source, "text");
  EXPECT_EQ(annotate(subject).effective_date, Date::parse("2026-02-05"));
  subject.content = "Acme makes a hat.";
  EXPECT_EQ(annotate(subject).effective_date_source, "none");
  EXPECT_FALSE(annotate(subject).effective_date);
}

TEST(RulesAnnotatorTest, AMentionSaysWhichRuleFoundIt) {
  const lexicon::Lexicon names = lexicon();
  RulesVocabulary ruled = vocabulary();
  NameRule rule;
  rule.id = "by_form";
  rule.method = NameMethod::kEndsWith;
  rule.words = {"Works"};
  ruled.name_rules = {rule};
  const auto annotator = make_rules_annotator(names, ruled);
  ASSERT_TRUE(annotator);
  const Item subject = item("Acme buys Clay Works");
  std::vector<std::string> told;
  for (const EntityMention& mention :
       (*annotator)->annotate(subject, scan(subject, names), {}).mentions)
    told.push_back(mention.text + ": " + mention.rule);
  EXPECT_EQ(told, (std::vector<std::string>{"Acme: ", "Clay Works: by_form"}));
}

TEST(RulesAnnotatorTest, RefusesWhatIsNoExpression) {
  RulesVocabulary broken = vocabulary();
  broken.name_rules.push_back(rule(EntityKind::kMolecule, NameMethod::kPattern, {"("}));
  EXPECT_FALSE(make_rules_annotator(lexicon(), broken));
  broken = vocabulary();
  lexicon::Term bad = term("buys");
  bad.regex = "(";
  broken.event_types[0].title = {{bad, 1}};
  EXPECT_FALSE(make_rules_annotator(lexicon(), broken));
}

}  // namespace
}  // namespace vectora::normalize
