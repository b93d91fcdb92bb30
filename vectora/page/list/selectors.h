// The entries of a page whose catalog says where they stand.
#pragma once

#include <optional>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/page/list/item.h"

namespace vectora::page {

// kMalformed, with the name of the selector, if one does not compile; nothing
// where there is none for the item. Of nested
// items (a list that an item selector takes for an entry, a part of an entry
// that it takes for one more) each entry comes once.
Result<std::vector<ListItem>> select_list(const ListPage& page);

// The day that an element which a date selector found says.
std::optional<DateReading> date_in_element(const ListPage& page, NodeId node);

}  // namespace vectora::page
