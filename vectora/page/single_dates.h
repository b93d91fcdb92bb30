// Dates that may be a day of publication: those that are no part of a span, "14 to
// 20 January 2026", which are the days of an event.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "vectora/text/lenient_date.h"

namespace vectora::page {

// text::find_dates without those within a span.
std::vector<text::FoundDate> find_single_dates(std::string_view text, const text::DateHints& hints);

// text::parse_date of a text without a span.
std::optional<text::ParsedDate> parse_single_date(std::string_view text,
                                                  const text::DateHints& hints);

}  // namespace vectora::page
