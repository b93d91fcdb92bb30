#include "vectora/score/signals.h"

#include <algorithm>

namespace vectora::score {
namespace {

bool in(const Scopes& scopes, lexicon::ScopeIndex scope) {
  return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

bool counts(const normalize::Hit& hit, const Scopes& scopes, Where where) {
  return !hit.negated && in(scopes, hit.scope) &&
         (where == Where::kAnywhere || hit.span.field == normalize::Field::kTitle);
}

void add_distinct(std::vector<std::string>& names, std::string_view name) {
  if (!contains(names, name)) names.emplace_back(name);
}

}  // namespace

std::vector<std::string> names_in(const normalize::Scan& scan, const Scopes& scopes, Where where) {
  std::vector<std::string> names;
  if (scopes.empty()) return names;
  for (const normalize::Hit& hit : scan.hits)
    if (counts(hit, scopes, where)) add_distinct(names, hit.name);
  if (where == Where::kAnywhere)
    for (const normalize::ContextHit& hit : scan.context)
      if (in(scopes, hit.scope)) add_distinct(names, hit.name);
  return names;
}

const normalize::Hit* first_hit(const normalize::Scan& scan, const Scopes& scopes, Where where) {
  for (const normalize::Hit& hit : scan.hits)
    if (counts(hit, scopes, where)) return &hit;
  return nullptr;
}

bool mentions(const normalize::Scan& scan, const Scopes& scopes) {
  return first_hit(scan, scopes) != nullptr ||
         std::any_of(scan.context.begin(), scan.context.end(),
                     [&](const normalize::ContextHit& hit) { return in(scopes, hit.scope); });
}

int count(const normalize::Scan& scan, const std::vector<SignalGroup>& groups,
          const SignalCount& asked, Where where) {
  Scopes scopes;
  for (const size_t group : asked.groups)
    if (group < groups.size())
      scopes.insert(scopes.end(), groups[group].scopes.begin(), groups[group].scopes.end());
  return static_cast<int>(names_in(scan, scopes, where).size());
}

bool contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool allows(const std::vector<std::string>& list, std::string_view word) {
  return list.empty() || contains(list, word);
}

}  // namespace vectora::score
