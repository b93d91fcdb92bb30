// ScopeBook: every scope by its address, as it will stand in the lexicon.
//
// "lai_keywords" is a scope, "lai_keywords.core_phrases" one category of it; the
// kind of its file may stand in front ("exclusion_scopes.hr_content"). Scopes of
// domain definitions and of clients join the same book, so that one automaton
// serves all. An index is final when it is given.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/load/findings.h"
#include "vectora/config/yaml.h"
#include "vectora/lexicon/lexicon.h"

namespace vectora::config {

// One term, a text or {name, aliases, acronym, regex}.
lexicon::Term read_term(const YamlNode& node, Findings& findings);
// The terms of a list; finds those that a missing dash folded into one.
std::vector<lexicon::Term> read_terms(const YamlNode& list, Findings& findings);

class ScopeBook {
 public:
  // Whether a use of scopes speaks for an item; a scope that mixes terms for and
  // against is an error then.
  enum class Use { kFor, kAgainst };

  // A scope file: "company" of canonical/scopes/company_scopes.yaml.
  void read_file(const YamlNode& root, const std::string& kind, Findings& findings);
  // A scope that is no scope file's.
  lexicon::ScopeIndex add(std::string id, std::vector<lexicon::Term> terms, ConfigRef config);

  // What a reference names, or nothing: a reference to no scope is an error, one
  // to an empty scope a warning; an absent one is neither.
  std::vector<lexicon::ScopeIndex> resolve(const YamlNode& reference, Findings& findings) const;
  // The same for all references of a list, or a single one.
  std::vector<lexicon::ScopeIndex> resolve_all(const YamlNode& references, Use use,
                                               Findings& findings) const;
  // The categories of a scope that speak for it (none whose name begins with
  // negative_ or generic_), or the scope itself where it has no categories.
  std::vector<lexicon::ScopeIndex> positive_parts(const YamlNode& reference,
                                                  Findings& findings) const;

  // kNoScope where there is none.
  lexicon::ScopeIndex find(const std::string& address) const;
  const lexicon::Scope& scope(lexicon::ScopeIndex index) const { return scopes_[index]; }
  const std::vector<lexicon::Scope>& scopes() const { return scopes_; }
  // Whole scopes of files of a kind, in file order.
  std::vector<lexicon::ScopeIndex> of_kind(const std::string& kind) const;

 private:
  struct Entry {
    lexicon::ScopeIndex index = 0;
    std::string kind;
    std::vector<lexicon::ScopeIndex> categories;
  };

  void read_scope(const std::string& name, const YamlNode& node, const std::string& kind,
                  Findings& findings);
  void check_mixture(const YamlNode& reference, Findings& findings) const;
  const Entry* entry(const std::string& address) const;
  std::vector<std::string> names() const;

  std::vector<lexicon::Scope> scopes_;
  std::map<std::string, Entry> entries_;  // by address
  std::vector<std::string> whole_;        // whole scopes, in the order read
};

}  // namespace vectora::config
