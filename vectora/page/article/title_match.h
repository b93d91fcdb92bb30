// Whether two texts are the same title, as people see it.
#pragma once

#include <string>
#include <string_view>

#include "vectora/page/dom.h"

namespace vectora::page {

// Letters and digits alone, ASCII ones in lower case: what titles are compared by.
std::string title_key(std::string_view text);

// Whether a heading of key `heading` is the title of key `title`: the same, or
// one holding the other where both are long enough to mean something.
bool is_same_title(std::string_view heading, std::string_view title);

// The heading that shows the title: the first <h1>, else <h2> or <h3>, that says
// the same, else the only <h1>. kNoNode: there is none.
NodeId find_title_heading(const Dom& dom, std::string_view title);

}  // namespace vectora::page
