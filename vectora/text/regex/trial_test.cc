#include "vectora/text/regex/trial.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <array>
#include <string>

#include "vectora/text/regex/random_expressions.h"

namespace vectora::text {
namespace {

// "end", or "end group"; what it says where there is no match.
std::string tried(std::string_view pattern, std::string_view text, size_t at = 0,
                  bool ignores_case = false) {
  const std::optional<RegexTrial> trial = RegexTrial::compile(pattern, ignores_case);
  if (!trial) return "unknown";
  RegexTrial::Match match;
  switch (trial->match_at(text, at, match)) {
    case RegexTrial::Answer::kNone: return "none";
    case RegexTrial::Answer::kGaveUp: return "gave up";
    case RegexTrial::Answer::kMatch: break;
  }
  std::string shown = std::to_string(match.end);
  if (match.group_end == kNoLimit) return shown;
  return shown + " " +
         std::string(text.substr(match.group_begin, match.group_end - match.group_begin));
}

TEST(RegexTrial, MatchesAtOnePlaceAlone) {
  EXPECT_EQ(tried("hat", "a hat", 2), "5");
  EXPECT_EQ(tried("hat", "a hat", 0), "none");
  EXPECT_EQ(tried("hat", "a ha", 2), "none");
  EXPECT_EQ(tried("", "a", 1), "1");
  EXPECT_EQ(tried(R"(\bhat\b)", "hat", 0), "3");
  EXPECT_EQ(tried(R"(\bhat)", "what", 1), "none");
  EXPECT_EQ(tried(R"(^a$)", "a"), "1");
  EXPECT_EQ(tried(R"(^b)", "ab", 1), "none");
  EXPECT_EQ(tried(R"(a$)", "a\n"), "none") << "the text's end, not the line's";
}

TEST(RegexTrial, TakesTheFirstChoiceThatGoesOn) {
  EXPECT_EQ(tried("(a|ab)", "abc"), "1 a");
  EXPECT_EQ(tried("(a|ab)c", "abc"), "3 ab");
  EXPECT_EQ(tried("a(?:b|c|)d", "ad"), "2");
  EXPECT_EQ(tried("a.{0,5}b", "a b b b b b"), "7") << "the farthest within reach";
  EXPECT_EQ(tried("a.{0,5}?b", "a b b b b b"), "3") << "the nearest";
  EXPECT_EQ(tried("a.{2,3}b", "a b b"), "5");
  EXPECT_EQ(tried("a.*b", "a\nb"), "none");
  EXPECT_EQ(tried("(?:ab?){2}c", "abac"), "4");
  EXPECT_EQ(tried("(?:a(b)?){0,2}", "aba"), "3 b");
  EXPECT_EQ(tried("(?:ab){0,2}?", "abab"), "0");
}

TEST(RegexTrial, TellsTheFirstGroupThatTookPart) {
  EXPECT_EQ(tried("x(a+)(b)", "xaab"), "4 aa");
  EXPECT_EQ(tried("(?:(a)|b)", "b"), "1");
  EXPECT_EQ(tried("(?:(a)x|ab)", "ab"), "2") << "not of a choice that failed";
}

TEST(RegexTrial, ReadsCharacters) {
  EXPECT_EQ(tried("é.日", "éü日"), "7");
  EXPECT_EQ(tried("[À-ž]+", "éŠa"), "4");
  EXPECT_EQ(tried("[^a]+", "é\nba"), "4");
  EXPECT_EQ(tried(R"(\w+)", "a1_é"), "3");
  EXPECT_EQ(tried(R"(\S+)", "aé b"), "3");
  EXPECT_EQ(tried(R"([\d.-]+)", "1.5-2a"), "5");
  EXPECT_EQ(tried("(?i)aBc-1", "AbC-1"), "5");
  EXPECT_EQ(tried("a(?i:b)c", "aBc"), "3");
  EXPECT_EQ(tried("a(?i:b)c", "aBC"), "none");
  EXPECT_EQ(tried("a(?-i)b", "AB", 0, true), "none");
  EXPECT_EQ(tried("[a-c]+", "aBC", 0, true), "3");
}

TEST(RegexTrial, LeavesToRE2WhatItDoesNotKnow) {
  for (const char* pattern :
       {"[[:alpha:]]", R"(\pL)", "(?:ab)*", "(?:ab)+", "(?m)^a", R"(a\Bb)", R"([\pL])", "a{2}{3}",
        "(?:a|b){11}", "(?:(?:(?:(?:abcdefgh){10}){10}){10}){10}"})
    EXPECT_EQ(tried(pattern, "ab"), "unknown") << pattern;
}

TEST(RegexTrial, GivesUpWhereOnlyRE2KnowsTheCase) {
  EXPECT_EQ(tried("(?i)é", "é"), "2");
  EXPECT_EQ(tried("(?i)é", "É"), "gave up");
  EXPECT_EQ(tried("(?i)k", "\u212A"), "gave up") << "the Kelvin sign";
  EXPECT_EQ(tried("(?i)[j-l]", "\u212A"), "3");
  EXPECT_EQ(tried("(?i)s", "\u017F"), "gave up") << "the long s";
  EXPECT_EQ(tried("(?i)t", "\u017F"), "none");
  EXPECT_EQ(tried("(?i)[\u0170-\u0180]", "S"), "1");
  EXPECT_EQ(tried(".", "\xFF"), "gave up");
}

TEST(RegexTrial, GivesUpOnTextMadeToBeHard) {
  const std::string hard(200, 'a');
  EXPECT_EQ(tried("a*a*a*a*b", hard), "gave up");
  EXPECT_EQ(tried("(?:a?){10}(?:a?){10}(?:a?){10}b", hard), "gave up");
  EXPECT_EQ(tried(".*", std::string(100'000, 'a')), "gave up");
  EXPECT_EQ(tried(".*?b", std::string(100'000, 'a')), "gave up");
}

// A byte that a step may begin with must not be overlooked, whatever its last bits are.
TEST(RegexTrial, ChoosesByFirstBytes) {
  for (unsigned byte = 1; byte < 0x80; ++byte) {
    const std::string text = {static_cast<char>(byte), 'x'};
    EXPECT_EQ(tried(R"((?:y|\s|\S)x)", text), "2") << byte;
    EXPECT_EQ(tried("(?:[^y]?|y)x", text), "2") << byte;
    EXPECT_EQ(tried("[^x]{0,3}?x", text), byte == 'x' ? "1" : "2") << byte;
  }
}

// End and group of RE2's match; "none".
std::string by_re2(const re2::RE2& expression, std::string_view text, size_t from) {
  std::array<re2::StringPiece, 2> found;
  const re2::StringPiece whole(text.data(), text.size());
  const int groups = expression.NumberOfCapturingGroups() > 0 ? 2 : 1;
  if (!expression.Match(whole, from, text.size(), re2::RE2::ANCHOR_START, found.data(), groups))
    return "none";
  const auto place = [&](const char* at) { return std::to_string(at - text.data()); };
  std::string shown = place(found[0].data() + found[0].size());
  if (found[1].data() != nullptr) shown += " " + place(found[1].data()) + found[1].as_string();
  return shown;
}

std::string by_trial(RegexTrial::Answer answer, const RegexTrial::Match& match,
                     std::string_view text) {
  if (answer == RegexTrial::Answer::kNone) return "none";
  if (match.group_end == kNoLimit) return std::to_string(match.end);
  return std::to_string(match.end) + " " + std::to_string(match.group_begin) +
         std::string(text.substr(match.group_begin, match.group_end - match.group_begin));
}

// Where case is ignored, these stand for "k" and "s".
std::string with_rare_signs(std::string text) {
  for (const auto& [letter, sign] : {std::pair{'k', "\u212A"}, std::pair{'S', "\u017F"}})
    for (size_t at = 0; (at = text.find(letter, at)) != std::string::npos; at += 2)
      if (at % 2 == 0) text.replace(at, 1, sign);
  return text;
}

TEST(RegexTrial, AgreesWithRE2OrGivesUp) {
  RandomExpressions random;
  size_t answers = 0;
  size_t matches = 0;
  for (int round = 0; round < 3'000; ++round) {
    const std::string expression = random.next();
    const re2::RE2 re2(expression, re2::RE2::Quiet);
    const std::optional<RegexTrial> trial = RegexTrial::compile(expression, false);
    if (!re2.ok() || !trial) continue;
    for (int i = 0; i < 8; ++i) {
      const std::string text = with_rare_signs(random.text());
      for (size_t from = 0; from <= text.size(); ++from) {
        RegexTrial::Match match;
        const RegexTrial::Answer answer = trial->match_at(text, from, match);
        if (answer == RegexTrial::Answer::kGaveUp) continue;
        ++answers;
        matches += answer == RegexTrial::Answer::kMatch ? 1 : 0;
        ASSERT_EQ(by_trial(answer, match, text), by_re2(re2, text, from))
            << expression << " in '" << text << "' from " << from;
      }
    }
  }
  EXPECT_GT(answers, 50'000U);
  EXPECT_GT(matches, 5'000U);
}

}  // namespace
}  // namespace vectora::text
