// Lower case for comparing with lists of words: ASCII, the Latin-1 letters and
// basic Cyrillic, in place and without tables.
#pragma once

#include <string>
#include <string_view>

namespace vectora::page {

std::string lowered(std::string_view utf8);

}  // namespace vectora::page
