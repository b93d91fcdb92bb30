// Time zones by name: RFC 822 zones, the abbreviations in common use, and the
// larger cities of the tz database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vectora/base/date.h"

namespace vectora::text {

// Which law moves the clocks in summer.
enum class SummerTime : uint8_t { kNone, kAmerican, kEuropean, kAustralian };

struct Zone {
  int32_t offset = 0;  // seconds east of Greenwich, in winter
  SummerTime summer = SummerTime::kNone;

  bool operator==(const Zone&) const = default;
};

// The instant at which clocks of `zone` show `seconds` after midnight of `day`.
// Summer time by the laws in force since 2007 (2008 in Australia).
Instant instant_in(const Zone& zone, Date day, int64_t seconds);

// The zone whose name `text` begins with, as a whole word, and its length; 0 for
// none. Abbreviations count in capitals only: "est" is a word.
struct ZoneName {
  Zone zone;
  size_t size = 0;
};
ZoneName find_zone_name(std::string_view text);

}  // namespace vectora::text
