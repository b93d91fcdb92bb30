// Dates in which a program left something out, or counted one day too far.
#pragma once

#include <optional>
#include <string_view>

#include "vectora/text/lenient_date.h"

namespace vectora::text {

// The whole of `text` as one of the shortened forms of W3CDTF and ISO 8601:1988:
// 2003, 2003-12, -03-12, 03-12-31, 031231, 03365; missing parts are the first
// month and day. A time may follow a full day ("03-12-31T10:00:00Z"). Also days
// 29 to 31 of a month that has fewer: they run on into the next month.
std::optional<ParsedDate> parse_truncated_date(std::string_view text);

}  // namespace vectora::text
