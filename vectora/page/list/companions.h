// Entries that belong to a page's list and stand outside it: the featured story,
// the first row in another layout, the only story of a page.
#pragma once

#include <cstddef>
#include <vector>

#include "vectora/page/list/score.h"

namespace vectora::page {

// The items of lists[main] and of its companions, document order, each target
// once. Companions lead to the same parts of the site, stand in the content, and
// are as well dated and titled as the list itself.
std::vector<ListItem> with_companions(const ListPage& page, const std::vector<ScoredList>& lists,
                                      size_t main);

// For a page where nothing repeats: linked headings with a day beside them that
// lead below the page itself, or stand in an element named after news.
std::vector<ListItem> lone_entries(const ListPage& page);

}  // namespace vectora::page
