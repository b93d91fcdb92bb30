#include "vectora/text/regex/leads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vectora::text {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "signs|" is a whole word, "sign" a beginning; "^" the start of the text; what
// stands further on comes behind "..".
std::vector<std::string> shown(const char* pattern) {
  const auto openings = openings_of(pattern);
  if (!openings) return {"unknown"};
  std::vector<std::string> all;
  const auto add = [&](const std::vector<Lead>& leads) {
    for (const Lead& lead : leads) all.push_back(lead.letters + (lead.whole_word ? "|" : ""));
  };
  for (const Opening& opening : *openings) {
    if (opening.at_start) all.emplace_back("^");
    add(opening.begins);
    if (!opening.goes_on.empty()) all.emplace_back("..");
    add(opening.goes_on);
  }
  return all;
}

TEST(RegexLeads, AreTheLettersOfTheFirstWords) {
  EXPECT_THAT(shown(R"((?i)\b(?:signs?|Inks)\b.{0,40}\bpact\b)"),
              ElementsAre("signs|", "sign|", "inks|", "..", "pact|"));
  EXPECT_THAT(shown(R"(\bphase (?:2|II)\b)"), ElementsAre("phase 2|", "phase ii|"));
  EXPECT_THAT(shown(R"(\b(?:once )?every\b)"), ElementsAre("once every|", "every|"));
  EXPECT_THAT(shown(R"((?-i)\b(?i:ab)c)"), ElementsAre("abc"));
  EXPECT_THAT(shown(R"(\bauthori[sz]ed)"), ElementsAre("authorised", "authorized"));
  EXPECT_THAT(shown(R"(\b(?P<name>Été)\b)"), ElementsAre("été"));
}

TEST(RegexLeads, GoOnWhereAWordMustBegin) {
  EXPECT_THAT(shown(R"(\ba\b.{0,9}\b(?:b|c)d\b)"), ElementsAre("a|", "..", "bd|", "cd|"));
  EXPECT_THAT(shown(R"(\ba\b.*, [bc])"), ElementsAre("a|", "..", ", b", ", c"));
  EXPECT_THAT(shown(R"(\b[A-Z]\pL+ (?:says|said)\b)"), ElementsAre("..", "says|", "said|"));
  EXPECT_THAT(shown(R"(^\w+ (?:a|b) rose)"), ElementsAre("^", "..", "a rose", "b rose"));
  EXPECT_THAT(shown(R"(^\w+ (?:a|b)\w* rose)"), ElementsAre("^", "..", "rose")) << "is rarer";
  EXPECT_THAT(shown(R"(\ba\b.{0,9}\bb|\bc)"), ElementsAre("a|", "..", "b", "c"));
}

TEST(RegexLeads, GoOnInsideGroupsAndBehindMarks) {
  EXPECT_THAT(shown(R"(\bof ([A-Z]{3}-7(?:-8)?)\b)"), ElementsAre("of ", "..", "-7"));
  EXPECT_THAT(shown(R"(\b\w+[- ](?:week|month))"), ElementsAre("..", "week", "month"));
  EXPECT_THAT(shown(R"(\b\w+ (?:(?i:b[c]d) \w|e))"), ElementsAre("..", "bcd ", "e"));
  EXPECT_THAT(shown(R"(\ba\w+(?:-b)*)"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\ba\w+(?:-b|c))"), ElementsAre("a"));
}

TEST(RegexLeads, KnowHowFarAMatchGoesOn) {
  const auto within = [](const char* pattern) { return openings_of(pattern)->front().within; };
  EXPECT_EQ(within(R"(\ba\b.{0,9}\bb)"), 1 + 9 * 4U);
  EXPECT_EQ(within(R"(\b(?:one|two|\d{1,2})[- ](?:day|year))"), 3 + 1U);
  EXPECT_EQ(within(R"(\b(?:every )?\d{1,2}, (?:b|c))"), 6 + 2U);
  EXPECT_EQ(within(R"(\b\w+ (?:b|c))"), static_cast<size_t>(-1));
  EXPECT_EQ(within(R"(\bsk .{2} (?:b|c))"), 2 * 4 + 1 + 2 * 4 + 1U) << "long s, sign of Kelvin";
}

TEST(RegexLeads, DoNotGoOnWhereNothingMust) {
  EXPECT_THAT(shown(R"(\ba\b.{0,9}bc)"), ElementsAre("a|")) << "perhaps inside a word";
  EXPECT_THAT(shown(R"(\ba\b.{0,9}\bb?)"), ElementsAre("a|"));
  EXPECT_THAT(shown(R"(\ba\w+ ?bc)"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\ba\w+(?: bc)?)"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\ba\w+-*bc)"), ElementsAre("a"));
}

TEST(RegexLeads, EndWhereAnythingMayFollow) {
  EXPECT_THAT(shown(R"(\bapprov\w+)"), ElementsAre("approv"));
  EXPECT_THAT(shown(R"(\bab+c)"), ElementsAre("ab"));
  EXPECT_THAT(shown(R"(\bab*c)"), ElementsAre("ab", "ac"));
  EXPECT_THAT(shown(R"(\bab{2,3}c)"), ElementsAre("ab"));
  EXPECT_THAT(shown(R"(\bab{0,3}c)"), ElementsAre("ab", "ac"));
  EXPECT_THAT(shown(R"(\ba.c)"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\bq[0-4]w)"), ElementsAre("q0w", "q1w", "q2w", "q3w", "q4w"));
}

TEST(RegexLeads, TakeBracesThatSayNoTimesForLetters) {
  EXPECT_THAT(shown(R"(\ba{2|\bb})"), ElementsAre("a{2", "b}"));
  EXPECT_THAT(shown(R"(\ba{b|\bc}d)"), ElementsAre("a{b", "c}d"));
  EXPECT_THAT(shown(R"(\ba{,2}b)"), ElementsAre("a{,2}b"));
  EXPECT_THAT(shown(R"(\ba{02}b)"), ElementsAre("a{02}b"));
  EXPECT_THAT(shown(R"(\ba{2,}b)"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\b{2}a)"), ElementsAre("unknown"));
}

TEST(RegexLeads, ReadClassesToTheirEnds) {
  EXPECT_THAT(shown("\\ba[|-\x7F]"), ElementsAre("a|", "a}", "a~", "a\x7F"));
  EXPECT_THAT(shown(R"(\ba[Z-\x7F])"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\ba[X-\]]b)"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\ba[\[-\]]b)"), ElementsAre("a"));
  EXPECT_THAT(shown(R"(\ba[]b]c)"), ElementsAre("a]c", "abc"));
}

TEST(RegexLeads, MayBeMarksAndTheStartOfTheText) {
  EXPECT_THAT(shown(R"([$€£]\d)"), AllOf(SizeIs(30), Contains("$0"), Contains("€9")));
  EXPECT_THAT(shown(R"((?i)^(?:how|why)\b)"), ElementsAre("^", "how|", "why|"));
  EXPECT_THAT(shown(R"((?i)^how\b|\bwhy\b)"), ElementsAre("^", "how|", "why|"));
  EXPECT_THAT(shown(R"(^[^;]+)"), ElementsAre("^")) << "with anything";
  EXPECT_THAT(shown(R"((?:^a|\bb))"), ElementsAre("^", "a", "b"));
  EXPECT_THAT(shown(R"((?:^|[.:] )\w)"), ElementsAre("^", ". ", ": "));
}

TEST(RegexLeads, LeaveOutWhatStandsOnlyWithAWiderOne) {
  EXPECT_THAT(shown(R"(\b(?:the (?:own )?)\pL)"), ElementsAre("the "));
  EXPECT_THAT(shown(R"(\b(?:end|end-user|ends|ender)\b)"), ElementsAre("end|", "ends|", "ender|"));
}

TEST(RegexLeads, AreAllSignsThatALetterIsTakenFor) {
  EXPECT_THAT(shown(R"(ß|å)"), ElementsAre("ß", "\u1E9E", "å", "\u212B"));
  EXPECT_THAT(shown(R"(\b[µ]g)"), ElementsAre("µg", "μg"));
  EXPECT_THAT(shown(R"(\b\w+ ?[®™])"), ElementsAre("..", "®", "™"));
}

TEST(RegexLeads, AreUnknownWhereAMatchMayBeginAnyhow) {
  for (const char* pattern :
       {R"(approved)", R"(\b\w+ \w+)", R"(.*)", R"([[:alpha:]]bc)", R"(ſ|ı)", R"(\b[A-Z][a-z]+)",
        R"(\b(?:a|)b?)", R"((?m)^a)", R"(\pL)", R"(\Qa\E)", R"(\?$|$)"})
    EXPECT_THAT(shown(pattern), ElementsAre("unknown")) << pattern;
}

TEST(RegexLeads, BoundWhatTheyHold) {
  std::string pattern = "\\b";
  for (int i = 0; i < 12; ++i) pattern += "[abcd]";
  const auto openings = openings_of(pattern);
  ASSERT_TRUE(openings);
  EXPECT_LE(openings->front().begins.size(), 80U);
  EXPECT_FALSE(openings_of(std::string(1000, '(') + "a" + std::string(1000, ')')));
  EXPECT_FALSE(openings_of("(a"));
  EXPECT_FALSE(openings_of("[a"));
  EXPECT_FALSE(openings_of("a\\"));
}

}  // namespace
}  // namespace vectora::text
