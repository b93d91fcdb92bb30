// Scan: where the names of the market stand in an item, found once and used by
// the gate, the annotator and the judge alike, for all clients.
#pragma once

#include <string_view>
#include <vector>

#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/item.h"

namespace vectora::normalize {

enum class Field { kTitle, kContent };

std::string_view to_string(Field field);  // title, content

// A place in an item's text, in bytes.
struct Span {
  Field field = Field::kTitle;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

struct Hit {
  Span span;
  lexicon::ScopeIndex scope = 0;
  lexicon::TermIndex term = 0;
  lexicon::MatchKind kind = lexicon::MatchKind::kExact;
};

struct Scan {
  std::vector<Hit> hits;  // title first, then content, each by position

  // Distinct terms of a scope that occur.
  int distinct_terms(lexicon::ScopeIndex scope) const;
  const Hit* first(lexicon::ScopeIndex scope) const;  // nullptr: none
};

Scan scan(const Item& item, const lexicon::Lexicon& lexicon);

// The words at a span.
std::string_view words(const Item& item, const Span& span);

}  // namespace vectora::normalize
