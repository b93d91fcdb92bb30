// Matching of watch domains without a domain definition: technology profiles and
// rules by domain type, written as the signals and rules of a definition.
#pragma once

#include <string>

#include "vectora/config/load/findings.h"
#include "vectora/config/load/scope_book.h"
#include "vectora/config/yaml.h"
#include "vectora/score/rules.h"

namespace vectora::config {

// Checks the file itself: profiles' conditions, scopes, names.
void check_matching(const YamlNode& root, const ScopeBook& scopes, Findings& findings);

// What a domain without a domain definition is matched by.
struct MatchingInput {
  const YamlNode& root;      // of the matching rules
  const YamlNode& watch;     // the domain's mapping in the client's file
  std::string default_mode;  // of the client, for the rule `default`: strict, balanced, broad
  const ScopeBook& scopes;
};

// Fills `domain.signals` and `domain.rules` from the profile or rule that the
// domain names, or that of its type. The scopes of the domain are resolved before.
void match_by_type(const MatchingInput& input, score::WatchDomain& domain, Findings& findings);

}  // namespace vectora::config
