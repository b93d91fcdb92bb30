// The first line is a selector, the rest a page: compiling and matching end,
// and what is found lies in the page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/page/selector.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vectora;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t line = input.find('\n');
  const Result<page::Selector> selector = page::Selector::compile(input.substr(0, line));
  if (!selector || line == std::string_view::npos) return 0;
  const Result<page::Dom> dom = page::Dom::parse(input.substr(line + 1));
  if (!dom) return 0;
  for (const page::NodeId node : selector->all(*dom, dom->root())) {
    if (!dom->is_element(node)) std::abort();
  }
  return 0;
}
