// Day, month and year as the forms of a date find them, and the cursor they are
// read with.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>

#include "vectora/base/date.h"
#include "vectora/text/date/tokens.h"

namespace vectora::text {

// A place among the tokens. A small value: to try a form is to work on a copy.
struct DateCursor {
  const TokenWindow& tokens;
  size_t at = 0;

  const Token& here(size_t ahead = 0) const { return tokens[at + ahead]; }
  // Past the mark, or past the first of the marks, that stands here.
  bool take(char mark);
  bool take_any(std::initializer_list<char> marks);
  // Past "of", "de la", "d'"; not past "des", which is December too.
  void skip_links();
};

struct DateParts {
  int64_t year = 0;
  int64_t month = 0;
  int64_t day = 0;
};

// Nothing for a day that does not exist.
std::optional<Date> date_of(const DateParts& parts);

// RFC 2822, 4.3: 49 is 2049, 50 is 1950.
int64_t full_year(int64_t two_digits);

// A day of the month ("3", "3rd", "3.") or a month ("Feb.", "tháng 2") and the
// marks and links behind it.
bool take_day(DateCursor& in, DateParts& parts);
bool take_month(DateCursor& in, DateParts& parts);

}  // namespace vectora::text
