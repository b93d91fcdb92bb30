// Run names: names that are runs of capitalised words beside a telling word.
//
//   ends_with    "Acme Bio Inc", "Acme Therapeutics"
//   followed_by  "Acme announces"
//   preceded_by  "acquired by Acme", "biotech Acme"
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "vectora/normalize/name_rule.h"
#include "vectora/normalize/names/tokens.h"

namespace vectora::normalize::names {

// A name of a kind: tokens `first` to `last`, both included.
struct Found {
  size_t first = 0;
  size_t last = 0;
  EntityKind kind = EntityKind::kCompany;
  size_t rule = 0;  // index into the rules
};

class RunNames {
 public:
  explicit RunNames(const std::vector<NameRule>& rules);

  void find(const Tokens& tokens, std::vector<Found>& found) const;

 private:
  // A telling word or phrase; keyed by the word that touches the name.
  struct Cue {
    size_t rule = 0;
    NameMethod method = NameMethod::kEndsWith;
    EntityKind kind = EntityKind::kCompany;
    std::vector<std::string> words;  // lower case, in text order
  };
  std::unordered_map<std::string, std::vector<Cue>> cues_;

  const std::vector<Cue>* cues_at(std::string_view word) const;
  bool is_name_word(const Tokens& tokens, size_t i) const;
  void try_cue(const Tokens& tokens, size_t i, const Cue& cue, std::vector<Found>& found) const;
  void try_ends_with(const Tokens& tokens, size_t i, const Cue& cue,
                     std::vector<Found>& found) const;
  size_t run_start(const Tokens& tokens, size_t last) const;
  size_t run_end(const Tokens& tokens, size_t first) const;
};

}  // namespace vectora::normalize::names
