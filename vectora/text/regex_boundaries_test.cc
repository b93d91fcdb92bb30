#include "vectora/text/regex_boundaries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vectora::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(IdleBoundaries, StandBesideLettersBeyondAscii) {
  EXPECT_THAT(idle_boundaries(R"(\bétude\b)"), ElementsAre("\\bé"));
  EXPECT_THAT(idle_boundaries(R"((?i)\b(?:kauft|übernimmt)\b)"), ElementsAre("\\bü"));
  EXPECT_THAT(idle_boundaries(R"(\b(?:lot|retrait du marché)\b.{0,9})"), ElementsAre("é\\b"));
  EXPECT_THAT(idle_boundaries(R"(a|\bde (?:la |à)?\b)"), ElementsAre("à\\b"));
  EXPECT_THAT(idle_boundaries(R"(\b(?P<x>(?:é|a)b)\b)"), ElementsAre("\\bé"));
  EXPECT_THAT(idle_boundaries(R"(\b日本\b)"), ElementsAre("\\b日", "本\\b"));
  EXPECT_THAT(idle_boundaries(R"(\b\Aé{0,2}|é{02\b})"), ElementsAre("\\bé"));
}

TEST(IdleBoundaries, AreNoneBesideAsciiAndMarks) {
  for (const char* pattern :
       {R"(\bdémarre\b)", R"(\b(?:non )?évalue|\b.{0,9}é)", R"([é]\b)", R"(é$|^é)", R"(\b-based\b)",
        R"(€\b)", R"(\b[A-ZÀ-ž\]]+ \pL\p{Greek}x\b)", R"(\x{e9}\b)", R"(\Qé\E\b)",
        R"([[:alpha:]é]\b)"})
    EXPECT_THAT(idle_boundaries(pattern), IsEmpty()) << pattern;
}

TEST(IdleBoundaries, SurviveWhatIsNoExpression) {
  for (const char* pattern : {"", "(", "[", "\\", "(?", "é{", "\\p", "\\x{", "(?i", "[[:", ")\\bé"})
    idle_boundaries(pattern);
  idle_boundaries(std::string(100'000, '('));
}

}  // namespace
}  // namespace vectora::text
