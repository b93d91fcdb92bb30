// The two forms in which nearly all feeds write their dates, read quickly.
//
//   parse_strict_date("Tue, 03 Feb 2026 10:00:00 +0100")     RFC 822 with a full year
//   parse_strict_date("2026-02-03T10:00:00.5Z")              RFC 3339
//
// Nothing is returned for any other form, however clear it is; what is returned
// is what text::parse_date says as well.
#pragma once

#include <optional>
#include <string_view>

#include "vectora/text/lenient_date.h"

namespace vectora::feed {

std::optional<text::ParsedDate> parse_strict_date(std::string_view text);

}  // namespace vectora::feed
