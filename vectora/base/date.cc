#include "vectora/base/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace vectora {
namespace {

namespace chrono = std::chrono;

constexpr int64_t kSecondsPerDay = 86400;

chrono::year_month_day civil(int32_t days) {
  return chrono::year_month_day(chrono::sys_days(chrono::days(days)));
}

// Takes exactly `width` digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  const char* end = text.data() + width;
  for (const char* c = text.data(); c != end; ++c) {
    if (*c < '0' || *c > '9') return std::nullopt;
    value = value * 10 + (*c - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  return Date::from_civil(*year, *month, *day);
}

// Seconds since midnight of "hh:mm:ss"; 60 is read as a leap second's 59.
std::optional<int> take_time(std::string_view& text) {
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  if (!minutes || *minutes > 59 || !take(text, ':')) return std::nullopt;
  const auto seconds = take_digits(text, 2);
  if (!seconds || *seconds > 60) return std::nullopt;
  if (take(text, '.'))
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
  return *hours * 3600 + *minutes * 60 + std::min(*seconds, 59);
}

// Seconds east of UTC; the whole rest of `text` must be the zone.
std::optional<int> take_zone(std::string_view& text) {
  if (take(text, 'Z') || take(text, 'z')) return text.empty() ? std::optional(0) : std::nullopt;
  const bool east = !text.empty() && text.front() == '+';
  if (!east && (text.empty() || text.front() != '-')) return std::nullopt;
  text.remove_prefix(1);
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  if (!minutes || *minutes > 59 || !text.empty()) return std::nullopt;
  const int offset = *hours * 3600 + *minutes * 60;
  return east ? offset : -offset;
}

}  // namespace

std::optional<Date> Date::from_civil(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const chrono::year_month_day ymd{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                   chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok()) return std::nullopt;
  return Date(static_cast<int32_t>(chrono::sys_days(ymd).time_since_epoch().count()));
}

std::optional<Date> Date::parse(std::string_view text) {
  const auto date = take_date(text);
  return text.empty() ? date : std::nullopt;
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(days_).day())); }

std::string Date::str() const {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year(), month(), day());
  return text.data();
}

std::string Date::path() const {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d/%02d/%02d", year(), month(), day());
  return text.data();
}

Instant Instant::start_of(Date day) { return Instant(day.days_since_1970() * kSecondsPerDay); }
Instant Instant::end_of(Date day) { return start_of(day) + (kSecondsPerDay - 1); }

std::optional<Instant> Instant::parse(std::string_view text) {
  const auto date = take_date(text);
  if (!date || text.empty()) return std::nullopt;
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  const auto zone = take_zone(text);
  if (!zone) return std::nullopt;
  return start_of(*date) + (*time - *zone);
}

Date Instant::date() const {
  const int64_t days = seconds_ / kSecondsPerDay - (seconds_ % kSecondsPerDay < 0 ? 1 : 0);
  return Date::from_days(static_cast<int32_t>(days));
}

std::string Instant::str() const {
  const int64_t of_day = seconds_ - start_of(date()).seconds_;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(of_day / 3600),
                static_cast<int>(of_day / 60 % 60), static_cast<int>(of_day % 60));
  return date().str() + text.data();
}

}  // namespace vectora
