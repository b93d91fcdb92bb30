#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/feed/xml_tree.h"

// Any bytes give an error, or a tree that is no larger than its input allows and
// can be written as JSON.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto tree =
      vectora::feed::xml_tree(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!tree) return 0;
  if (!tree->is_object() || tree->size() != 1) std::abort();
  if (!vectora::is_valid_utf8(vectora::to_json_line(*tree))) std::abort();
  return 0;
}
