// Annotation: what an item says. Every statement points at the item's words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/date.h"
#include "vectora/base/json.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/scan.h"

namespace vectora::normalize {

// Kinds of things that are named; persisted by name.
enum class EntityKind {
  kCompany,
  kMolecule,
  kTechnology,
  kTrademark,
  kIndication,
  kDosingInterval,
};

constexpr EntityKind kAllEntityKinds[] = {
    EntityKind::kCompany,   EntityKind::kMolecule,   EntityKind::kTechnology,
    EntityKind::kTrademark, EntityKind::kIndication, EntityKind::kDosingInterval,
};

std::string_view to_string(EntityKind kind);    // company, molecule, ...
std::string_view plural_name(EntityKind kind);  // companies, molecules, ... as in entities{}
Result<EntityKind> entity_kind_from(std::string_view word);  // company, molecule, ...

struct EntityMention {
  EntityKind kind = EntityKind::kCompany;
  Span span;
  std::string text;       // the words at the span
  std::string canonical;  // the scope's name for it, or `text` where no scope knows it
  std::string status;     // exact, alias, folded, pattern
  std::string rule = {};  // of canonical/open_world/ that found it; empty: a scope has it
};

struct EventClass {
  std::string primary = "other";  // partnership, regulatory, clinical_update, ...
  std::vector<std::string> secondary;
  double confidence = 0;         // 0..1
  std::optional<Span> evidence;  // the words that decided
  ConfigRef config;
};

struct ContentType {
  std::string name = "other";  // deal, grant, acquisition, submission, ...
  std::optional<Span> evidence;
  ConfigRef config;
};

struct Annotation {
  std::vector<EntityMention> mentions;  // title first, by position
  EventClass event;
  ContentType content_type;
  std::string language;
  std::string summary;  // 2 to 5 sentences of the source
  std::optional<Date> effective_date;
  std::string effective_date_source;  // published_at, text, none
  double effective_date_confidence = 0;
  std::string engine = "rules";
  std::string model;                           // empty for the rules engine
  std::vector<std::string> rejected_entities;  // named by a model, not in the text
  std::string fallback_reason;                 // why another engine's answer was not used

  // Distinct canonical names of a kind, in order of first mention.
  std::vector<std::string> entities(EntityKind kind) const;
};

// The members effective_date, date_metadata and normalized_content of a curated item.
Json to_json(const Annotation& annotation);
// The same, date_metadata.published_at included.
Json to_json(const Annotation& annotation, const Item& item);
Result<Annotation> annotation_from_json(const Json& json);

}  // namespace vectora::normalize
