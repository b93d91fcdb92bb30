// CSS selectors (Selectors Level 3, and :is, :not, :has, :contains of common
// use) on the flat tree. Matching takes bounded work on any page: a query that
// exceeds SelectorMatcher::kMaxWork stops finding.
//
//   const Result<Selector> headline = Selector::compile("article h2 > a[href*='/news/']");
//   for (NodeId node : headline->all(dom, dom.root())) ...
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/page/dom.h"

namespace vectora::page {

class Selector {
 public:
  // kMalformed with the column (1-based) and what was expected.
  static Result<Selector> compile(std::string_view css);

  bool matches(const Dom& dom, NodeId element) const;
  // Descendants of `scope` (itself excluded), document order, each once.
  std::vector<NodeId> all(const Dom& dom, NodeId scope) const;
  NodeId first(const Dom& dom, NodeId scope) const;  // kNoNode: none

  struct Program;  // the compiled form

 private:
  Selector() = default;

  std::shared_ptr<const Program> program_;  // immutable, so copies of a Selector share it
};

}  // namespace vectora::page
