// Dates by a strftime-like format, as catalogs hold them: "%Y.%m.%d", "%B %d, %Y".
#pragma once

#include <optional>
#include <string_view>

#include "vectora/base/date.h"

namespace vectora::page {

// The day that begins `text`, white space aside. Understood are %Y %y %m %d %e
// %j %b %B %h (month names by vectora/text), %a %A (any word), %H %I %M %S %p %z
// %Z (read over), %T %R %D %F %n %t %%; a blank stands for any white space.
// Nothing if the text does not fit or the format names no complete day.
std::optional<Date> parse_by_format(std::string_view text, std::string_view format);

}  // namespace vectora::page
