#include "vectora/text/regex/tokens.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

using Kind = RegexToken::Kind;

std::string limit(size_t times) { return times == kNoLimit ? "" : std::to_string(times); }

std::string shown(const RegexToken& token) {
  std::string ranges;
  for (const auto& [low, high] : token.ranges) ranges += low == high ? low : low + "-" + high;
  switch (token.kind) {
    case Kind::kLetter: return token.letters;
    case Kind::kClass: return "[" + ranges + "]";
    case Kind::kSomeCharacter: return "any";
    case Kind::kTimes: return "x" + limit(token.least) + "-" + limit(token.most);
    case Kind::kOpen: return token.letters + "(";
    case Kind::kClose: return ")";
    case Kind::kOr: return "or";
    case Kind::kFlags: return token.letters + "!";
    case Kind::kBoundary: return "edge";
    case Kind::kStart: return "start";
    case Kind::kEnd: return "end";
    case Kind::kUnknown: return "?";
  }
  return {};
}

std::string shown(std::string_view pattern) {
  std::string all;
  for (const RegexToken& token : regex_tokens(pattern))
    all += (all.empty() ? "" : " ") + shown(token);
  return all;
}

TEST(RegexTokens, AreLettersAndWhatStandsForThem) {
  EXPECT_EQ(shown(""), "");
  EXPECT_EQ(shown("aé日-]}"), "a é 日 - ] }");
  EXPECT_EQ(shown(R"(\.\-\\\{\x61\x7E)"), R"(. - \ { a ~)");
  EXPECT_EQ(shown(R"(.\w\W\s\S\D\n\pL\PN\p{Greek}a)"), "any any any any any any any any any any a");
  EXPECT_EQ(shown(R"(\xE9)"), "any");
  EXPECT_EQ(shown(R"(^\A\b$)"), "start start edge end");
}

TEST(RegexTokens, AreClassesOfLettersAndRanges) {
  EXPECT_EQ(shown(R"([a]\d[a-c1é])"), "[a] [0-9] [a-c1é]");
  EXPECT_EQ(shown("[]a][]-a][a-][-a][--a][a^]"), "[]a] []-a] [a-] [-a] [--a] [a^]");
  EXPECT_EQ(shown("[(|)*][[a][{2}]"), "[(|)*] [[a] [{2}]");
  EXPECT_EQ(shown("[|-\x7F]"), "[|-\x7F]");
}

TEST(RegexTokens, OfClassesThatAreHardToNameAreSomeCharacter) {
  for (const char* pattern : {"[^a]", "[^]]", R"([\]])", R"([\w])", R"([Z-\]])", R"([\[-\]])",
                              R"([[-\x61])", R"([\x{5d}a])", R"([\p{Greek}])", R"([a\])-\d])"})
    EXPECT_EQ(shown(pattern + std::string("b")), "any b") << pattern;
}

TEST(RegexTokens, SayHowOftenSomethingIsThere) {
  EXPECT_EQ(shown("a?b*c+d"), "a x0-1 b x0- c x1- d");
  EXPECT_EQ(shown("a??b*?c+?d{2}?"), "a x0-1 b x0- c x1- d x2-2");
  EXPECT_EQ(shown("a{2}b{0,3}c{10,}"), "a x2-2 b x0-3 c x10-");
  EXPECT_EQ(shown("(ab){2}"), "( a b ) x2-2");
}

TEST(RegexTokens, TakeBracesThatSayNoNumberForLetters) {
  EXPECT_EQ(shown("a{"), "a {");
  EXPECT_EQ(shown("{}"), "{ }");
  EXPECT_EQ(shown("a{,2}"), "a { , 2 }");
  EXPECT_EQ(shown("a{02}"), "a { 0 2 }");
  EXPECT_EQ(shown("a{1,02}"), "a { 1 , 0 2 }");
  EXPECT_EQ(shown("a{1,2,3}"), "a { 1 , 2 , 3 }");
  EXPECT_EQ(shown("a{b{2}"), "a { b x2-2");
}

TEST(RegexTokens, AreGroupsWithTheirFlags) {
  EXPECT_EQ(shown("(a|b)"), "( a or b )");
  EXPECT_EQ(shown("(?:a)(?P<name>b)(?i:c)(?-s:d)"), "( a ) ( b ) i( c ) -s( d )");
  EXPECT_EQ(shown("(?i)a(?m-U)b"), "i! a m-U! b");
}

TEST(RegexTokens, GoOnBehindWhatIsNotUnderstoodWhereItsEndIsKnown) {
  EXPECT_EQ(shown(R"(\Ba)"), "? a");
  EXPECT_EQ(shown(R"(\za)"), "? a");
  EXPECT_EQ(shown(R"(\x{e9}a)"), "? a");
  EXPECT_EQ(shown("[[:alpha:]b]a"), "? a");
  EXPECT_EQ(shown("[^[:^alpha:]]a"), "? a");
  EXPECT_EQ(shown(R"(a\Q(b)\Ec)"), "a ?");
}

TEST(RegexTokens, EndWhereSomethingIsBroken) {
  for (const char* pattern :
       {"(?",  "(?)",       "(?i", "(?x)b", "(?P<n", "(?=b)", "[",     "[]",     "[^",  "[a",
        "[a-", "[[:alpha:", "[\\", "\\",    "\\x",   "\\x6",  "\\xg1", "\\x{61", "\\p", "\\p{L"})
    EXPECT_EQ(shown(std::string("a") + pattern), "a ?") << pattern;
  EXPECT_EQ(shown("a)("), "a ) (");
  EXPECT_EQ(shown("*{2}"), "x0- x2-2");
  EXPECT_EQ(regex_tokens(std::string(100'000, '(')).size(), 100'000U);
}

}  // namespace
}  // namespace vectora::text
