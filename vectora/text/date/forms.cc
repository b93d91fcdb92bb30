#include "vectora/text/date/forms.h"

#include <algorithm>

#include "vectora/text/date/parts.h"

// Each form is a function that tries to read its kind of date at the cursor and
// leaves it behind the date, or gives nothing. A cursor is a small value: to try
// is to work on a copy. The forms are tried from the most to the least marked,
// since "2025-01-15" must not be read as the end of a day-month-year form.

namespace vectora::text {
namespace {

constexpr int kFirstYearInText = 1900;
constexpr int kLastYearInText = 2199;
constexpr int kBuddhistEra = 543;
constexpr int kEraStarts[] = {1911, 1988, 2018};  // year 1 follows: 民國, 平成, 令和

DayReading reading(Date day, size_t next) {
  DayReading result;
  result.day = day;
  result.next = next;
  return result;
}

class DayReader {
 public:
  DayReader(std::string_view text, const TokenWindow& tokens, const DateForms& forms)
      : text_(text), start_{tokens}, forms_(forms) {}

  std::optional<DayReading> read() {
    skip_weekday();
    auto day = read_parts();
    if (day && weekday_ == 0) day->first = start_.at;
    return day;
  }

  std::optional<DayReading> read_without_year(Date now) {
    skip_weekday();
    DateCursor in = start_;
    DateParts parts;
    const bool month_first = in.here().is_month() && !in.here(1).is(':');
    if (!(month_first ? take_month(in, parts) && take_day(in, parts)
                      : take_day(in, parts) && take_month(in, parts))) {
      return east_asian_month_day(start_, now);
    }
    if (in.here().is(':') || in.here().is_number(2, 4)) return std::nullopt;
    return nearest_year(in, parts, now);
  }

 private:
  bool in_text() const { return forms_.place == DatePlace::kRunningText; }

  std::optional<DayReading> read_parts() const {
    const Token& first = start_.here();
    if (first.has_role(DateRole::kEra)) return east_asian_form(start_);
    if (first.kind == TokenKind::kNumber) return number_first();
    if (first.is_month()) return month_day_year(start_);
    return std::nullopt;
  }

  // "Tue,", "mar., le", "Monday the"
  void skip_weekday() {
    const Token& first = start_.here();
    if (first.word != nullptr && first.word->weekday != 0 && !is_month_here(start_)) {
      weekday_ = first.word->weekday;
      ++start_.at;
      start_.take('.');
      start_.take_any({',', '-'});
    }
    start_.skip_links();
    if (start_.here().has_role(DateRole::kAm)) ++start_.at;  // German "am"
  }

  // "mar 3" is March, "mar., 01" and "mar 3 février" are Tuesday.
  static bool is_month_here(const DateCursor& in) {
    if (!in.here().is_month()) return false;
    const size_t number = in.here(1).is('.') ? 2 : 1;
    if (in.here(number).kind != TokenKind::kNumber) return false;
    return !in.here(number + 1).is_month();
  }

  std::optional<DayReading> number_first() const {
    const Token& first = start_.here();
    if (first.is_number(8, 8)) return compact_form(start_);
    if (first.is_number(12, 14)) return compact_form_with_time(start_);
    if (first.is_number(4, 4)) return year_first(start_);
    if (auto day = east_asian_form(start_)) return day;
    if (first.is_number(3, 3)) return republic_form(start_);
    if (!first.is_number(1, 2)) return std::nullopt;
    if (auto day = day_month_year(start_)) return day;
    return all_numbers(start_);
  }

  // -- parts ---------------------------------------------------------------------

  bool is_full_year(const Token& token) const {
    if (!token.is_number(4, 4)) return false;
    return !in_text() || (token.value >= kFirstYearInText && token.value <= kLastYearInText);
  }

  // Thai calendars count from 543 years earlier.
  static bool is_buddhist_year(const Token& token) {
    return token.is_number(4, 4) && token.value >= kFirstYearInText + kBuddhistEra &&
           token.value <= 2100 + kBuddhistEra;
  }

  // Four digits, or two: after an apostrophe, or in a field where neither the
  // word before nor the one behind makes it "the 2 December 18 update".
  bool take_year(DateCursor& in, DateParts& parts) const {
    DateCursor year = in;
    const bool marked = year.take('\'');
    const bool two =
        year.here().is_number(2, 2) && !year.here(1).is(':') && (marked || is_short_year(year));
    if (is_buddhist_year(year.here())) {
      parts.year = year.here().value - kBuddhistEra;
    } else if (is_full_year(year.here()) || two) {
      parts.year = two ? full_year(year.here().value) : year.here().value;
    } else {
      return false;
    }
    in.at = year.at + 1;
    return true;
  }

  bool is_short_year(const DateCursor& year) const {
    if (in_text()) return false;
    if (!year.here().spaced) return true;  // 15-Jan-26
    const bool word_before = forms_.lead == DateLead::kWord && weekday_ == 0;
    return !word_before && year.here(1).kind != TokenKind::kWord;
  }

  static std::optional<DayReading> finish(const DateCursor& in, const DateParts& parts) {
    const std::optional<Date> day = date_of(parts);
    if (!day) return std::nullopt;
    return reading(*day, in.at);
  }

  // No further group of the same kind may follow: 1.2.2025.4 is no date.
  static std::optional<DayReading> finish_numbers(const DateCursor& in, const DateParts& parts) {
    const Token& mark = in.here();
    if (mark.is('%')) return std::nullopt;
    const bool glued = !mark.spaced && !in.here(1).spaced;
    const bool group = mark.is('.') || mark.is('-') || mark.is('/');
    if (glued && group && in.here(1).kind == TokenKind::kNumber) return std::nullopt;
    return finish(in, parts);
  }

  // -- year first ------------------------------------------------------------------

  // 20250115, alone or before "T"
  std::optional<DayReading> compact_form(DateCursor in) const {
    const int64_t value = in.here().value;
    const DateParts parts{value / 10000, value / 100 % 100, value % 100};
    ++in.at;
    const bool time = !in.here().spaced && in.here(1).is_number(4, 6);
    if (in_text() && !time) return std::nullopt;
    if (parts.year < kFirstYearInText || parts.year > kLastYearInText) return std::nullopt;
    return finish_numbers(in, parts);
  }

  // 20250115103059 and 202501151030, in a field
  std::optional<DayReading> compact_form_with_time(DateCursor in) const {
    int64_t value = in.here().value;
    if (in_text() || in.here().digits == 13) return std::nullopt;
    if (in.here().digits == 12) value *= 100;
    const int64_t date = value / 1000000;
    const int64_t seconds = value / 10000 % 100 * 3600 + value / 100 % 100 * 60 + value % 100;
    const DateParts parts{date / 10000, date / 100 % 100, date % 100};
    if (parts.year < kFirstYearInText || parts.year > kLastYearInText) return std::nullopt;
    if (value / 10000 % 100 > 23 || value / 100 % 100 > 59 || value % 100 > 60) return std::nullopt;
    ++in.at;
    auto day = finish_numbers(in, parts);
    if (day) day->clock = ClockTime{static_cast<int32_t>(seconds), {}, in.at};
    return day;
  }

  std::optional<DayReading> year_first(DateCursor in) const {
    if (in.here(1).is('Y')) return east_asian_form(in);
    if (!is_full_year(in.here())) return std::nullopt;
    DateParts parts;
    parts.year = in.here().value;
    ++in.at;
    if (in.here().has_role(DateRole::kYearWord)) ++in.at;  // Lithuanian "2026 m."
    const char mark = in.here().mark;
    const bool lone_stop = mark == '.' && in.here(1).has_role(DateRole::kYearWord);
    if (lone_stop) return year_day_month(in, parts);
    if (!in.take_any({'-', '/', '.', ','})) return year_month_word(in, parts);
    if (in.here().kind == TokenKind::kNumber) return year_numbers(in, parts, mark);
    if (mark == '-' && !in.here().spaced && is_week_letter(in.here())) {
      return iso_week(in, parts);
    }
    return year_month_word(in, parts);
  }

  // 2025 January 15, 2025-Jan-15
  std::optional<DayReading> year_month_word(DateCursor in, DateParts parts) const {
    if (!take_month(in, parts) || !in.here().is_number(1, 2)) return std::nullopt;
    if (in.here(1).is(':')) return std::nullopt;
    parts.day = in.here().value;
    ++in.at;
    if (is_full_year(in.here())) return std::nullopt;  // "in 2025 May 3, 2026"
    return finish(in, parts);
  }

  // Latvian "2025. gada 15. janvāris"
  static std::optional<DayReading> year_day_month(DateCursor in, DateParts parts) {
    in.at += 2;
    if (!take_day(in, parts) || !take_month(in, parts)) return std::nullopt;
    return finish(in, parts);
  }

  // 2025-01-15, 2025/1/15, 2025. 1. 15., 2025-015
  std::optional<DayReading> year_numbers(DateCursor in, DateParts parts, char mark) const {
    if (mark == ',' || (mark != '.' && in.here().spaced)) return std::nullopt;
    if (mark == '-' && in.here().is_number(3, 3)) return ordinal_day(in, parts);
    if (!in.here().is_number(1, 2)) return std::nullopt;
    parts.month = in.here().value;
    ++in.at;
    if (!in.take(mark) || !in.here().is_number(1, 2)) return std::nullopt;
    parts.day = in.here().value;
    ++in.at;
    if (mark == '.' && in.here(1).kind != TokenKind::kNumber) in.take('.');
    return finish_numbers(in, parts);
  }

  std::optional<DayReading> ordinal_day(DateCursor in, DateParts parts) const {
    const int64_t number = in.here().value;
    ++in.at;
    if (number < 1 || number > 366) return std::nullopt;
    const bool next_group = in.here().is('-') && !in.here().spaced;
    if (in_text() || next_group) return padded_day(in, parts);
    const std::optional<Date> first = Date::from_civil(static_cast<int>(parts.year), 1, 1);
    if (!first) return std::nullopt;  // the year 0000
    const Date day = *first + static_cast<int>(number - 1);
    if (day.year() != parts.year) return std::nullopt;
    return reading(day, in.at);
  }

  // 2025-012-31: the month with a zero too many, as some programs print it
  std::optional<DayReading> padded_day(DateCursor in, DateParts parts) const {
    parts.month = in.tokens[in.at - 1].value;
    if (!in.take('-') || !in.here().is_number(1, 3)) return std::nullopt;
    parts.day = in.here().value;
    ++in.at;
    return finish_numbers(in, parts);
  }

  bool is_week_letter(const Token& token) const {
    return token.kind == TokenKind::kWord && token.end - token.begin == 1 &&
           (text_[token.begin] | 0x20) == 'w';
  }

  // 2025-W03-1 (ISO 8601: week 1 has the 4th of January, weeks begin on Monday)
  static std::optional<DayReading> iso_week(DateCursor in, const DateParts& parts) {
    if (!in.here(1).is_number(2, 2) || !in.here(2).is('-') || !in.here(3).is_number(1, 1)) {
      return std::nullopt;
    }
    const int64_t week = in.here(1).value;
    const int64_t weekday = in.here(3).value;
    if (parts.year < 2 || week < 1 || week > 53 || weekday < 1 || weekday > 7) return std::nullopt;
    const Date fourth = *Date::from_civil(static_cast<int>(parts.year), 1, 4);
    const int from_monday = ((fourth.days_since_1970() + 3) % 7 + 7) % 7;
    const Date day = fourth - from_monday + static_cast<int>(7 * (week - 1) + weekday - 1);
    return reading(day, in.at + 4);
  }

  // 2025年1月15日, 2025년 1월 15일, 民國114年1月15日
  std::optional<DayReading> east_asian_form(DateCursor in) const {
    const Token& era = in.here();
    int64_t start = 0;
    if (era.has_role(DateRole::kEra)) {
      start = kEraStarts[static_cast<size_t>(era.word->value)];
      ++in.at;
    }
    if (!in.here().is_number(1, 4) || !in.here(1).is('Y')) return std::nullopt;
    DateParts parts;
    parts.year = in.here().value + start;
    if (start == 0 && in.here().digits == 3) parts.year += kEraStarts[0];
    if (start == 0 && in.here().digits <= 2) parts.year = full_year(in.here().value);
    in.at += 2;
    if (!in.here().is_number(1, 2) || !in.here(1).is('M')) return std::nullopt;
    if (!in.here(2).is_number(1, 2)) return std::nullopt;
    parts.month = in.here().value;
    parts.day = in.here(2).value;
    in.at += 3;
    if (!in.take('D') && in_text()) return std::nullopt;
    return finish(in, parts);
  }

  // 114.01.15, 114/01/15: years of the Republic of China; in a field only, and
  // only the years that a page can have been written in
  std::optional<DayReading> republic_form(DateCursor in) const {
    const int64_t year = in.here().value;
    const char mark = in.here(1).mark;
    if (in_text() || year < 80 || year > 150) return std::nullopt;
    if (mark != '.' && mark != '/' && mark != '-') return std::nullopt;
    if (!in.here(2).is_number(1, 2) || !in.here(3).is(mark)) return std::nullopt;
    if (!in.here(4).is_number(1, 2)) return std::nullopt;
    const DateParts parts{year + kEraStarts[0], in.here(2).value, in.here(4).value};
    in.at += 5;
    return finish_numbers(in, parts);
  }

  // -- day or month first ------------------------------------------------------------

  // 15 January 2026, 15-Jan-26, 1er janvier 2026, 15 de enero de 2026
  std::optional<DayReading> day_month_year(DateCursor in) const {
    DateParts parts;
    if (!take_day(in, parts)) return std::nullopt;
    const DateCursor month = in;
    if (!take_month(in, parts)) return std::nullopt;
    const DateCursor before_year = in;
    if (!take_year(in, parts)) return time_then_year(before_year, parts);
    const bool two_digits = in.tokens[in.at - 1].digits == 2;
    if (two_digits && is_year_after_comma(in)) return month_day_year(month);
    return finish(in, parts);
  }

  bool is_year_after_comma(DateCursor in) const {
    in.take(',');
    return is_full_year(in.here());
  }

  // January 15, 2026; Jan. 15th 2026; Sun Jul 15 01:16:00 +0000 2012
  std::optional<DayReading> month_day_year(DateCursor in) const {
    DateParts parts;
    if (!take_month(in, parts)) return std::nullopt;
    if (!in.here().is_number(1, 2) || in.here(1).is(':')) return std::nullopt;
    const Token& day = in.here();
    if (!take_day(in, parts)) return std::nullopt;
    const bool marked = !in.tokens[in.at - 1].is('-') && &in.tokens[in.at - 1] != &day;
    const DateCursor before_year = in;
    const bool full = is_full_year(in.here());
    if ((!full && !marked) || !take_year(in, parts)) return time_then_year(before_year, parts);
    return finish(in, parts);
  }

  // asctime, and what social networks make of it: the year stands last
  std::optional<DayReading> time_then_year(DateCursor in, DateParts parts) const {
    const std::optional<ClockTime> clock = read_bare_clock(text_, in.tokens, in.at);
    if (!clock) return std::nullopt;
    in.at = clock->next;
    in.take(',');
    if (!is_full_year(in.here())) return std::nullopt;
    parts.year = in.here().value;
    ++in.at;
    auto day = finish(in, parts);
    if (day) day->clock = clock;
    return day;
  }

  // 03/02/2026, 3.2.2026, 3. 2. 2026, 30.10.23; in a field 11 04 2020
  std::optional<DayReading> all_numbers(DateCursor in) const {
    const int64_t first = in.here().value;
    const Token separator = in.here(1);
    ++in.at;
    char mark = ' ';
    if (in.take_any({'/', '.', '-'})) mark = separator.mark;
    if (!is_group(in.here(), mark) || !in.here().is_number(1, 2)) return std::nullopt;
    const int64_t second = in.here().value;
    ++in.at;
    if (mark != ' ' && !in.take(mark)) return std::nullopt;
    if (!is_group(in.here(), mark)) return std::nullopt;
    DateParts parts;
    if (!take_number_year(in, mark, parts)) return std::nullopt;
    set_day_and_month(first, second, mark, parts);
    return finish_numbers(in, parts);
  }

  // Spaces may follow points ("3. 2. 2026") and stand alone in a field.
  bool is_group(const Token& number, char mark) const {
    if (number.kind != TokenKind::kNumber) return false;
    if (mark == ' ') return !in_text() && weekday_ != 0;
    return mark == '.' || !number.spaced;
  }

  bool take_number_year(DateCursor& in, char mark, DateParts& parts) const {
    const bool trusted = mark == '/' || (!in_text() && (is_padded(in) || is_lead_free()));
    const bool two = in.here().is_number(2, 2) && trusted && mark != ' ';
    if (!is_full_year(in.here()) && !two) return false;
    if (two && in.here().spaced) return false;
    const bool glued_word = in.here(1).kind == TokenKind::kWord && !in.here(1).spaced;
    if (two && in_text() && glued_word) return false;
    parts.year = two ? full_year(in.here().value) : in.here().value;
    ++in.at;
    return true;
  }

  bool is_lead_free() const { return forms_.lead == DateLead::kNone; }
  // 03.02.26: each group has two digits
  static bool is_padded(const DateCursor& year) {
    return year.tokens[year.at - 2].digits == 2 && year.tokens[year.at - 4].digits == 2;
  }

  bool falls_on_weekday(DateParts parts) const {
    const std::optional<Date> day = date_of(parts);
    return day && ((day->days_since_1970() + 3) % 7 + 7) % 7 + 1 == weekday_;
  }

  // Languages that write dates in digits of their own put the day first.
  bool has_own_digits() const {
    constexpr unsigned char kFullWidth = 0xEF;
    const auto lead = static_cast<unsigned char>(text_[start_.here().begin]);
    return lead >= 0x80 && lead != kFullWidth;
  }

  void set_day_and_month(int64_t first, int64_t second, char mark, DateParts& parts) const {
    const DateParts day_first{parts.year, second, first};
    const DateParts month_first{parts.year, first, second};
    const bool month_leads = mark == '/' && !has_own_digits();
    FieldOrder order = month_leads ? FieldOrder::kMonthFirst : FieldOrder::kDayFirst;
    if (forms_.order != FieldOrder::kUnknown) order = forms_.order;
    if (falls_on_weekday(day_first) != falls_on_weekday(month_first)) {
      order = falls_on_weekday(day_first) ? FieldOrder::kDayFirst : FieldOrder::kMonthFirst;
    }
    if (first > 12) order = FieldOrder::kDayFirst;
    if (second > 12) order = FieldOrder::kMonthFirst;
    parts = order == FieldOrder::kDayFirst ? day_first : month_first;
  }

  // -- no year -----------------------------------------------------------------------

  static std::optional<DayReading> east_asian_month_day(DateCursor in, Date now) {
    if (!in.here().is_number(1, 2) || !in.here(1).is('M')) return std::nullopt;
    if (!in.here(2).is_number(1, 2) || !in.here(3).is('D')) return std::nullopt;
    const DateParts parts{0, in.here().value, in.here(2).value};
    in.at += 4;
    return nearest_year(in, parts, now);
  }

  // News is not dated ahead by more than time zones and embargoes explain.
  static std::optional<DayReading> nearest_year(const DateCursor& in, DateParts parts, Date now) {
    constexpr int kDaysAhead = 7;
    for (const int year : {now.year(), now.year() - 1}) {
      parts.year = year;
      auto day = finish(in, parts);
      if (!day || day->day - now > kDaysAhead) continue;
      day->vague = true;
      return day;
    }
    return std::nullopt;
  }

  std::string_view text_;
  DateCursor start_;
  DateForms forms_;
  uint8_t weekday_ = 0;
};

}  // namespace

std::optional<DayReading> read_day(std::string_view text, const TokenWindow& tokens,
                                   const DateForms& forms) {
  return DayReader(text, tokens, forms).read();
}

std::optional<DayReading> read_day_without_year(std::string_view text, const TokenWindow& tokens,
                                                Date now) {
  return DayReader(text, tokens, {}).read_without_year(now);
}

}  // namespace vectora::text
