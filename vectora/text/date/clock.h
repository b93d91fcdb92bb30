// The time of day that follows a date.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "vectora/text/date/tokens.h"
#include "vectora/text/date/zones.h"

namespace vectora::text {

struct ClockTime {
  int32_t seconds = 0;  // since midnight; a leap second is the next day's first
  Zone zone;            // UTC where none is written
  size_t next = 0;      // index of the token after it
};

// The time at token `at`, after words and marks that lead to one ("T", "at",
// "-", ","); nothing if there is none or if it is none that a clock shows.
std::optional<ClockTime> read_clock(std::string_view text, const TokenWindow& tokens, size_t at);

// The same without a lead.
std::optional<ClockTime> read_bare_clock(std::string_view text, const TokenWindow& tokens,
                                         size_t at);

}  // namespace vectora::text
