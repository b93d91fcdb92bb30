// Span: a place in an item's text, and its stored form.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "vectora/base/config_ref.h"
#include "vectora/base/json.h"

namespace vectora::normalize {

enum class Field { kTitle, kContent };

std::string_view to_string(Field field);                 // title, content
std::optional<Field> field_from(std::string_view name);  // nothing: no field is so called

// In bytes, end excluded.
struct Span {
  Field field = Field::kTitle;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

// {"field":"title","start":16,"end":44}
Json to_json(const Span& span);
std::optional<Span> span_from_json(const Json& json);  // nothing: not of that shape

// "file:line:column", as ConfigRef::str writes it; the key is not kept.
ConfigRef config_ref_from(std::string_view text);

}  // namespace vectora::normalize
