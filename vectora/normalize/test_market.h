// An invented market for the tests of this module: makers of garden gnomes.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/annotator.h"
#include "vectora/normalize/stories/story_words.h"

namespace vectora::normalize::test_market {

inline lexicon::Term term(std::string name, std::vector<std::string> aliases = {}) {
  lexicon::Term term;
  term.name = std::move(name);
  term.aliases = std::move(aliases);
  return term;
}

inline lexicon::Scope scope(std::string id, std::vector<lexicon::Term> terms) {
  lexicon::Scope scope;
  scope.id = std::move(id);
  scope.terms = std::move(terms);
  return scope;
}

enum Scopes : lexicon::ScopeIndex { kMakers, kGnomes, kGlazes, kTouring, kJobs };

inline lexicon::Lexicon lexicon() {
  Result<lexicon::Lexicon> lexicon = lexicon::Lexicon::compile(
      {scope("makers", {term("Acme Gnomes", {"Acme"}), term("Borea")}),
       scope("gnomes", {term("Hatton"), term("Grumbold")}),
       scope("glazes", {term("frost glaze"), term("salt glaze"), term("glaze")}),
       scope("touring", {term("fair"), term("exhibition")}), scope("jobs", {term("job opening")})});
  EXPECT_TRUE(lexicon);
  return *std::move(lexicon);
}

// The words of its headlines.
inline StoryWords story_words() {
  NewsWords words;
  words.endings = {"about "};
  words.common = {"shares", "sell", "sale", "deal", "garden"};
  words.commentary = {"?", "fair", "opinion"};
  words.synonyms = {{"shares", "stock"},
                    {"fall", "tumbles", "dive"},
                    {"data", "readout", "results"},
                    {"buy", "buys", "bought", "acquire", "acquisition"}};
  return StoryWords(words);
}

inline Item item(std::string title, std::string content = {}) {
  Item item;
  item.id = ItemId("garden_0123456789ab");
  item.title = std::move(title);
  item.content = std::move(content);
  item.published_at = Date::parse("2026-02-03");
  item.language = "en";
  return item;
}

}  // namespace vectora::normalize::test_market
