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

// Fills `domain.signals` and `domain.rules` from the profile or rule that the
// domain names (`watch`: its mapping in the client's file), or that of its type.
// The scopes of the domain are resolved before.
void match_by_type(const YamlNode& root, const YamlNode& watch, const ScopeBook& scopes,
                   score::WatchDomain& domain, Findings& findings);

}  // namespace vectora::config
