// Scan: where the names of the market stand in an item, found once and used by
// the gate, the annotator and the judge alike, for all clients.
#pragma once

#include <optional>
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
  std::string_view name;  // Term::name; lives as long as the lexicon
  bool negated = false;   // "not injectable": named, but taken back (normalize/negation.h)
};

// What the source is known for without being named in the text: the company
// whose newsroom it is.
struct ContextHit {
  lexicon::ScopeIndex scope = 0;
  std::string_view name;  // Term::name
};

struct Scan {
  // The fields as the lexicon read them; what searches them again need not read
  // them anew. Empty in a scan that no lexicon made.
  std::optional<lexicon::Reading> title;
  std::optional<lexicon::Reading> content;
  std::vector<Hit> hits;  // title first, then content, each by position
  std::vector<ContextHit> context;

  // Distinct terms of a scope that occur; what is negated does not count.
  int distinct_terms(lexicon::ScopeIndex scope) const;
  const Hit* first(lexicon::ScopeIndex scope) const;  // not negated; nullptr: none
};

Scan scan(const Item& item, const lexicon::Lexicon& lexicon);
// The same, with the source's company as context.
Scan scan(const Item& item, const lexicon::Lexicon& lexicon, const SourceFacts& source);

// The words at a span.
std::string_view words(const Item& item, const Span& span);

}  // namespace vectora::normalize
