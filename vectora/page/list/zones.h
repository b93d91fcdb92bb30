// Where the nodes of a page stand: content, beside it, or in its furniture.
#pragma once

#include <vector>

#include "vectora/page/list/list_page.h"

namespace vectora::page {

std::vector<Roles> roles_of_nodes(const Dom& dom);

// By elements (<nav>, <footer>, <aside>), ARIA roles, and class names; the last
// are not believed where the element holds what only content has (<main>,
// <article>, <time>, <h1>).
std::vector<Zone> zones_of_nodes(const Dom& dom, const std::vector<Roles>& roles);

}  // namespace vectora::page
