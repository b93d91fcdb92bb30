// The parts of a page that repeat, each a possible list.
#pragma once

#include <cstdint>
#include <vector>

#include "vectora/page/list/fragments.h"

namespace vectora::page {

// An entry is one element of the group, or the stretch of neighbours from it to
// the next, or from the one before to it.
enum class Stretch { kAlone, kForward, kBackward };

struct Candidate {
  uint64_t shape = 0;             // of the members: tags and classes from the root
  std::vector<NodeRange> ranges;  // of the entries, document order, disjoint
  NodeId parent = kNoNode;        // of the first group
  Zone zone = Zone::kContent;
  Stretch stretch = Stretch::kAlone;
};

std::vector<Candidate> candidates_of(const ListPage& page);

}  // namespace vectora::page
