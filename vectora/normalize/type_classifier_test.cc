#include "vectora/normalize/type_classifier.h"

#include <gtest/gtest.h>

#include "vectora/normalize/test_market.h"

namespace vectora::normalize {
namespace {

Keyword keyword(std::string name, double weight = 1) {
  return {test_market::term(std::move(name)), weight};
}

TypePattern pattern(std::string name, std::vector<Keyword> title, std::vector<Keyword> body,
                    std::vector<Keyword> negative = {}) {
  TypePattern pattern;
  pattern.name = std::move(name);
  pattern.title = std::move(title);
  pattern.body = std::move(body);
  pattern.negative = std::move(negative);
  return pattern;
}

TypeClassifier classifier() {
  TypePattern grant = pattern("grant", {keyword("grant")}, {});
  grant.event_type = "partnership";
  Result<TypeClassifier> classifier = TypeClassifier::compile(
      {pattern("partnership", {keyword("licence"), keyword("agreement", 0.5)},
               {keyword("royalties")}, {keyword("merger")}),
       pattern("sale", {keyword("sells")}, {keyword("sales")}), pattern("other", {}, {})},
      {grant, pattern("fair", {keyword("fair")}, {keyword("booth")})});
  EXPECT_TRUE(classifier);
  return *std::move(classifier);
}

TEST(TypeClassifierTest, NamesTheEventAndTheKindOfText) {
  const std::string far(600, 'x');
  const struct {
    std::string title;
    std::string content;
    const char* event;
    const char* content_type;
  } cases[] = {
      {"Acme signs a licence", "", "partnership", "other"},
      {"Acme wins a grant", "", "partnership", "grant"},
      {"Acme at the fair", "Visit our booth.", "other", "fair"},
      {"Acme", "Royalties were agreed.", "partnership", "other"},
      {"Acme sells gnomes", "Royalties were agreed.", "sale", "other"},
      {"Acme", far + " royalties", "other", "other"},
      {"Merger agreement", "", "other", "other"},
      {"Acme sells, then gets a licence", "", "sale", "other"},
      {"Licence given; Borea sells", "", "partnership", "other"},
      {"", "", "other", "other"},
  };
  for (const auto& c : cases) {
    const Types types = classifier().classify(c.title, c.content);
    EXPECT_EQ(types.event.primary, c.event) << c.title;
    EXPECT_EQ(types.content_type.name, c.content_type) << c.title;
  }
}

TEST(TypeClassifierTest, ShowsTheWordsThatDecided) {
  const Types types = classifier().classify("Acme signs a licence", "");
  EXPECT_EQ(types.event.evidence, (Span{Field::kTitle, 13, 20}));
  EXPECT_FALSE(classifier().classify("Acme", "").event.evidence);
}

TEST(TypeClassifierTest, HearsWhatTheNameOfTheSourceSays) {
  const auto from = [](std::string_view title, std::string_view source) {
    const lexicon::Reading read = lexicon::read(title);
    const lexicon::Reading none = lexicon::read("");
    return classifier().classify({title, read}, {"", none}, source).event;
  };
  EXPECT_EQ(from("Acme", "Journal of Royalties").primary, "partnership");
  EXPECT_FALSE(from("Acme", "Journal of Royalties").evidence) << "no words of the item";
  EXPECT_EQ(from("Acme sells gnomes", "Journal of Royalties").primary, "sale");
  EXPECT_EQ(from("Acme", "Garden Post").primary, "other");
}

TEST(TypeClassifierTest, IsLessSureWhenTwoEventsCompete) {
  const EventClass alone = classifier().classify("Acme signs a licence", "").event;
  const EventClass both = classifier().classify("Licence given; Borea sells", "").event;
  EXPECT_GT(alone.confidence, both.confidence);
  EXPECT_TRUE(alone.secondary.empty());
  EXPECT_EQ(both.secondary, std::vector<std::string>{"sale"});
  for (const double confidence : {alone.confidence, both.confidence}) {
    EXPECT_GT(confidence, 0);
    EXPECT_LT(confidence, 1);
  }
}

TEST(TypeClassifierTest, RefusesARegexThatDoesNotCompile) {
  Keyword bad;
  bad.term.regex = "(";
  EXPECT_FALSE(TypeClassifier::compile({pattern("x", {bad}, {})}, {}));
}

}  // namespace
}  // namespace vectora::normalize
