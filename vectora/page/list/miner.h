// Finds the list of news on a page by its structure alone.
#pragma once

#include <vector>

#include "vectora/page/list/item.h"

namespace vectora::page {

// The items of the page's main list in document order; empty where no part of
// the page looks like one.
std::vector<ListItem> mine_list(const ListPage& page);

}  // namespace vectora::page
