// Where an entry has its title, its link and its day, in CSS.
#pragma once

#include <vector>

#include "vectora/page/list/item.h"

namespace vectora::page {

// `title`, `url` and `date` that find in each element what its item holds; empty where
// nothing does, or where it is the element itself.
ListingSelectors part_selectors(const ListPage& page, const std::vector<ListItem>& items,
                                const std::vector<NodeId>& elements);

}  // namespace vectora::page
