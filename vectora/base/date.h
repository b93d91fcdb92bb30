// Days and instants of the proleptic Gregorian calendar, in UTC.
//
// A `Date` is a day without a time of day; an `Instant` is a second. Both are
// small values that order by time. Text forms are those of RFC 3339:
// "2026-02-03" and "2026-02-03T23:59:59Z". Anything looser is read by
// vectora/text/lenient_date.h.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vectora {

class Date {
 public:
  Date() = default;  // 1970-01-01

  // Nothing unless the day exists: from_civil(2026, 2, 30) is empty. Years 1..9999.
  static std::optional<Date> from_civil(int year, int month, int day);
  static Date from_days(int32_t days_since_1970) { return Date(days_since_1970); }
  // Exactly "YYYY-MM-DD".
  static std::optional<Date> parse(std::string_view text);

  int32_t days_since_1970() const { return days_; }
  int year() const;
  int month() const;  // 1..12
  int day() const;    // 1..31
  std::string str() const;
  // "2026/02/03", as object keys write a day.
  std::string path() const;

  Date operator+(int days) const { return Date(days_ + days); }
  Date operator-(int days) const { return Date(days_ - days); }
  int operator-(Date other) const { return days_ - other.days_; }
  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(int32_t days) : days_(days) {}

  int32_t days_ = 0;
};

class Instant {
 public:
  Instant() = default;  // 1970-01-01T00:00:00Z

  static Instant from_unix(int64_t seconds) { return Instant(seconds); }
  static Instant start_of(Date day);  // 00:00:00Z
  static Instant end_of(Date day);    // 23:59:59Z
  // RFC 3339 with "Z" or an offset; a fraction of a second is dropped.
  static std::optional<Instant> parse(std::string_view text);

  int64_t unix_seconds() const { return seconds_; }
  Date date() const;  // the UTC day
  std::string str() const;

  Instant operator+(int64_t seconds) const { return Instant(seconds_ + seconds); }
  int64_t operator-(Instant other) const { return seconds_ - other.seconds_; }
  auto operator<=>(const Instant&) const = default;

 private:
  explicit Instant(int64_t seconds) : seconds_(seconds) {}

  int64_t seconds_ = 0;
};

}  // namespace vectora
