// Dates in HTTP header fields (RFC 9110, 5.6.7): "Tue, 03 Feb 2026 08:09:10 GMT".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vectora/base/date.h"

namespace vectora::http {

// The preferred form and both obsolete ones, "Tuesday, 03-Feb-26 08:09:10 GMT"
// (its century: the one that puts it at most 50 years after 2026) and
// "Tue Feb  3 08:09:10 2026". The name of the weekday is not compared.
std::optional<Instant> parse_http_date(std::string_view text);

std::string to_http_date(Instant instant);

}  // namespace vectora::http
