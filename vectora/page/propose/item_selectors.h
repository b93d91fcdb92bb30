// Which elements of a page are the entries of its list, in CSS.
#pragma once

#include <vector>

#include "vectora/page/list/item.h"

namespace vectora::page {

// The element of each item: its own, or of a stretch of neighbours the one with the
// title. Empty where one has none.
std::vector<NodeId> item_elements(const Dom& dom, const std::vector<ListItem>& items);

// Selectors of container and item that find these elements (document order), the best
// first; those that find more behind those that find them alone. A few at most.
std::vector<ListingSelectors> item_selectors(const Dom& dom, const std::vector<NodeId>& elements);

}  // namespace vectora::page
