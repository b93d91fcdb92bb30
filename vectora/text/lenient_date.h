// Dates as people and programs write them.
//
//   parse_date("Feb 3, 2026 10:00am")            2026-02-03T10:00:00Z
//   parse_date("Tue, 03 Feb 2026 10:00:00 EST")  2026-02-03T15:00:00Z
//   parse_date("2025.01.15")                     2025-01-15
//   parse_date("le 15 janvier 2026")             2026-01-15
//   parse_date("2026년 2월 3일")                  2026-02-03
//   parse_date("03/02/2026", {.order = FieldOrder::kDayFirst})
//
// Formats: RFC 822/2822 with any zone name or none, RFC 3339 and ISO 8601 (week
// and ordinal dates too), asctime, numeric forms with "/", "." or "-", Unix
// seconds and milliseconds; month and day names in English, French, German,
// Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish,
// Polish, Russian; Korean, Japanese and Chinese year-month-day marks; ordinals;
// a.m. and p.m.; text glued to the date.
//
// No part is ever invented: a text without a day, or without a year that cannot
// be known from `now`, is no date.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vectora/base/date.h"

namespace vectora::text {

enum class FieldOrder { kUnknown, kDayFirst, kMonthFirst };  // of 03/02/2026

// A person, or a program that fills a field meant for a date: a feed's pubDate, a
// page's datetime attribute. Programs leave parts out by rule (W3CDTF: "2025-12"
// is the first of December) and count days past the end of a month.
enum class DateWriter { kPerson, kProgram };

struct DateHints {
  // kUnknown: decided by a field above 12; if none is, the month stands first
  // with "/" and the day first with "." or "-".
  FieldOrder order = FieldOrder::kUnknown;
  // The day on which the text was read; only with it are "3 days ago",
  // "yesterday" and dates without a year understood.
  std::optional<Date> now;
  DateWriter writer = DateWriter::kPerson;
};

struct ParsedDate {
  Date day;                     // as written, in its own zone
  std::optional<Instant> time;  // when a time of day was written; no zone means UTC

  Instant instant() const { return time ? *time : Instant::start_of(day); }
  bool operator==(const ParsedDate&) const = default;
};

// The date that `text` is: words around it such as "Published:" are passed over.
std::optional<ParsedDate> parse_date(std::string_view text, const DateHints& hints = {});

struct FoundDate {
  ParsedDate date;
  size_t begin = 0;  // byte span in the text
  size_t end = 0;

  bool operator==(const FoundDate&) const = default;
};

// Every complete date written in running text, in order. Numbers that only look
// like dates (versions, prices, phone numbers, ISBNs) are passed over. Words may
// be glued to the date on either side: "PRESSRELEASES10 December, 2025READ MORE".
std::vector<FoundDate> find_dates(std::string_view text, const DateHints& hints = {});

}  // namespace vectora::text
