#include "vectora/normalize/scan.h"

#include <algorithm>

#include "vectora/normalize/negation.h"

namespace vectora::normalize {
namespace {

void scan_field(const lexicon::Lexicon& lexicon, Field field, std::string_view text,
                const lexicon::Reading& reading, std::vector<Hit>& hits) {
  const std::vector<lexicon::Mention> mentions = lexicon.find(text, reading);
  hits.reserve(hits.size() + mentions.size());
  const lexicon::Mention* before = nullptr;  // several scopes know the same words
  bool negated = false;
  for (const lexicon::Mention& mention : mentions) {
    if (before == nullptr || before->begin != mention.begin)
      negated = is_negated(text, mention.begin);
    before = &mention;
    Hit hit;
    hit.span = {field, mention.begin, mention.end};
    hit.scope = mention.scope;
    hit.term = mention.term;
    hit.kind = mention.kind;
    hit.name = lexicon.term(mention).name;
    hit.negated = negated;
    hits.push_back(hit);
  }
}

}  // namespace

int Scan::distinct_terms(lexicon::ScopeIndex scope) const {
  std::vector<lexicon::TermIndex> terms;
  for (const Hit& hit : hits)
    if (hit.scope == scope && !hit.negated) terms.push_back(hit.term);
  std::sort(terms.begin(), terms.end());
  return static_cast<int>(std::unique(terms.begin(), terms.end()) - terms.begin());
}

const Hit* Scan::first(lexicon::ScopeIndex scope) const {
  for (const Hit& hit : hits)
    if (hit.scope == scope && !hit.negated) return &hit;
  return nullptr;
}

Scan scan(const Item& item, const lexicon::Lexicon& lexicon) {
  Scan result;
  result.title = lexicon::read(item.title);
  result.content = lexicon::read(item.content);
  scan_field(lexicon, Field::kTitle, item.title, *result.title, result.hits);
  scan_field(lexicon, Field::kContent, item.content, *result.content, result.hits);
  return result;
}

Scan scan(const Item& item, const lexicon::Lexicon& lexicon, const SourceFacts& source) {
  Scan result = scan(item, lexicon);
  for (const lexicon::Mention& mention : lexicon.find(source.company))
    if (mention.begin == 0 && mention.end == source.company.size())
      result.context.push_back({mention.scope, lexicon.term(mention).name});
  return result;
}

std::string_view words(const Item& item, const Span& span) {
  const std::string_view text = span.field == Field::kTitle ? item.title : item.content;
  if (span.begin >= text.size() || span.end <= span.begin) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace vectora::normalize
