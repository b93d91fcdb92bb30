// The visible text of a part of a page in pieces, as a reader sees them: a piece
// ends where a block, a link, a heading or an element with a role of its own
// begins or ends. "09 January 2026 | Regulatory | Title" comes out as three.
#pragma once

#include <string>
#include <vector>

#include "vectora/page/list/list_page.h"

namespace vectora::page {

// Nodes begin .. end-1: a subtree, or the subtrees of neighbours.
struct NodeRange {
  NodeId begin = 0;
  NodeId end = 0;

  bool operator==(const NodeRange&) const = default;
};

struct Fragment {
  std::string text;       // white space collapsed
  NodeId node = kNoNode;  // the first text node
  Roles roles = 0;        // of all elements around it within the range
  NodeId heading = kNoNode;
  NodeId link = kNoNode;
  TargetId target = kNoTarget;
  bool continues = false;  // in the same line of text as the fragment before it
};

// Nothing of Zone::kOut. Work is linear in the range.
std::vector<Fragment> fragments_of(const ListPage& page, NodeRange range);

}  // namespace vectora::page
