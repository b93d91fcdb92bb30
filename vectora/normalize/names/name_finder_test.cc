#include "vectora/normalize/names/name_finder.h"

#include <gtest/gtest.h>

namespace vectora::normalize::names {
namespace {

NameRule rule(EntityKind kind, NameMethod method, std::vector<std::string> words,
              std::vector<std::string> except = {}) {
  NameRule rule;
  rule.id = std::string(to_string(method));
  rule.kind = kind;
  rule.method = method;
  rule.words = std::move(words);
  rule.except = std::move(except);
  return rule;
}

std::string dump(const NameFinder& finder, std::string_view text) {
  std::string out;
  for (const Name& name : finder.find(tokenize(text, lexicon::read(text))))
    out += "[" + std::string(text.substr(name.begin, name.end - name.begin)) + "]";
  return out;
}

struct Case {
  const char* text;
  const char* names;
};

void expect_names(const NameRule& only, const std::vector<Case>& cases) {
  const Result<NameFinder> finder = NameFinder::compile({only});
  ASSERT_TRUE(finder) << finder.error().message;
  for (const Case& c : cases) EXPECT_EQ(dump(*finder, c.text), c.names) << c.text;
}

TEST(NameFinderTest, TakesCapitalisedRunsBeforeTheirClosingWord) {
  expect_names(rule(EntityKind::kCompany, NameMethod::kEndsWith, {"Inc", "Pottery", "Life Works"},
                    {"Big Pottery"}),
               {{"Acme Inc. pays", "[Acme Inc]"},
                {"the Acme Clay Pottery, Inc. pays", "[Acme Clay Pottery, Inc]"},
                {"by Acme & Sons Inc today", "[Acme & Sons Inc]"},
                {"Acme Life Works grows", "[Acme Life Works]"},
                {"Big Pottery is rich", ""},
                {"a pottery, Inc", ""},
                {"Inc alone", ""},
                {"Hats from Borea Pottery", "[Borea Pottery]"},
                {"7clay Pottery and uniClay Pottery", "[7clay Pottery][uniClay Pottery]"},
                {"Gnomes. Pottery", ""}});
}

TEST(NameFinderTest, AsksHeadlineWordsOfTextsWithoutAFullStop) {
  NameRule acts = rule(EntityKind::kCompany, NameMethod::kPattern, {"hats by (\\w+)"}, {"Big*"});
  acts.headline_words = {"^(\\w+) sells"};
  expect_names(acts, {{"Acme sells hats by Borea", "[Acme][Borea]"},
                      {"Acme sells 3.5 hats in the U.S today", "[Acme]"},
                      {"Acme sells hats by Borea. They are red", "[Borea]"},
                      {"Acme sells hats.\nThey are red", ""},
                      {"Acme sells.", ""},
                      {"Bigwig sells hats", ""}});
}

TEST(NameFinderTest, TakesRunsBesideTellingWords) {
  expect_names(
      rule(EntityKind::kCompany, NameMethod::kFollowedBy, {"announces", "to buy"}, {"Mayor"}),
      {{"Acme Clay announces a hat", "[Acme Clay]"},
       {"Borea to buy Acme", "[Borea]"},
       {"Mayor announces a fair", ""},
       {"he announces", ""},
       {"Hats of Acme announces", "[Acme]"},
       {"Acme, announces", ""}});
  expect_names(rule(EntityKind::kCompany, NameMethod::kPrecededBy, {"potter", "deal with"}),
               {{"the potter Acme fails", "[Acme]"},
                {"a deal with Borea Clay is made", "[Borea Clay]"},
                {"with Borea", ""},
                {"a potter fails", ""}});
}

TEST(NameFinderTest, KnowsWordsByTheirEnding) {
  expect_names(rule(EntityKind::kMolecule, NameMethod::kStem, {"-glaze", "ite"}, {"finite"}),
               {{"Frostglaze and saltglaze.", "[Frostglaze][saltglaze]"},
                {"glaze", ""},
                {"a finite granite", "[granite]"},
                {"X2ite", ""}});
}

TEST(NameFinderTest, KnowsFusedNamesOfCompaniesByTheirCapital) {
  expect_names(rule(EntityKind::kCompany, NameMethod::kStem, {"-clay"}, {"Barclay"}),
               {{"Greenclay and greenclay", "[Greenclay]"}, {"Clay for Barclay", ""}});
}

TEST(NameFinderTest, ReadsLegalFormsOfManyLands) {
  expect_names(rule(EntityKind::kCompany, NameMethod::kEndsWith, {"A/S", "S.p.A", "plc", "AS"}),
               {{"Acme A/S sells", "[Acme A/S]"},
                {"Acme S.p.A. sells", "[Acme S.p.A]"},
                {"Acme plc sells", "[Acme plc]"},
                {"Acme AS sells", "[Acme AS]"},
                {"Gnomes Sell As Spring Comes", ""},
                {"A/S", ""}});
}

TEST(NameFinderTest, TakesTheModifiersOfAHeadWord) {
  expect_names(rule(EntityKind::kIndication, NameMethod::kHead, {"crack"}, {"mends", "severe"}),
               {{"Acme mends winter hat crack", "[winter hat crack]"},
                {"for severe frost crack.", "[frost crack]"},
                {"the crack", ""},
                {"hat, crack", ""},
                {"one two big red wide hat crack", "[big red wide hat crack]"}});
}

TEST(NameFinderTest, TakesWhatPatternsCapture) {
  expect_names(rule(EntityKind::kMolecule, NameMethod::kPattern, {R"(\b([A-Z]{2,4}-\d{2,4})\b)"},
                    {"NR-*", "*-99"}),
               {{"ZX-101 beats ZX-102", "[ZX-101][ZX-102]"}, {"NR-77 and ZX-99", ""}});
  expect_names(rule(EntityKind::kDosingInterval, NameMethod::kPattern,
                    {R"(\b(monthly|weekly)\b(?: \w+)?)"}, {"weekly paper"}),
               {{"A monthly watering", "[monthly]"}, {"The weekly paper, weekly", "[weekly]"}});
}

TEST(NameFinderTest, KeepsTheLongestOfAKindAndTheListedNames) {
  const Result<NameFinder> finder =
      NameFinder::compile({rule(EntityKind::kCompany, NameMethod::kListed, {"Acme", "Borea"}),
                           rule(EntityKind::kCompany, NameMethod::kEndsWith, {"Pottery"}),
                           rule(EntityKind::kTrademark, NameMethod::kListed, {"Acme Hat"})});
  ASSERT_TRUE(finder);
  EXPECT_EQ(dump(*finder, "Acme Pottery and borea"), "[Acme Pottery][borea]");
  EXPECT_EQ(dump(*finder, "Acme Hat"), "[Acme][Acme Hat]");
}

TEST(NameFinderTest, SaysWhichPatternDoesNotCompile) {
  NameRule bad = rule(EntityKind::kMolecule, NameMethod::kPattern, {"("});
  bad.config = {"names.yaml", 3, 5, ""};
  const Result<NameFinder> finder = NameFinder::compile({bad});
  ASSERT_FALSE(finder);
  EXPECT_TRUE(finder.error().message.starts_with("names.yaml:3:5 pattern: "));
}

TEST(NameFinderTest, NamesOfMethodsAreReadBack) {
  for (const char* word :
       {"listed", "ends_with", "followed_by", "preceded_by", "stem", "head", "pattern"})
    EXPECT_EQ(to_string(*name_method_from(word)), word);
  EXPECT_FALSE(name_method_from("guessed"));
}

}  // namespace
}  // namespace vectora::normalize::names
