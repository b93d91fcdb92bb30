// The words of dates in the languages we read: months, days, units of time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vectora::text {

enum class DateRole : uint8_t {
  kNone,
  kLink,     // de, of, the: stands between or before the parts of a date
  kAt,       // at, um, kl: stands before a time of day
  kOrdinal,  // th, er: ends a number
  kAm,       // value: 0, and 12 for kPm
  kPm,
  kHour,         // h, Uhr, 時: after the hour
  kUnit,         // value: DateUnit
  kUnitAgo,      // 天前: a unit and "ago" in one
  kRelativeDay,  // value: days from today
  kCount,        // a, one, two; value: the number
  kMonthMark,    // tháng: before the number of a month
  kYearWord,     // г.: after a year
  kEra,          // 民國, 令和: years count from `value`, an index of eras
};

enum DateUnit : int16_t { kMinutes, kHours, kDays, kWeeks, kMonths, kYears };

// All that a word can mean: "mar" is a month and a day of the week.
struct DateWord {
  uint8_t month = 0;    // 1..12
  uint8_t weekday = 0;  // 1..7, Monday is 1
  DateRole role = DateRole::kNone;
  int16_t value = 0;
  bool ago = false;         // "ago", "sedan": after a span of time
  bool ago_before = false;  // "il y a", "vor": before it
};

// The meaning of a word given in folded form (fold.h), or null.
const DateWord* find_date_word(std::string_view folded);

// The word of a script without spaces that `text` begins with, and its length
// in bytes; null if it begins with none.
struct PrefixWord {
  const DateWord* word = nullptr;
  size_t size = 0;
};
PrefixWord find_east_asian_word(std::string_view text);

}  // namespace vectora::text
