// Scan: where the names of the market stand in an item, found once and used by
// the gate, the annotator and the judge alike, for all clients.
#pragma once

#include <string_view>
#include <vector>

#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/span.h"

namespace vectora::normalize {

struct Hit {
  Span span;
  lexicon::ScopeIndex scope = 0;
  lexicon::TermIndex term = 0;
  lexicon::MatchKind kind = lexicon::MatchKind::kExact;
  bool negated = false;  // "not injectable": named, but taken back (normalize/negation.h)
};

struct Scan {
  std::vector<Hit> hits;  // title first, then content, each by position

  // Distinct terms of a scope that occur; what is negated does not count.
  int distinct_terms(lexicon::ScopeIndex scope) const;
  const Hit* first(lexicon::ScopeIndex scope) const;  // not negated; nullptr: none
};

Scan scan(const Item& item, const lexicon::Lexicon& lexicon);

// The words at a span.
std::string_view words(const Item& item, const Span& span);

}  // namespace vectora::normalize
