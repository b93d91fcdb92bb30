// Name rules: how names that no scope lists are known by their form and company.
//
// A market is larger than its scopes. What its names look like is knowledge of
// the market and comes from canonical/open_world/*.yaml:
//
//   rules:
//     - id: corporate_suffix
//       kind: company
//       method: ends_with
//       words: [Inc, AB, Therapeutics]
//       except: [The Company]
//
// `kind` is company, molecule, technology, trademark, indication or dosing_interval.
//
// `words` means, by method:
//   listed       the names themselves, with aliases of their own lines
//   ends_with    last words of a capitalised run, which they close: "Acme Bio Inc."
//   followed_by  words after a capitalised run, which they do not belong to: "Acme announces"
//   preceded_by  words before a capitalised run: "acquired by Acme"
//   stem         endings of one word: "-mab", "-itis"
//   head         last words of a noun phrase, taken with the modifiers before it:
//                "bipolar I disorder"; `except` are words that end the modifiers
//   pattern      RE2 expressions on the original text; group 1 is the name, what is matched
//                around it may be named by `except`: "monthly" but not "monthly report".
//                `headline_words` are the same for headlines alone: texts with no full stop
//                but within a word ("U.S", "3.5")
// `except` lists whole names (folded) that are none of the kind; "Study*" is all
// that begin so, "*peptide" all that end so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/result.h"
#include "vectora/normalize/annotation.h"

namespace vectora::normalize {

enum class NameMethod { kListed, kEndsWith, kFollowedBy, kPrecededBy, kStem, kHead, kPattern };

std::string_view to_string(NameMethod method);  // listed, ends_with, ...
// kNotFound for another word.
Result<NameMethod> name_method_from(std::string_view word);

struct NameRule {
  std::string id;
  EntityKind kind = EntityKind::kCompany;
  NameMethod method = NameMethod::kListed;
  std::vector<std::string> words;
  std::vector<std::string> headline_words;
  std::vector<std::string> except;
  ConfigRef config;
};

}  // namespace vectora::normalize
