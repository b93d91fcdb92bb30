// Whether elements match a compiled selector. A matcher lives for one query on
// one tree: it caches positions among siblings and counts its work.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "vectora/page/dom.h"
#include "vectora/page/selector/program.h"

namespace vectora::page {

class SelectorMatcher {
 public:
  // Tests on elements that one query may cost; after them nothing matches.
  static constexpr int64_t kMaxWork = 20'000'000;

  SelectorMatcher(const Dom& dom, NodeId scope) : dom_(dom), scope_(scope) {}

  bool matches(const SelectorAlternatives& alternatives, NodeId element);

 private:
  // Places among the elements of one parent, counted from 1.
  struct Place {
    NodeId previous = kNoNode;
    int index = 0;
    int index_from_end = 0;
    int type_index = 0;
    int type_index_from_end = 0;
  };

  bool any(const SelectorAlternatives& alternatives, NodeId element, NodeId anchor);
  bool chain(const ComplexSelector& complex, NodeId element, NodeId anchor);
  std::vector<NodeId> step(Combinator join, const std::vector<NodeId>& from);
  bool compound(const CompoundSelector& tests, NodeId element, NodeId anchor);
  bool simple(const SimpleSelector& test, NodeId element, NodeId anchor);
  bool has(const SimpleSelector& test, NodeId element);
  bool contains(const SimpleSelector& test, NodeId element);
  bool structural(const SimpleSelector& test, NodeId element);
  const Place& place(NodeId element);
  void place_children(NodeId parent);
  bool spend(int64_t cost);

  const Dom& dom_;
  NodeId scope_;
  int64_t work_ = 0;
  std::unordered_map<NodeId, Place> places_;
};

}  // namespace vectora::page
