#include "vectora/score/editorial.h"

#include <algorithm>

namespace vectora::score {
namespace {

bool holds(const EditorialRule& rule, const Matter& matter) {
  const Signals& signals = matter.signals;
  return allows(rule.actors, matter.actor) &&
         allows(rule.content_types, matter.annotation.content_type.name) &&
         allows(rule.event_types, matter.annotation.event.primary) &&
         (rule.entities_in_scope.empty() || signals.mentions(rule.entities_in_scope)) &&
         (rule.title_in_scope.empty() || signals.heads(rule.title_in_scope)) &&
         (rule.not_entities_in_scope.empty() || !signals.mentions(rule.not_entities_in_scope));
}

}  // namespace

const EditorialRule* editorial_rule(const std::vector<EditorialRule>& rules, const Matter& matter) {
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const EditorialRule& candidate) {
    return holds(candidate, matter);
  });
  return rule == rules.end() ? nullptr : &*rule;
}

std::string_view to_string(Editorial editorial) {
  switch (editorial) {
    case Editorial::kNone: return "none";
    case Editorial::kKeep: return "keep";
    case Editorial::kIfRoom: return "if_room";
    case Editorial::kDrop: return "drop";
  }
  return "none";
}

Editorial editorial_from(std::string_view word) {
  for (const Editorial known : {Editorial::kKeep, Editorial::kIfRoom, Editorial::kDrop})
    if (to_string(known) == word) return known;
  return Editorial::kNone;
}

}  // namespace vectora::score
