#include "vectora/config/load/type_names.h"

#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

void check_name(const YamlNode& node, const std::string& kind, const std::string& name,
                const std::set<std::string>& known, Findings& findings) {
  if (known.count(name) > 0) return;
  findings.unknown(node.ref(), kind, name, {known.begin(), known.end()});
}

}  // namespace

std::string event_type_name(const std::string& name) {
  return name == "scientific_paper" ? "scientific_publication" : name;
}

std::vector<std::string> read_event_types(const YamlNode& list, const TypeNames& names,
                                          Findings& findings) {
  std::vector<std::string> types;
  for (const YamlNode& node : scalars(list)) {
    if (node.text() == "*") return {};
    types.push_back(event_type_name(node.text()));
    check_name(node, "event type", types.back(), names.events, findings);
  }
  return types;
}

std::vector<std::string> read_content_types(const YamlNode& list, const TypeNames& names,
                                            Findings& findings) {
  std::vector<std::string> types;
  for (const YamlNode& node : scalars(list)) {
    if (node.text() == "*") return {};
    types.push_back(node.text());
    check_name(node, "content type", types.back(), names.contents, findings);
  }
  return types;
}

}  // namespace vectora::config
