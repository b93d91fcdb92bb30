// Entries that a page states as data: JSON-LD (schema.org ItemList, articles in
// a graph), and the state that scripts embed ("__NEXT_DATA__").
#pragma once

#include <vector>

#include "vectora/page/list/list_page.h"

namespace vectora::page {

// Articles with title and address, document order, each address once.
std::vector<ListingEntry> linked_data_entries(const ListPage& page);

// The array in embedded JSON whose objects look most like news: a title, an
// address, a date. Empty if there is none.
std::vector<ListingEntry> embedded_entries(const ListPage& page);

}  // namespace vectora::page
