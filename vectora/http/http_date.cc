#include "vectora/http/http_date.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <vector>

namespace vectora::http {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
constexpr size_t kMaxLength = 64;
constexpr int kLastYearOfTwoDigits = 76;

// The parts between blanks, commas and hyphens.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t begin = text.find_first_not_of(" ,-"); begin != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(" ,-", begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(" ,-", end);
  }
  return parts;
}

// All of `text` as digits, or -1.
int number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= 0 && text.front() != '-' ? value : -1;
}

int month_of(std::string_view name) {
  for (size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i] == name) return static_cast<int>(i) + 1;
  return 0;
}

int year_of(std::string_view digits) {
  const int year = number(digits);
  if (digits.size() != 2 || year < 0) return year;
  return year + (year <= kLastYearOfTwoDigits ? 2000 : 1900);
}

// "08:09:10"; a leap second counts as the one before.
std::optional<int64_t> seconds_of_day(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const int hour = number(text.substr(0, 2));
  const int minute = number(text.substr(3, 2));
  const int second = number(text.substr(6, 2));
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
    return std::nullopt;
  return hour * 3600 + minute * 60 + std::min(second, 59);
}

struct Fields {
  std::string_view day, month, year, time;
};

std::optional<Instant> instant_of(const Fields& fields) {
  const auto date =
      Date::from_civil(year_of(fields.year), month_of(fields.month), number(fields.day));
  const auto seconds = seconds_of_day(fields.time);
  if (!date || !seconds) return std::nullopt;
  return Instant::start_of(*date) + *seconds;
}

}  // namespace

std::optional<Instant> parse_http_date(std::string_view text) {
  if (text.size() > kMaxLength) return std::nullopt;
  const std::vector<std::string_view> parts = parts_of(text);
  if (parts.size() == 6 && (parts[5] == "GMT" || parts[5] == "UTC"))
    return instant_of({parts[1], parts[2], parts[3], parts[4]});
  if (parts.size() == 5) return instant_of({parts[2], parts[1], parts[4], parts[3]});
  return std::nullopt;
}

std::string to_http_date(Instant instant) {
  const Date date = instant.date();
  const int64_t seconds = instant - Instant::start_of(date);
  const auto weekday = static_cast<size_t>(((date.days_since_1970() % 7) + 7) % 7);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays[weekday].data(), date.day(),
                kMonths[static_cast<size_t>(date.month() - 1)].data(), date.year(),
                static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
                static_cast<int>(seconds % 60));
  return text.data();
}

}  // namespace vectora::http
