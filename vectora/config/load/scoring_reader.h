// Scoring rules and editorial rules of the pack: what all clients' rules start from.
#pragma once

#include "vectora/config/load/findings.h"
#include "vectora/config/load/scope_book.h"
#include "vectora/config/load/type_names.h"
#include "vectora/config/yaml.h"
#include "vectora/score/rules.h"

namespace vectora::config {

// What canonical/scoring/scoring_rules.yaml says.
struct ScoringDefaults {
  score::Rules rules;  // without domains
  std::map<std::string, score::Weight> mode_factors;
  std::map<std::string, score::Weight> priority_weights;
  score::Weight min_score;
  int min_items_per_section = 0;
};

ScoringDefaults read_scoring(const YamlNode& root, const ScopeBook& scopes, const TypeNames& types,
                             Findings& findings);

// canonical/rules/editorial_rules.yaml: rules and actors.
void read_editorial(const YamlNode& root, const ScopeBook& scopes, const TypeNames& types,
                    score::Rules& rules, Findings& findings);

}  // namespace vectora::config
