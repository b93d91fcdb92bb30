// Days told from today: "yesterday", "3 days ago", "il y a 2 semaines", "3天前".
#pragma once

#include <optional>

#include "vectora/text/date/forms.h"
#include "vectora/text/date/tokens.h"

namespace vectora::text {

// The day that the tokens begin with, seen from `now`. Hours count as whole days
// passed: five hours ago is today.
std::optional<DayReading> read_relative_day(const TokenWindow& tokens, Date now);

}  // namespace vectora::text
