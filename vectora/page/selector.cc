#include "vectora/page/selector.h"

#include "vectora/page/selector/match.h"
#include "vectora/page/selector/parser.h"
#include "vectora/page/selector/program.h"

namespace vectora::page {

Result<Selector> Selector::compile(std::string_view css) {
  SelectorAlternatives alternatives = TRY(parse_selector(css));
  Selector selector;
  selector.program_ = std::make_shared<const Program>(Program{std::move(alternatives)});
  return selector;
}

bool Selector::matches(const Dom& dom, NodeId element) const {
  return SelectorMatcher(dom, dom.root()).matches(program_->alternatives, element);
}

std::vector<NodeId> Selector::all(const Dom& dom, NodeId scope) const {
  SelectorMatcher matcher(dom, scope);
  std::vector<NodeId> found;
  for (NodeId node = scope + 1; node < dom.end_of(scope); ++node) {
    if (matcher.matches(program_->alternatives, node)) found.push_back(node);
  }
  return found;
}

NodeId Selector::first(const Dom& dom, NodeId scope) const {
  SelectorMatcher matcher(dom, scope);
  for (NodeId node = scope + 1; node < dom.end_of(scope); ++node) {
    if (matcher.matches(program_->alternatives, node)) return node;
  }
  return kNoNode;
}

}  // namespace vectora::page
