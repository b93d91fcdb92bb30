#include "vectora/config/load/read.h"

#include "vectora/config/schema/scalar.h"

namespace vectora::config {

std::string text_or(const YamlNode& node, std::string_view fallback) {
  return node.is_scalar() ? node.text() : std::string(fallback);
}

bool bool_or(const YamlNode& node, bool fallback) { return as_bool(node).value_or(fallback); }

int int_or(const YamlNode& node, int fallback) { return as_int(node).value_or(fallback); }

double number_or(const YamlNode& node, double fallback) {
  return as_number(node).value_or(fallback);
}

score::Weight weight_or(const YamlNode& node, double fallback) {
  const std::optional<double> number = as_number(node);
  if (!number) return {fallback, {}};
  return {*number, node.ref()};
}

std::vector<YamlNode> scalars(const YamlNode& node) {
  if (node.is_scalar()) return {node};
  std::vector<YamlNode> found;
  for (const YamlNode& item : node.items()) {
    if (item.is_scalar()) found.push_back(item);
  }
  return found;
}

std::vector<std::string> texts(const YamlNode& node) {
  std::vector<std::string> found;
  for (const YamlNode& item : scalars(node)) found.push_back(item.text());
  return found;
}

}  // namespace vectora::config
