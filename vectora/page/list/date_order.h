// How a page writes its dates: whether 03/02 is in March or in February, and whether
// "26-02-11" begins with the year. All its short dates decide together.
#pragma once

#include <string>

#include "vectora/page/list/list_page.h"

namespace vectora::page {

// Sets `hints.order` and `years_first`; a configured date format decides alone.
void learn_date_order(ListPage& page);

// Of <html lang>; empty: none.
std::string language_of_page(const Dom& dom);

}  // namespace vectora::page
