// The link to the following page of a list.
#pragma once

#include <string>

#include "vectora/page/list/list_page.h"

namespace vectora::page {

// By rel=next, by class, by the words of the link, or as the number after the
// current one. Absolute; empty: none.
std::string next_page_of(const ListPage& page);

}  // namespace vectora::page
