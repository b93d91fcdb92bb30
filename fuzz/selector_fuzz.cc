// The first line is a selector, the rest a page: compiling and matching end, what
// is found are elements below the scope, in the page's order and each once, and
// the ways to ask agree.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <vector>

#include "vectora/page/selector.h"

namespace {

using vectora::page::Dom;
using vectora::page::NodeId;

void check(bool holds) {
  if (!holds) std::abort();
}

// Matching everything takes this much at most; beyond, a query may stop finding.
constexpr size_t kSmallPage = 200;

void check_scope(const vectora::page::Selector& selector, const Dom& dom, NodeId scope) {
  const std::vector<NodeId> found = selector.all(dom, scope);
  check(std::adjacent_find(found.begin(), found.end(), std::greater_equal<>()) == found.end());
  for (const NodeId node : found)
    check(dom.is_element(node) && node != scope && dom.contains(scope, node));
  if (dom.size() > kSmallPage) return;
  check(selector.first(dom, scope) == (found.empty() ? vectora::page::kNoNode : found.front()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vectora;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t line = input.find('\n');
  const Result<page::Selector> selector = page::Selector::compile(input.substr(0, line));
  if (!selector) check(selector.error().message.starts_with("column "));
  if (!selector || line == std::string_view::npos) return 0;
  const Result<Dom> dom = Dom::parse(input.substr(line + 1));
  if (!dom) return 0;
  check_scope(*selector, *dom, dom->root());
  check_scope(*selector, *dom, static_cast<NodeId>(dom->size() / 2));
  if (dom->size() > kSmallPage) return 0;
  for (NodeId node = 1; node < dom->size(); ++node) {
    if (!dom->is_element(node)) continue;
    const std::vector<NodeId> all = selector->all(*dom, dom->root());
    check(selector->matches(*dom, node) == std::binary_search(all.begin(), all.end(), node));
  }
  return 0;
}
