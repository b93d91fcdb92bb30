#include "vectora/text/regex_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "vectora/text/regex/random_expressions.h"

namespace vectora::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using FoundText = std::pair<size_t, std::string>;  // expression, and what its group matched

std::vector<Regex> compiled(const std::vector<std::string>& patterns) {
  std::vector<Regex> expressions;
  for (const std::string& pattern : patterns)
    expressions.push_back(*Regex::compile(pattern, CaseSensitive::kYes));
  return expressions;
}

RegexSet set_of(const std::vector<std::string>& patterns) { return RegexSet(compiled(patterns)); }

std::vector<FoundText> found(const RegexSet& set, std::string_view text) {
  std::vector<FoundText> all;
  set.search(text, Lowered(text), [&](size_t i, const RegexMatch& match) {
    all.emplace_back(i, match.group);
    return match.end;
  });
  std::stable_sort(all.begin(), all.end(),
                   [](const FoundText& a, const FoundText& b) { return a.first < b.first; });
  return all;
}

// The same, each expression by itself.
std::vector<FoundText> searched(const std::vector<Regex>& expressions, std::string_view text) {
  std::vector<FoundText> all;
  for (size_t i = 0; i < expressions.size(); ++i) {
    size_t from = 0;
    while (const std::optional<RegexMatch> match = expressions[i].search(text, from)) {
      all.emplace_back(i, match->group);
      from = std::max(match->end, match->begin + 1);
    }
  }
  return all;
}

const std::vector<std::string> kPatterns = {
    R"((?i)\bsigns?\b.{0,40}\b(?:deal|pact)\b)",
    R"(\b[A-Z]{2}\d{2}\b)",
    R"((?i)été prolongé)",
    R"((?i)\b(weekly|monthly)(?:[- ][a-z]+){0,2}?[- ](?:dose|shot)s?\b)",
    R"((?i)^(?:how|why)\b.{5,}|\bdeal$)",
    R"((?i)[$€]\s?\d+ ?(?:m|bn)\b)",
    R"((?i)\b(?:once |twice )?every (\d|two|six) months?)",
    R"((?i)\bq[1-4]w\b|\?$)",
    R"((?i)\bevery\b.{0,9}\b(?:six|m|été)\b|^sign.*\bdeal)",
    R"((?i)^.{0,9}\b(?:deal|sign ))",
    R"((?i)(?:^a|\bm).{0,5}\bm)",
    R"(\b([A-Z]\w+) (?:signs|deal)\b|\bm\w* (?:dose|how ))",
    R"(^\w+ \w+,? (AB|dose|m\b))",
    R"((?:^|[,-] ?)([a-z]+) (?:deal|AB|m))",
    R"(\b((?:every|a|5)[ -](?:\w+,?[ -](?:m|deal))) ?(?:bn|shots)?)",
    R"((?i)\b(?:a|in) .{0,5}(?:\$\d| months).{0,9}dose)",
};

TEST(RegexSet, FindsTheMatchesOfEachExpressionFromLeftToRight) {
  const RegexSet set = set_of(kPatterns);
  EXPECT_THAT(found(set, "Acme SIGNS a pact, signs a deal"),
              ElementsAre(FoundText(0, "SIGNS a pact, signs a deal"), FoundText(4, "deal")));
  EXPECT_THAT(found(set, "weekly dose or monthly shots"),
              ElementsAre(FoundText(3, "weekly"), FoundText(3, "monthly")));
  EXPECT_THAT(found(set, "AB12 raises $5m every six months"),
              ElementsAre(FoundText(1, "AB12"), FoundText(5, "$5m"), FoundText(6, "six"),
                          FoundText(8, "every six"), FoundText(14, "every six m")));
  EXPECT_THAT(found(set, "Acme assigns a pact"), IsEmpty()) << "inside a word";
  EXPECT_THAT(found(set, ""), IsEmpty());
  EXPECT_THAT(found(RegexSet(), "x"), IsEmpty());
  EXPECT_TRUE(RegexSet().empty());
}

TEST(RegexSet, GoesOnWhereTheCallerSays) {
  const RegexSet set = set_of({R"(\b(ab)[a-z ]*)"});
  std::vector<size_t> begins;
  set.search("ab ab ab", Lowered("ab ab ab"), [&](size_t, const RegexMatch& match) {
    begins.push_back(match.begin);
    return begins.size() == 2 ? RegexSet::kNoFurther : match.begin + match.group.size();
  });
  EXPECT_THAT(begins, ElementsAre(0, 3));
}

// Texts put together from what the expressions are made of, and their marks.
TEST(RegexSet, AgreesWithEachExpressionByItself) {
  const std::vector<std::string> pieces = {
      "sign",    "SIGNS", " ",   " ",         " ",      "-",       "a",     "pact",   "deal",
      "AB12",    "été",   "ÉTÉ", " prolongé", "weekly", "Monthly", " dose", "shots",  "how ",
      "$",       "€",     "5",   "12 ",       "m",      "bn",      "once ", "every ", "six",
      " months", "q2w",   "?",   "\n",        ",",      "\xFF"};
  std::vector<std::string> patterns = kPatterns;
  patterns.push_back(R"(\bm?[[:alpha:]]nth[[:alpha:]]|[[:alpha:]]hots)");
  const std::vector<Regex> expressions = compiled(patterns);
  const RegexSet set(expressions);
  std::mt19937 random(7);
  for (int round = 0; round < 4'000; ++round) {
    std::string text;
    for (size_t n = random() % 14; n > 0; --n) text += pieces[random() % pieces.size()];
    ASSERT_EQ(found(set, text), searched(expressions, text)) << text;
  }
}

TEST(RegexSet, AgreesWithExpressionsThatNobodyWouldWrite) {
  RandomExpressions random;
  size_t matches = 0;
  for (int round = 0; round < 1'500; ++round) {
    const std::string expression = random.next();
    if (!Regex::compile(expression, CaseSensitive::kYes)) continue;  // a name twice
    const std::vector<Regex> alone = compiled({expression});
    const RegexSet set(alone);
    for (int i = 0; i < 12; ++i) {
      const std::string text = random.text();
      const std::vector<FoundText> wanted = searched(alone, text);
      ASSERT_EQ(found(set, text), wanted) << expression << " in '" << text << "'";
      matches += wanted.size();
    }
  }
  EXPECT_GT(matches, 2'000U);
}

}  // namespace
}  // namespace vectora::text
