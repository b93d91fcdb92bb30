#include "vectora/normalize/annotation.h"

#include <algorithm>

namespace vectora::normalize {

std::string_view to_string(EntityKind kind) {
  switch (kind) {
    case EntityKind::kCompany: return "company";
    case EntityKind::kMolecule: return "molecule";
    case EntityKind::kTechnology: return "technology";
    case EntityKind::kTrademark: return "trademark";
    case EntityKind::kIndication: return "indication";
    case EntityKind::kDosingInterval: return "dosing_interval";
  }
  return "company";
}

std::string_view plural_name(EntityKind kind) {
  switch (kind) {
    case EntityKind::kCompany: return "companies";
    case EntityKind::kMolecule: return "molecules";
    case EntityKind::kTechnology: return "technologies";
    case EntityKind::kTrademark: return "trademarks";
    case EntityKind::kIndication: return "indications";
    case EntityKind::kDosingInterval: return "dosing_intervals";
  }
  return "companies";
}

Result<EntityKind> entity_kind_from(std::string_view word) {
  for (const EntityKind kind : kAllEntityKinds)
    if (to_string(kind) == word) return kind;
  return Error{ErrorCode::kNotFound, "no kind of entity '" + std::string(word) + "'"};
}

std::vector<std::string> Annotation::entities(EntityKind kind) const {
  std::vector<std::string> names;
  for (const EntityMention& mention : mentions) {
    if (mention.kind != kind) continue;
    if (std::find(names.begin(), names.end(), mention.canonical) == names.end())
      names.push_back(mention.canonical);
  }
  return names;
}

}  // namespace vectora::normalize
