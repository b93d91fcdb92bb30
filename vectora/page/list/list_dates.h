// Dates that a list gives to its entries together: of the headings they stand
// under, of the way in which all of their titles begin, of their addresses.
#pragma once

#include <vector>

#include "vectora/page/list/item.h"

namespace vectora::page {

// To items without a date: the day or the year that stands alone before them.
// `ranges` are all entries of the list, document order.
void give_dates_of_headings(const ListPage& page, const std::vector<NodeRange>& ranges,
                            std::vector<ListItem>& items);

// To items without a date: where most titles begin with one, that one; the one in
// the address, which also outranks a date out of a sentence.
void give_dates_of_titles(std::vector<ListItem>& items);
void give_dates_of_addresses(const ListPage& page, std::vector<ListItem>& items);

}  // namespace vectora::page
