// Signals: distinct names of scopes in one item, as rules count them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/normalize/scan.h"
#include "vectora/score/rules.h"

namespace vectora::score {

using Scopes = std::vector<lexicon::ScopeIndex>;

enum class Where { kAnywhere, kTitle };

// Distinct names in order of first hit; what is negated does not count. Anywhere
// includes the source's company.
std::vector<std::string> names_in(const normalize::Scan& scan, const Scopes& scopes,
                                  Where where = Where::kAnywhere);

// The first hit of one of the scopes that is not negated; nullptr: none.
const normalize::Hit* first_hit(const normalize::Scan& scan, const Scopes& scopes,
                                Where where = Where::kAnywhere);

// Whether one of the scopes is hit, or names the source's company.
bool mentions(const normalize::Scan& scan, const Scopes& scopes);

// Names of the groups that a count asks for, distinct over all of them.
int count(const normalize::Scan& scan, const std::vector<SignalGroup>& groups,
          const SignalCount& asked, Where where = Where::kAnywhere);

bool contains(const std::vector<std::string>& list, std::string_view word);
// An empty list asks for nothing.
bool allows(const std::vector<std::string>& list, std::string_view word);

}  // namespace vectora::score
