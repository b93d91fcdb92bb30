// Matching: what each watch domain says of an item, and what it would have taken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/score/judge.h"
#include "vectora/score/signals.h"

namespace vectora::score {

// All that a matching rule may ask.
struct Matter {
  const normalize::Annotation& annotation;
  const Signals& signals;
  std::string actor;
  std::optional<int> age_days;  // nothing: unknown date
};

// What a rule misses to hold: words for a person and how much would have to
// change. Nothing missing: it holds.
struct Missing {
  std::string text;  // empty where only the cost was asked for
  int cost = 0;
};
enum class Wording { kNo, kYes };
Missing missing_of(const MatchingRule& rule, const WatchDomain& domain, const Matter& matter,
                   Wording wording);

// Whether nothing is missing.
bool holds(const MatchingRule& rule, const WatchDomain& domain, const Matter& matter);

// One verdict a domain, in order; limits of the client (thresholds, number of
// domains, fallback) applied.
std::vector<DomainVerdict> match_domains(const Rules& rules, const Matter& matter);

}  // namespace vectora::score
