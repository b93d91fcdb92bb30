// Run names: names that are runs of capitalised words beside a telling word.
//
//   ends_with    "Acme Bio Inc", "Acme Therapeutics"
//   followed_by  "Acme announces"
//   preceded_by  "acquired by Acme", "biotech Acme"
#pragma once

#include <string>
#include <vector>

#include "vectora/normalize/name_rule.h"
#include "vectora/normalize/names/tokens.h"
#include "vectora/text/word_set.h"

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
    std::string exact;    // of a short form in capitals ("AS"), which is a word in other letters
    bool capital = true;  // written with a capital: "Inc", but "plc", "a.s"
  };
  // Cues of one word.
  struct Cues {
    std::vector<Cue> list;
    bool ends_names = false;   // the word alone closes names
    bool parts_names = false;  // the word alone is a cue beside names, so it is part of none
  };
  text::WordSet cue_words_;
  std::vector<Cues> cues_;  // by the word's index

  const Cues* cues_at(const text::HashedWord& word) const;
  bool is_name_word(const Tokens& tokens, size_t i) const;
  bool is_all_endings(const Tokens& tokens, size_t first, size_t end) const;
  void try_cue(const Tokens& tokens, size_t i, const Cue& cue, std::vector<Found>& found) const;
  void try_ends_with(const Tokens& tokens, size_t i, const Cue& cue,
                     std::vector<Found>& found) const;
  size_t run_start(const Tokens& tokens, size_t last) const;
  size_t run_end(const Tokens& tokens, size_t first) const;
};

}  // namespace vectora::normalize::names
