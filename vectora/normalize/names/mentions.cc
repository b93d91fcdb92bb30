#include "vectora/normalize/names/mentions.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace vectora::normalize::names {
namespace {

constexpr size_t kMinShortForm = 3;
constexpr size_t kMaxMentions = 1000;  // of one item: a bound for hostile text

bool overlap(const Span& a, const Span& b) {
  return a.field == b.field && a.begin < b.end && b.begin < a.end;
}

bool covers(const Span& outer, const Span& inner) {
  return outer.field == inner.field && outer.begin <= inner.begin && inner.end <= outer.end;
}

std::string_view status_of(lexicon::MatchKind kind) {
  switch (kind) {
    case lexicon::MatchKind::kExact: return "exact";
    case lexicon::MatchKind::kFolded: return "folded";
    case lexicon::MatchKind::kPattern: return "pattern";
    case lexicon::MatchKind::kAlias:
    case lexicon::MatchKind::kAcronym: return "alias";
  }
  return "exact";
}

const EntityKind* kind_of(lexicon::ScopeIndex scope, const EntityScopes& scopes) {
  for (const auto& [index, kind] : scopes)
    if (index == scope) return &kind;
  return nullptr;
}

// What is taken back names no technology and no interval of this text.
bool is_taken_back(const Hit& hit, EntityKind kind) {
  return hit.negated && (kind == EntityKind::kTechnology || kind == EntityKind::kDosingInterval);
}

EntityMention mention_of(const Item& item, const Hit& hit, EntityKind kind,
                         const lexicon::Term& term) {
  EntityMention mention;
  mention.kind = kind;
  mention.span = hit.span;
  mention.text = std::string(words(item, hit.span));
  const bool names_itself = hit.kind == lexicon::MatchKind::kPattern || term.name.empty();
  mention.canonical = names_itself ? mention.text : term.name;
  mention.status = std::string(status_of(hit.kind));
  return mention;
}

// Whether a mention of the same kind already stands at an overlapping place;
// the longer one is kept.
bool settled(std::vector<EntityMention>& mentions, const EntityMention& mention) {
  for (EntityMention& known : mentions) {
    if (known.kind != mention.kind || !overlap(known.span, mention.span)) continue;
    if (!covers(known.span, mention.span) && covers(mention.span, known.span)) known = mention;
    return true;
  }
  return false;
}

bool gives_way(const EntityMention& name, const std::vector<EntityMention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const EntityMention& known) {
    return known.kind == name.kind
               ? overlap(known.span, name.span)
               : covers(known.span, name.span) && known.kind != EntityKind::kTechnology;
  });
}

EntityMention mention_at(const Tokens& tokens, Field field, EntityKind kind, const Span& span) {
  EntityMention mention;
  mention.kind = kind;
  mention.span = {field, span.begin, span.end};
  mention.text = std::string(tokens.text.substr(span.begin, span.end - span.begin));
  mention.canonical = mention.text;
  mention.status = "pattern";
  return mention;
}

// "Acme Bio" of "Acme Bio, Inc": what a comma sets off is a legal form.
std::string_view canonical_of(const Tokens& tokens, const Name& name) {
  const std::string_view full = tokens.text.substr(name.begin, name.end - name.begin);
  return full.substr(0, full.find(','));
}

bool ends_word(const Tokens& tokens, size_t from, uint32_t end) {
  while (from < tokens.list.size() && tokens.list[from].end < end) ++from;
  return from < tokens.list.size() && tokens.list[from].end == end;
}

}  // namespace

std::vector<EntityMention> scope_mentions(const Item& item, const Scan& scan,
                                          const lexicon::Lexicon& lexicon,
                                          const EntityScopes& scopes) {
  std::vector<EntityMention> mentions;
  for (const Hit& hit : scan.hits) {
    const EntityKind* kind = kind_of(hit.scope, scopes);
    if (kind == nullptr || is_taken_back(hit, *kind)) continue;
    if (mentions.size() >= kMaxMentions) break;
    EntityMention mention = mention_of(item, hit, *kind, lexicon.scope(hit.scope).terms[hit.term]);
    if (!settled(mentions, mention)) mentions.push_back(std::move(mention));
  }
  return mentions;
}

void add_names(const Tokens& tokens, Field field, const std::vector<Name>& names,
               std::vector<EntityMention>& mentions) {
  for (const Name& name : names) {
    const Span span{field, name.begin, name.end};
    EntityMention mention = mention_at(tokens, field, name.kind, span);
    mention.rule = std::string(name.rule);
    if (name.method == NameMethod::kListed) mention.status = "exact";
    if (name.method == NameMethod::kEndsWith)
      mention.canonical = std::string(canonical_of(tokens, name));
    if (!gives_way(mention, mentions)) mentions.push_back(std::move(mention));
  }
}

std::vector<ShortForm> short_forms(const Tokens& tokens, const std::vector<Name>& names) {
  std::vector<ShortForm> forms;
  for (const Name& name : names) {
    if (name.core_end < name.begin + kMinShortForm) continue;
    const std::string_view words = tokens.text.substr(name.begin, name.core_end - name.begin);
    const bool known = std::any_of(forms.begin(), forms.end(),
                                   [&](const ShortForm& form) { return form.words == words; });
    if (!known)
      forms.push_back({std::string(words), std::string(canonical_of(tokens, name)), name.kind,
                       std::string(name.rule)});
  }
  return forms;
}

void add_short_forms(const Tokens& tokens, Field field, const std::vector<ShortForm>& forms,
                     std::vector<EntityMention>& mentions) {
  for (const ShortForm& form : forms) {
    for (size_t i = 0; i < tokens.list.size(); ++i) {
      const uint32_t begin = tokens.list[i].begin;
      if (tokens.text[begin] != form.words[0]) continue;
      if (tokens.text.compare(begin, form.words.size(), form.words) != 0) continue;
      const auto end = static_cast<uint32_t>(begin + form.words.size());
      if (!ends_word(tokens, i, end)) continue;
      EntityMention mention = mention_at(tokens, field, form.kind, {field, begin, end});
      mention.canonical = form.canonical;
      mention.rule = form.rule;
      if (!gives_way(mention, mentions)) mentions.push_back(std::move(mention));
    }
  }
}

// Places are sorted rather than mentions, which are large.
void order(std::vector<EntityMention>& mentions) {
  std::vector<size_t> places(mentions.size());
  std::iota(places.begin(), places.end(), 0);
  std::sort(places.begin(), places.end(), [&](size_t a, size_t b) {
    const Span& first = mentions[a].span;
    const Span& second = mentions[b].span;
    return std::tuple(first.field, first.begin, a) < std::tuple(second.field, second.begin, b);
  });
  std::vector<EntityMention> ordered;
  ordered.reserve(mentions.size());
  for (const size_t place : places) ordered.push_back(std::move(mentions[place]));
  mentions = std::move(ordered);
}

}  // namespace vectora::normalize::names
