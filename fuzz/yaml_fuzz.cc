#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/config/yaml.h"

namespace {

using vectora::config::YamlNode;

// Every node must be reachable, placed, and named by its path.
void visit(const YamlNode& node) {
  const vectora::ConfigRef ref = node.ref();
  if (ref.line < 1 || ref.column < 1 || node.key_ref().key != ref.key) std::abort();
  for (const auto& [name, member] : node.members()) {
    if (node[name].ref() != member.ref()) std::abort();
    visit(member);
  }
  for (const YamlNode& item : node.items()) visit(item);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = vectora::config::parse_yaml(bytes, "f.yaml");
  if (document.ok()) {
    visit(document->root);
  } else if (document.error().message.rfind("f.yaml:", 0) != 0) {
    std::abort();
  }
  return 0;
}
