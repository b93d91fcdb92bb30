#include "vectora/config/schema/reference.h"

#include "vectora/config/schema/bounds.h"
#include "vectora/config/schema/key.h"
#include "vectora/config/schema/scalar.h"

namespace vectora::config {

namespace {

// "|" ends a cell, also inside code.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string row_of(const Key& key) {
  std::string fallback(key.fallback);
  if (!fallback.empty() && fallback != kRequired) fallback = "`" + fallback + "`";
  return "| `" + key.path + "` | " + cell(expectation(key)) + " | " + fallback + " | " +
         std::string(name_of(key.acts)) + " | " + std::string(key.since) + " | " +
         cell(effect_of(key)) + " |\n";
}

}  // namespace

std::string_view name_of(Acts acts) {
  switch (acts) {
    case Acts::kRun: return "run";
    case Acts::kDelivery: return "delivery";
    case Acts::kModel: return "model";
    case Acts::kOperations: return "operations";
    case Acts::kDocumentation: return "documentation";
  }
  return "";
}

std::string effect_of(const Key& key) {
  std::string effect(key.effect);
  if (!effect.empty()) {
    effect[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(effect[0])));
    if (effect.back() != '.') effect += ".";
  }
  if (key.status == Status::kInert) effect += " **No effect yet:** " + std::string(key.note) + ".";
  if (key.status == Status::kDeprecated) {
    effect += " **Deprecated:** " + std::string(key.note) + ".";
  }
  return effect;
}

std::string configuration_reference() {
  std::string out =
      "# Configuration reference\n\n"
      "<!-- Printed from the table of keys in vectora/config/schema; do not edit by hand. -->\n\n"
      "Every key of every file. `vectora validate` reports what is not listed here, what has the "
      "wrong type, and what has no effect.\n\n"
      "In a path, `[]` is each element of a list and `*` a name of your choice. A key without a "
      "value counts as absent. *Acts* says when a key has its effect: in a `run`, in the "
      "`delivery` of the newsletter, in calls of a language `model`, in `operations` on "
      "environments, or as `documentation` for people.\n";
  for (const Schema* schema : all_schemas()) {
    out += "\n## " + std::string(schema->title) + "\n\n`" + std::string(schema->files) + "`\n\n" +
           std::string(schema->purpose) + "\n\n" +
           "| key | value | default | acts | since | effect |\n|---|---|---|---|---|---|\n";
    for (const Key& key : schema->keys) out += row_of(key);
  }
  out +=
      "\n## Fixed bounds\n\nWhatever comes from outside is bounded, also where no key says so.\n\n"
      "| what | bound | beyond it |\n|---|---|---|\n";
  for (const Bound& bound : fixed_bounds())
    out += "| " + bound.what + " | " + bound.bound + " | " + bound.beyond + " |\n";
  return out;
}

}  // namespace vectora::config
