#include "vectora/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "vectora/text/fold.h"

namespace vectora::lexicon {
namespace {

Term named(std::string name, std::vector<std::string> aliases = {}) {
  Term term;
  term.name = std::move(name);
  term.aliases = std::move(aliases);
  return term;
}

Scope scope_of(std::string id, std::vector<Term> terms) {
  Scope scope;
  scope.id = std::move(id);
  scope.terms = std::move(terms);
  return scope;
}

Lexicon compiled(std::vector<Scope> scopes) {
  auto lexicon = Lexicon::compile(std::move(scopes));
  EXPECT_TRUE(lexicon.ok());
  return *lexicon;
}

// "companies/Acme [ACME] folded", one a mention.
std::string shown(const Lexicon& lexicon, std::string_view text) {
  std::string result;
  for (const Mention& mention : lexicon.find(text)) {
    if (!result.empty()) result += "; ";
    result += lexicon.scope(mention.scope).id + "/" + lexicon.term(mention).name + " [" +
              std::string(text.substr(mention.begin, mention.end - mention.begin)) + "] " +
              std::string(to_string(mention.kind));
  }
  return result;
}

TEST(Lexicon, FindsWholeWordsWhateverTheirDress) {
  const Lexicon lexicon = compiled({scope_of("c", {named("Globex Pharma"), named("Hélio")})});
  EXPECT_EQ(shown(lexicon, "Globex Pharma"), "c/Globex Pharma [Globex Pharma] exact");
  EXPECT_EQ(shown(lexicon, "GLOBEX\u00A0PHARMA’s plan"),
            "c/Globex Pharma [GLOBEX\u00A0PHARMA] folded");
  EXPECT_EQ(shown(lexicon, "the globex-pharma® deal"), "c/Globex Pharma [globex-pharma] folded");
  EXPECT_EQ(shown(lexicon, "“He\u0301lio™”"), "c/Hélio [He\u0301lio] folded");
  EXPECT_EQ(shown(lexicon, "Globex. Pharma; aGlobex Pharma, GlobexPharma, Heliox"), "");
}

TEST(Lexicon, ReadsPluralsAndPossessives) {
  const Lexicon lexicon = compiled({scope_of("t", {named("depot injection"), named("implants")})});
  EXPECT_EQ(shown(lexicon, "depot injections"), "t/depot injection [depot injections] folded");
  EXPECT_EQ(shown(lexicon, "an implant's life"), "t/implants [implant] folded");
  EXPECT_EQ(shown(lexicon, "the implants’ life"), "t/implants [implants] exact");
}

TEST(Lexicon, TakesHyphenAndSpaceForTheSameButMergesNothing) {
  const Lexicon lexicon = compiled({scope_of("t", {named("long-acting", {"longacting"})})});
  EXPECT_EQ(shown(lexicon, "long-acting"), "t/long-acting [long-acting] exact");
  EXPECT_EQ(shown(lexicon, "long acting"), "t/long-acting [long acting] folded");
  EXPECT_EQ(shown(lexicon, "LONG‑ACTING"), "t/long-acting [LONG‑ACTING] folded");
  EXPECT_EQ(shown(lexicon, "longacting"), "t/long-acting [longacting] alias");
  EXPECT_EQ(shown(lexicon, "it took long - acting helped"), "");
}

TEST(Lexicon, FindsNamesWithPunctuation) {
  const Lexicon lexicon =
      compiled({scope_of("c", {named("Foo & Bar"), named("XY-'749"), named("PQRS/PQR"),
                               named("Dr. Doe's Co., Inc."), named("zed+")})});
  EXPECT_EQ(shown(lexicon, "Foo & Bar"), "c/Foo & Bar [Foo & Bar] exact");
  EXPECT_EQ(shown(lexicon, "foo and bar"), "c/Foo & Bar [foo and bar] folded");
  EXPECT_EQ(shown(lexicon, "XY‑’749"), "c/XY-'749 [XY‑’749] folded");
  EXPECT_EQ(shown(lexicon, "xy 749"), "c/XY-'749 [xy 749] folded");
  EXPECT_EQ(shown(lexicon, "of PQRS / PQR."), "c/PQRS/PQR [PQRS / PQR] folded");
  EXPECT_EQ(shown(lexicon, "by Dr Doe’s Co Inc"), "c/Dr. Doe's Co., Inc. [Dr Doe’s Co Inc] folded");
  EXPECT_EQ(shown(lexicon, "Dr. Doe's Co., Inc. said"),
            "c/Dr. Doe's Co., Inc. [Dr. Doe's Co., Inc] exact");
  EXPECT_EQ(shown(lexicon, "ZED+ zed foo, bar PQRS PQR"), "c/zed+ [ZED+] folded");
}

TEST(Lexicon, MindsTheCaseOfAcronyms) {
  Term acronym = named("long-acting thing");
  acronym.acronym = "LAT";
  const Lexicon lexicon = compiled({scope_of("t", {acronym, named("ABCDE"), named("ABCDEF")})});
  EXPECT_EQ(shown(lexicon, "LAT"), "t/long-acting thing [LAT] acronym");
  EXPECT_EQ(shown(lexicon, "LATs and LAT’s"),
            "t/long-acting thing [LATs] acronym; t/long-acting thing [LAT] acronym");
  EXPECT_EQ(shown(lexicon, "lat Lat LATE FLAT"), "");
  EXPECT_EQ(shown(lexicon, "ABCDE abcde"), "t/ABCDE [ABCDE] exact");
  EXPECT_EQ(shown(lexicon, "abcdef"), "t/ABCDEF [abcdef] folded");
}

TEST(Lexicon, MatchesPatternsOnTheOriginal) {
  Term pattern = named("code");
  pattern.regex = R"(\bX-\d+\b)";
  const Lexicon lexicon = compiled({scope_of("t", {pattern, named("X-12 Plus")})});
  EXPECT_EQ(shown(lexicon, "X-1, x-22 and code"), "t/code [X-1] pattern; t/code [x-22] pattern");
  EXPECT_EQ(shown(lexicon, "X-12 Plus"), "t/X-12 Plus [X-12 Plus] exact");
}

TEST(Lexicon, FindsWhatAPatternCapturesAndCountsOneForAllScopesThatHaveIt) {
  Term pattern = named("interval");
  pattern.regex = R"(\b(monthly)\b \w+ kiln)";
  const Lexicon lexicon = compiled({scope_of("a", {pattern}), scope_of("b", {pattern})});
  EXPECT_EQ(shown(lexicon, "a monthly salt kiln, monthly"),
            "a/interval [monthly] pattern; b/interval [monthly] pattern");
}

TEST(Lexicon, FindsTheSameInATextThatWasReadBefore) {
  const Lexicon lexicon = compiled({scope_of("t", {named("depot injection")})});
  const std::string_view text = "The Dépôt\u00A0injections";
  const Reading reading = read(text);
  EXPECT_EQ(lexicon.find(text, reading), lexicon.find(text));
  EXPECT_EQ(lexicon.find(text, reading).size(), 1U);
}

TEST(Lexicon, RefusesAPatternThatDoesNotCompileAndSaysWhere) {
  Term pattern = named("code");
  pattern.regex = "(";
  pattern.config = {"canonical/a.yaml", 4, 2, "k"};
  const auto lexicon = Lexicon::compile({scope_of("t", {pattern})});
  ASSERT_FALSE(lexicon.ok());
  EXPECT_EQ(lexicon.error().code, ErrorCode::kMalformed);
  EXPECT_EQ(lexicon.error().message.rfind("canonical/a.yaml:4:2: ", 0), 0u);
}

TEST(Lexicon, LetsTheLongestWinWithinAScopeAndHidesNothingAcrossScopes) {
  const Lexicon lexicon = compiled({
      scope_of("a", {named("one two"), named("two three four"), named("one"), named("three")}),
      scope_of("b", {named("two"), named("one two three")}),
  });
  EXPECT_EQ(shown(lexicon, "one two three four"),
            "a/one two [one two] exact; b/one two three [one two three] exact; "
            "a/three [three] exact");
  EXPECT_EQ(shown(lexicon, "two three four"),
            "a/two three four [two three four] exact; b/two [two] exact");
}

TEST(Lexicon, PassesOverNamesWithoutWords) {
  const Lexicon lexicon =
      compiled({scope_of("a", {named(""), named("®"), named(" - "), named("x1")})});
  EXPECT_EQ(shown(lexicon, "® - x1 ."), "a/x1 [x1] exact");
  EXPECT_EQ(Lexicon().find("x1"), std::vector<Mention>());
}

TEST(Lexicon, FindsScopesById) {
  const Lexicon lexicon = compiled({scope_of("a", {}), scope_of("b", {})});
  EXPECT_EQ(lexicon.index_of("b"), 1u);
  EXPECT_EQ(lexicon.index_of("c"), Lexicon::kNoScope);
  EXPECT_EQ(Lexicon().scopes().size(), 0u);
}

// -- the oracle: every name compared with every place, as strings ------------------

struct NaiveWord {
  std::string text;  // folded, without a plural s
  size_t begin = 0;  // in the original
  size_t end = 0;
};

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::vector<NaiveWord> naive_words(std::string_view text) {
  const text::Folded folded = text::fold(text);
  const std::string& f = folded.text;
  std::vector<NaiveWord> words;
  for (size_t i = 0; i < f.size();) {
    size_t end = i;
    while (end < f.size() && is_word_byte(f[end])) ++end;
    if (end == i) {
      const bool gap = f[i] == ' ' || f[i] == '-' || f[i] == '\'';
      if (!gap) words.push_back({f.substr(i, 1), folded.origin[i], folded.origin[i] + 1});
      ++i;
      continue;
    }
    std::string word = f.substr(i, end - i);
    const bool possessive = word == "s" && i > 1 && f[i - 1] == '\'' && is_word_byte(f[i - 2]);
    const size_t original_end = folded.origin[end - 1] + 1;
    if (word.size() > 3 && word.back() == 's') word.pop_back();
    if (!possessive) words.push_back({word, folded.origin[i], original_end});
    i = end;
  }
  return words;
}

std::vector<Mention> naive_find(const std::vector<Scope>& scopes, std::string_view text) {
  const std::vector<NaiveWord> words = naive_words(text);
  std::vector<Mention> mentions;
  for (ScopeIndex scope = 0; scope < scopes.size(); ++scope) {
    for (size_t at = 0; at < words.size();) {
      size_t longest = 0;
      TermIndex best = 0;
      for (TermIndex term = 0; term < scopes[scope].terms.size(); ++term) {
        const std::vector<NaiveWord> name = naive_words(scopes[scope].terms[term].name);
        const bool equal =
            at + name.size() <= words.size() &&
            std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const auto& a, const auto& b) { return a.text == b.text; });
        if (equal && name.size() > longest) {
          longest = name.size();
          best = term;
        }
      }
      if (longest > 0) {
        const size_t end = words[at + longest - 1].end;
        mentions.push_back({scope, best, static_cast<uint32_t>(words[at].begin),
                            static_cast<uint32_t>(end), MatchKind::kFolded});
      }
      at += std::max<size_t>(longest, 1);
    }
  }
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tuple(a.begin, a.scope) < std::tuple(b.begin, b.scope);
  });
  return mentions;
}

std::string random_text(std::mt19937& random, size_t words, bool name) {
  constexpr std::string_view kWords[] = {"ab", "cde", "fghe", "fghes", "ijkle", "12", "mn3p"};
  constexpr std::string_view kGaps[] = {" ", "-", "  ", ", ", " & ", "/", "’s ", "® ", "‑"};
  std::string text;
  for (size_t i = 0; i < words; ++i) {
    std::string word(kWords[random() % std::size(kWords)]);
    if (random() % 4 == 0) word[0] = static_cast<char>(word[0] >= 'a' ? word[0] - 32 : word[0]);
    if (i > 0) text += kGaps[random() % (name ? 3 : std::size(kGaps))];
    text += word;
  }
  return text;
}

std::string places_of(const std::vector<Mention>& mentions) {
  std::string result;
  for (const Mention& m : mentions) {
    result +=
        std::to_string(m.scope) + ":" + std::to_string(m.begin) + "-" + std::to_string(m.end) + " ";
  }
  return result;
}

TEST(Lexicon, AgreesWithTheNaiveSearch) {
  std::mt19937 random(20);
  size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Scope> scopes(1 + random() % 3);
    for (Scope& scope : scopes) {
      for (size_t i = random() % 8; i > 0; --i) {
        scope.terms.push_back(named(random_text(random, 1 + random() % 3, true)));
      }
    }
    const Lexicon lexicon = compiled(scopes);
    for (int texts = 0; texts < 10; ++texts) {
      const std::string text = random_text(random, random() % 40, false);
      const std::vector<Mention> mentions = lexicon.find(text);
      ASSERT_EQ(places_of(mentions), places_of(naive_find(scopes, text))) << text;
      found += mentions.size();
    }
  }
  EXPECT_GT(found, 1000u);
}

}  // namespace
}  // namespace vectora::lexicon
