#include "vectora/page/article/url_date.h"

#include <algorithm>
#include <array>

namespace vectora::page {
namespace {

constexpr int kFirstYear = 1995;
constexpr int kLastYear = 2049;
constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

int number(std::string_view digits) {
  int out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

size_t digits_at(std::string_view path, size_t at) {
  size_t count = 0;
  while (at + count < path.size() && is_digit(path[at + count])) ++count;
  return count;
}

std::optional<Date> valid_day(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return Date::from_civil(year, month, day);
}

// "20260203", alone or with a time of day behind it.
std::optional<Date> solid_day(std::string_view digits) {
  if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14) return std::nullopt;
  return valid_day(number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                   number(digits.substr(6, 2)));
}

struct Field {
  int value = 0;
  size_t end = 0;
};

// A month or day of one or two digits, or a month's name, up to a separator or the end.
std::optional<Field> field_at(std::string_view path, size_t at) {
  const size_t count = digits_at(path, at);
  if (count == 1 || count == 2) return Field{number(path.substr(at, count)), at + count};
  if (count != 0 || at + 3 > path.size()) return std::nullopt;
  std::string_view word = path.substr(at, 3);
  const auto same = [&](std::string_view month) {
    return std::equal(month.begin(), month.end(), word.begin(),
                      [](char a, char b) { return a == (b | 0x20); });
  };
  const auto* found = std::ranges::find_if(kMonths, same);
  if (found == kMonths.end()) return std::nullopt;
  size_t end = at + 3;
  while (end < path.size() && (path[end] | 0x20) >= 'a' && (path[end] | 0x20) <= 'z') ++end;
  return Field{static_cast<int>(found - kMonths.begin()) + 1, end};
}

// "2026/02/03" at the digits of the year.
std::optional<Date> spaced_day(std::string_view path, size_t at) {
  const size_t after_year = at + 4;
  if (after_year >= path.size() || !is_separator(path[after_year])) return std::nullopt;
  const std::optional<Field> month = field_at(path, after_year + 1);
  if (!month || month->end >= path.size() || !is_separator(path[month->end])) return std::nullopt;
  const size_t day_at = month->end + 1;
  const size_t count = digits_at(path, day_at);
  if (count != 1 && count != 2) return std::nullopt;
  return valid_day(number(path.substr(at, 4)), month->value, number(path.substr(day_at, count)));
}

}  // namespace

std::optional<Date> date_in_path(std::string_view path) {
  // An archive's address holds the address of the page itself.
  if (const size_t inner = path.rfind("http"); inner != std::string_view::npos) {
    path.remove_prefix(inner);
  }
  for (size_t at = 0; at < path.size(); ++at) {
    const size_t count = digits_at(path, at);
    if (count == 0) continue;
    if (count == 4) {
      if (const std::optional<Date> day = spaced_day(path, at)) return day;
    } else if (const std::optional<Date> day = solid_day(path.substr(at, count))) {
      return day;
    }
    at += count;
  }
  return std::nullopt;
}

}  // namespace vectora::page
