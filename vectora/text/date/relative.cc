#include "vectora/text/date/relative.h"

#include <algorithm>

namespace vectora::text {
namespace {

constexpr int64_t kMaxCount = 1000;

// The same day `count` months earlier, or that month's last day.
std::optional<Date> months_before(Date now, int64_t count) {
  const int64_t months = int64_t{now.year()} * 12 + now.month() - 1 - count;
  if (months < 12) return std::nullopt;
  for (int day = now.day(); day > 27; --day) {
    const auto date =
        Date::from_civil(static_cast<int>(months / 12), static_cast<int>(months % 12) + 1, day);
    if (date) return date;
  }
  return Date::from_civil(static_cast<int>(months / 12), static_cast<int>(months % 12) + 1,
                          std::min(now.day(), 27));
}

std::optional<Date> before(Date now, int64_t count, int unit) {
  const int whole = static_cast<int>(count);
  switch (unit) {
    case kMinutes: return now - whole / (24 * 60);
    case kHours: return now - whole / 24;
    case kDays: return now - whole;
    case kWeeks: return now - 7 * whole;
    case kMonths: return months_before(now, count);
    default: return months_before(now, count * 12);
  }
}

// A number in digits or in words.
std::optional<int64_t> count_of(const Token& token) {
  if (token.kind == TokenKind::kNumber && token.value <= kMaxCount) return token.value;
  if (token.has_role(DateRole::kCount)) return token.word->value;
  return std::nullopt;
}

bool is_unit(const Token& token) {
  return token.has_role(DateRole::kUnit) || token.has_role(DateRole::kHour);
}

int unit_of(const Token& token) {
  return token.has_role(DateRole::kHour) ? int{kHours} : int{token.word->value};
}

std::optional<DayReading> reading(const std::optional<Date>& day, size_t next) {
  if (!day) return std::nullopt;
  DayReading result;
  result.day = *day;
  result.next = next;
  return result;
}

// "3 days ago", "3日前"
std::optional<DayReading> count_first(const TokenWindow& tokens, size_t at, Date now) {
  const std::optional<int64_t> count = count_of(tokens[at]);
  if (!count) return std::nullopt;
  size_t unit = at + 1;
  if (tokens[unit].is('+')) ++unit;
  if (tokens[unit].has_role(DateRole::kUnitAgo)) {
    return reading(before(now, *count, tokens[unit].word->value), unit + 1);
  }
  if (!is_unit(tokens[unit])) return std::nullopt;
  size_t ago = unit + 1;
  if (tokens[ago].is('.')) ++ago;
  if (tokens[ago].word == nullptr || !tokens[ago].word->ago) return std::nullopt;
  return reading(before(now, *count, unit_of(tokens[unit])), ago + 1);
}

// "il y a 3 jours", "vor drei Tagen", "hace 2 semanas"
std::optional<DayReading> preposition_first(const TokenWindow& tokens, Date now) {
  if (tokens[0].word == nullptr || !tokens[0].word->ago_before) return std::nullopt;
  constexpr size_t kLongestLead = 3;  // il y a
  for (size_t at = 1; at <= kLongestLead; ++at) {
    const std::optional<int64_t> count = count_of(tokens[at]);
    if (count && is_unit(tokens[at + 1])) {
      return reading(before(now, *count, unit_of(tokens[at + 1])), at + 2);
    }
    if (tokens[at].kind != TokenKind::kWord || tokens[at].end - tokens[at].begin > 2) break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayReading> read_relative_day(const TokenWindow& tokens, Date now) {
  const Token& first = tokens[0];
  if (first.has_role(DateRole::kRelativeDay)) {
    auto day = reading(now + first.word->value, 1);
    day->vague = true;
    return day;
  }
  if (auto day = count_first(tokens, 0, now)) return day;
  return preposition_first(tokens, now);
}

}  // namespace vectora::text
