#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/feed/xml_tree.h"

// Any bytes give an error, or a tree that is no larger than its input allows,
// with the element's name at its root, and that JSON carries without loss.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto tree =
      vectora::feed::xml_tree(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!tree) return 0;
  if (!tree->is_object() || tree->size() != 1) std::abort();
  const std::string json = vectora::to_json_line(*tree);
  if (!vectora::is_valid_utf8(json) || json.size() > 64 * size + 64) std::abort();
  const auto again = vectora::parse_json(json);
  if (!again || vectora::to_json_line(*again) != json) std::abort();
  return 0;
}
