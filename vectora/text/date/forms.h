// The forms of a date that names its day, month and year.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "vectora/text/date/clock.h"
#include "vectora/text/date/tokens.h"
#include "vectora/text/lenient_date.h"

namespace vectora::text {

// A field holds a date and little else, so that "30.10.23" is one; in running
// text it may be a version.
enum class DatePlace { kField, kRunningText };

// What stands before the date: "WordPress 3.7.13" is no date, "3.7.13" is one.
enum class DateLead { kNone, kWord };

struct DateForms {
  DatePlace place = DatePlace::kField;
  FieldOrder order = FieldOrder::kUnknown;
  DateLead lead = DateLead::kNone;
};

struct DayReading {
  Date day;
  std::optional<ClockTime> clock;  // when the time stands before the year
  // A day without a year, "yesterday": believed only where little else is said.
  bool vague = false;
  size_t first = 0;  // index of its first token
  size_t next = 0;   // of the token after it
};

// The day that the tokens begin with.
std::optional<DayReading> read_day(std::string_view text, const TokenWindow& tokens,
                                   const DateForms& forms);

// A day and a month without a year, of the year `now` or the one before it.
std::optional<DayReading> read_day_without_year(std::string_view text, const TokenWindow& tokens,
                                                Date now);

}  // namespace vectora::text
