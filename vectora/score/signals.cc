#include "vectora/score/signals.h"

#include <algorithm>

namespace vectora::score {

Signals::Signals(const normalize::Scan& scan) : scan_(scan) {
  named_.reserve(scan.hits.size() + scan.context.size());
  uint32_t order = 0;
  for (const normalize::Hit& hit : scan.hits) {
    const uint32_t place = order++;
    const bool in_title = hit.span.field == normalize::Field::kTitle;
    if (!hit.negated) add(hit.scope, {hit.name, place, 0, in_title, true});
  }
  for (const normalize::ContextHit& hit : scan.context)
    add(hit.scope, {hit.name, order++, 0, false, false});
}

void Signals::add(lexicon::ScopeIndex scope, const Named& named) {
  if (scope >= chains_.size()) chains_.resize(scope + 1);
  Chain& chain = chains_[scope];
  for (uint32_t at = chain.first; at != 0; at = named_[at - 1].next)
    if (named_[at - 1].name == named.name && named_[at - 1].in_text == named.in_text) return;
  named_.push_back(named);
  const auto added = static_cast<uint32_t>(named_.size());
  (chain.last == 0 ? chain.first : named_[chain.last - 1].next) = added;
  chain.last = added;
}

template <class Visit>
bool Signals::any_named(const Scopes& scopes, Visit visit) const {
  for (const lexicon::ScopeIndex scope : scopes) {
    if (scope >= chains_.size()) continue;
    for (uint32_t at = chains_[scope].first; at != 0; at = named_[at - 1].next)
      if (visit(named_[at - 1])) return true;
  }
  return false;
}

bool Signals::mentions(const Scopes& scopes) const {
  return any_named(scopes, [](const Named&) { return true; });
}

bool Signals::heads(const Scopes& scopes) const {
  return any_named(scopes, [](const Named& named) { return named.in_title; });
}

bool Signals::in_context(const Scopes& scopes) const {
  return any_named(scopes, [](const Named& named) { return !named.in_text; });
}

std::vector<std::string> Signals::names(const Scopes& scopes, Where where) const {
  std::vector<const Named*> found;
  any_named(scopes, [&](const Named& named) {
    if (where == Where::kAnywhere || named.in_title) found.push_back(&named);
    return false;
  });
  std::sort(found.begin(), found.end(),
            [](const Named* a, const Named* b) { return a->order < b->order; });
  std::vector<std::string> names;
  for (const Named* named : found)
    if (!contains(names, named->name)) names.emplace_back(named->name);
  return names;
}

const normalize::Hit* Signals::first_hit(const Scopes& scopes, Where where) const {
  const Named* first = nullptr;
  any_named(scopes, [&](const Named& named) {
    const bool counts = named.in_text && (where == Where::kAnywhere || named.in_title);
    if (counts && (first == nullptr || named.order < first->order)) first = &named;
    return false;
  });
  return first == nullptr ? nullptr : &scan_.hits[first->order];
}

int Signals::count(const std::vector<SignalGroup>& groups, const SignalCount& asked,
                   Where where) const {
  std::vector<std::string_view> names;
  for (const size_t group : asked.groups) {
    if (group >= groups.size()) continue;
    any_named(groups[group].scopes, [&](const Named& named) {
      const bool counts = where == Where::kAnywhere || named.in_title;
      if (counts && std::find(names.begin(), names.end(), named.name) == names.end())
        names.push_back(named.name);
      return false;
    });
  }
  return static_cast<int>(names.size());
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool allows(const std::vector<std::string>& list, std::string_view word) {
  return list.empty() || contains(list, word);
}

}  // namespace vectora::score
