#include "vectora/text/date/parts.h"

#include <algorithm>

namespace vectora::text {

bool DateCursor::take(char mark) {
  const bool found = here().is(mark);
  if (found) ++at;
  return found;
}

bool DateCursor::take_any(std::initializer_list<char> marks) {
  return std::any_of(marks.begin(), marks.end(), [this](char mark) { return take(mark); });
}

void DateCursor::skip_links() {
  while (true) {
    const bool elided = here().kind == TokenKind::kWord && here(1).is('\'') &&
                        here().end - here().begin == 1 && !here(1).spaced;
    if (!elided && (!here().has_role(DateRole::kLink) || here().is_month())) return;
    at += elided ? 2 : 1;
  }
}

std::optional<Date> date_of(const DateParts& parts) {
  if (parts.year > 9999 || parts.month > 12 || parts.day > 31) return std::nullopt;
  return Date::from_civil(static_cast<int>(parts.year), static_cast<int>(parts.month),
                          static_cast<int>(parts.day));
}

int64_t full_year(int64_t two_digits) { return two_digits + (two_digits < 50 ? 2000 : 1900); }

bool take_day(DateCursor& in, DateParts& parts) {
  if (!in.here().is_number(1, 2)) return false;
  parts.day = in.here().value;
  ++in.at;
  if (in.here().has_role(DateRole::kOrdinal) && !in.here().spaced) ++in.at;
  in.take('.');
  in.take_any({'-', '/', ',', '\''});
  in.skip_links();
  return true;
}

bool take_month(DateCursor& in, DateParts& parts) {
  if (in.here().has_role(DateRole::kMonthMark) && in.here(1).is_number(1, 2)) {
    parts.month = in.here(1).value;
    ++in.at;
  } else if (in.here().is_month()) {
    parts.month = in.here().word->month;
  } else {
    return false;
  }
  ++in.at;
  in.take('.');
  in.take_any({'-', '/', ',', '.'});
  in.skip_links();
  return true;
}

}  // namespace vectora::text
