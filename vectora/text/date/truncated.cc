#include "vectora/text/date/truncated.h"

#include <algorithm>

#include "vectora/text/date/clock.h"
#include "vectora/text/date/tokens.h"

namespace vectora::text {
namespace {

struct Parts {
  int64_t year = 0;
  int64_t month = 1;
  int64_t day = 1;
};

int64_t full_year(const Token& token) {
  if (token.digits == 4) return token.value;
  return token.value + (token.value < 50 ? 2000 : 1900);
}

// The day, which may lie past the end of its month but not past any month's.
std::optional<Date> date_of(const Parts& parts) {
  if (parts.year < 1 || parts.year > 9998 || parts.day < 1 || parts.day > 31) return std::nullopt;
  const auto first =
      Date::from_civil(static_cast<int>(parts.year), static_cast<int>(parts.month), 1);
  if (!first) return std::nullopt;
  return *first + static_cast<int>(parts.day - 1);
}

std::optional<ParsedDate> whole_day(const Parts& parts) {
  const auto day = date_of(parts);
  return day ? std::optional<ParsedDate>({*day, std::nullopt}) : std::nullopt;
}

// 031231 and 03365
std::optional<ParsedDate> one_number(const Token& number) {
  const int64_t value = number.value;
  if (number.digits == 4) return whole_day({value, 1, 1});
  Token year = number;
  year.digits = 2;
  if (number.digits == 6) {
    year.value = value / 10000;
    return whole_day({full_year(year), value / 100 % 100, value % 100});
  }
  if (number.digits != 5 || value % 1000 < 1 || value % 1000 > 366) return std::nullopt;
  year.value = value / 1000;
  const auto first = Date::from_civil(static_cast<int>(full_year(year)), 1, 1);
  return ParsedDate{*first + static_cast<int>(value % 1000 - 1), std::nullopt};
}

// 2003-12, and -03-12 after its first mark
std::optional<ParsedDate> year_month(const TokenWindow& tokens, size_t at) {
  if (!tokens[at + 1].is('-') || !tokens[at + 2].is_number(2, 2)) return std::nullopt;
  if (tokens[at + 3].kind != TokenKind::kEnd) return std::nullopt;
  return whole_day({full_year(tokens[at]), tokens[at + 2].value, 1});
}

// 03-12-31 and 2003-06-31, with or without a time
std::optional<ParsedDate> year_month_day(std::string_view text, const TokenWindow& tokens) {
  if (!tokens[1].is('-') || !tokens[3].is('-')) return std::nullopt;
  if (!tokens[2].is_number(2, 2) || !tokens[4].is_number(2, 2)) return std::nullopt;
  auto date = whole_day({full_year(tokens[0]), tokens[2].value, tokens[4].value});
  if (!date) return std::nullopt;
  if (const auto clock = read_clock(text, tokens, 5)) {
    date->time = instant_in(clock->zone, date->day, clock->seconds);
  }
  return date;
}

}  // namespace

std::optional<ParsedDate> parse_truncated_date(std::string_view text) {
  const TokenWindow tokens(text);
  if (tokens[0].is('-') && tokens[1].is_number(2, 2)) return year_month(tokens, 1);
  if (tokens[0].kind != TokenKind::kNumber) return std::nullopt;
  if (tokens[1].kind == TokenKind::kEnd) return one_number(tokens[0]);
  if (tokens[0].digits != 2 && tokens[0].digits != 4) return std::nullopt;
  if (auto date = year_month_day(text, tokens)) return date;
  return tokens[0].digits == 4 ? year_month(tokens, 0) : std::nullopt;
}

}  // namespace vectora::text
