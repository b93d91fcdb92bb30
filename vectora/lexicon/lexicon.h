// Names in text: scopes of terms compiled into one automaton, texts into mentions.
//
//   const Result<Lexicon> lexicon = Lexicon::compile(scopes);
//   for (const Mention& mention : lexicon->find("Teva’s UZEDY® once-monthly ...")) ...
//
// Terms match whole words of the folded text (vectora/text/fold.h): case,
// accents, ®, hyphens, apostrophes and a plural or possessive "s" do not
// matter; nor do the full stops and commas of a name, and "&" is also "and". A
// span ends with its last word: behind a plural "s", before "’s", "®" and the
// stop of "Inc.". A term all in capitals of at most five letters, or given as
// `acronym`, is case-sensitive: LAI is not in "lai". Where terms overlap the
// longest wins, within a scope; different scopes do not hide each other.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/result.h"
#include "vectora/lexicon/word_scanner.h"
#include "vectora/text/fold.h"
#include "vectora/text/regex_set.h"

namespace vectora::lexicon {

struct Term {
  std::string name;                  // the canonical form, as shown
  std::vector<std::string> aliases;  // other names of the same thing
  std::string acronym;               // a further name, case-sensitive
  std::string regex;                 // matched on the original text instead of the names;
                                     // a capturing group is what is found
  ConfigRef config;
};

// One list of the canonical pack. `id` is "lai_companies_global" or, for a
// category, "lai_keywords.core_phrases"; the scope of all categories has its own.
struct Scope {
  std::string id;
  std::vector<Term> terms;
  ConfigRef config;
};

using ScopeIndex = uint32_t;
using TermIndex = uint32_t;

enum class MatchKind : uint8_t { kExact, kFolded, kAlias, kAcronym, kPattern };

std::string_view to_string(MatchKind kind);  // exact, folded, alias, acronym, pattern

struct Mention {
  ScopeIndex scope = 0;
  TermIndex term = 0;  // within the scope
  uint32_t begin = 0;  // byte span in the original text
  uint32_t end = 0;
  MatchKind kind = MatchKind::kExact;

  bool operator==(const Mention&) const = default;
};

// What a lexicon makes of a text before it looks for anything. Several lexicons
// that search one text share the work:
//
//   const Reading reading = read(text);
//   names.find(text, reading), keywords.find(text, reading)
struct Reading {
  text::Folded folded;
  std::vector<Word> words;
  text::Lowered lower;
};
Reading read(std::string_view text);

// Immutable once compiled; safe to share between threads. Cheap to copy.
class Lexicon {
 public:
  // kMalformed, with the term's place, for a regular expression that does not compile.
  static Result<Lexicon> compile(std::vector<Scope> scopes);

  // All mentions, ordered by begin, then scope.
  std::vector<Mention> find(std::string_view text) const;
  // The same, of a text that was read before.
  std::vector<Mention> find(std::string_view text, const Reading& reading) const;

  const std::vector<Scope>& scopes() const;
  const Scope& scope(ScopeIndex index) const { return scopes()[index]; }
  const Term& term(const Mention& mention) const {
    return scope(mention.scope).terms[mention.term];
  }
  // kNoScope where no scope has the id.
  static constexpr ScopeIndex kNoScope = 0xFFFFFFFF;
  ScopeIndex index_of(std::string_view scope_id) const;

 private:
  struct Automaton;
  std::shared_ptr<const Automaton> automaton_;  // immutable, shared by copies
};

}  // namespace vectora::lexicon
