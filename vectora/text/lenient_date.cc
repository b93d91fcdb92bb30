#include "vectora/text/lenient_date.h"

#include <algorithm>

#include "vectora/text/date/clock.h"
#include "vectora/text/date/forms.h"
#include "vectora/text/date/relative.h"
#include "vectora/text/date/tokens.h"
#include "vectora/text/date/truncated.h"

// The text is walked token by token. At each number and each word that begins
// dates, the next tokens are compared with the forms of date/forms.h; the first
// that fits is the date, and the walk goes on behind it. The window of tokens is
// of fixed size, so the walk is linear and allocates nothing but its result.

namespace vectora::text {
namespace {

// A longer text is read as running text even where one date is asked for.
constexpr size_t kLongestField = 160;
// A vague date ("today") is believed with at most so many bytes of text around it.
constexpr size_t kLongestCompany = 16;
constexpr size_t kLongestText = size_t{64} << 20;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// -- what stands before -------------------------------------------------------------

// "2.5.2025" inside "v1.2.5.2025", "3-5 May 2026": the number goes on to the left.
bool continues_number(std::string_view before) {
  if (before.empty()) return false;
  const char last = before.back();
  if (last != '.' && last != '-' && last != '/' && last != '+' && last != ':' && last != ',') {
    return last == '$' || last == '#' || last == '=';
  }
  return before.size() > 1 && is_digit(before[before.size() - 2]);
}

// "4 - 6 May 2026" is a range; "10:30 - 6 May 2026" is a time and a date.
bool is_end_of_range(std::string_view before) {
  constexpr std::string_view kEnDash = "\xE2\x80\x93";
  const auto trim = [&before] {
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  };
  trim();
  if (before.ends_with(kEnDash)) {
    before.remove_suffix(kEnDash.size());
  } else if (before.ends_with('-')) {
    before.remove_suffix(1);
  } else {
    return false;
  }
  trim();
  size_t digits = 0;
  while (digits < before.size() && is_digit(before[before.size() - 1 - digits])) ++digits;
  if (digits == 0 || digits > 2) return false;
  return digits == before.size() || before[before.size() - 1 - digits] != ':';
}

// A letter or two glued to numbers make a version or a code of them: "v2025.01.15".
bool is_prefix_of_code(std::string_view before) {
  constexpr size_t kLongestPrefix = 2;
  size_t letters = 0;
  while (letters < before.size() && is_letter(before[before.size() - 1 - letters])) ++letters;
  return letters > 0 && letters <= kLongestPrefix;
}

bool begins_badly(std::string_view text, const Token& first) {
  if (first.kind != TokenKind::kNumber) return false;
  const std::string_view before = text.substr(0, first.begin);
  return continues_number(before) || is_end_of_range(before) || is_prefix_of_code(before);
}

DateLead lead_of(std::string_view before) {
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  if (before.empty()) return DateLead::kNone;
  const char last = before.back();
  return is_letter(last) || is_digit(last) ? DateLead::kWord : DateLead::kNone;
}

// -- the walk -----------------------------------------------------------------------

struct Walk {
  std::string_view text;
  DateForms forms;
  std::optional<Date> now;
  // Dates are complete, or are told from `now`; without a year only on request.
  enum class Kinds { kComplete, kWithoutYear } kinds = Kinds::kComplete;
};

FoundDate found(const Walk& walk, const TokenWindow& tokens, const DayReading& reading) {
  FoundDate result;
  result.date.day = reading.day;
  size_t next = reading.next;
  if (tokens[next].has_role(DateRole::kYearWord)) next += tokens[next + 1].is('.') ? 2 : 1;
  std::optional<ClockTime> clock = reading.clock;
  if (!clock) {
    clock = read_clock(walk.text, tokens, next);
    if (clock) next = clock->next;
  }
  if (clock) result.date.time = instant_in(clock->zone, reading.day, clock->seconds);
  result.begin = tokens[reading.first].begin;
  result.end = tokens[next - 1].end;
  return result;
}

std::optional<DayReading> read_any(const Walk& walk, const TokenWindow& tokens) {
  if (walk.kinds == Walk::Kinds::kWithoutYear) {
    return read_day_without_year(walk.text, tokens, *walk.now);
  }
  DateForms forms = walk.forms;
  forms.lead = lead_of(walk.text.substr(0, tokens[0].begin));
  if (auto day = read_day(walk.text, tokens, forms)) return day;
  return walk.now ? read_relative_day(tokens, *walk.now) : std::nullopt;
}

bool may_begin_date(const Walk& walk, const Token& token) {
  if (token.kind == TokenKind::kNumber) return true;
  if (token.word == nullptr) return false;
  const DateWord& word = *token.word;
  return word.month != 0 || word.weekday != 0 || word.role == DateRole::kEra || walk.now;
}

bool is_nearly_all(const Walk& walk, const FoundDate& date) {
  if (walk.forms.place == DatePlace::kRunningText) return false;
  return walk.text.size() - (date.end - date.begin) <= kLongestCompany;
}

// The first date that begins at or after the window's place; the window moves on
// behind it.
std::optional<FoundDate> next_date(const Walk& walk, TokenWindow& tokens) {
  for (; tokens[0].kind != TokenKind::kEnd; tokens.drop(1)) {
    if (!may_begin_date(walk, tokens[0]) || begins_badly(walk.text, tokens[0])) continue;
    const std::optional<DayReading> reading = read_any(walk, tokens);
    if (!reading) continue;
    const FoundDate date = found(walk, tokens, *reading);
    if (reading->vague && !is_nearly_all(walk, date)) continue;
    while (tokens[0].begin < date.end) tokens.drop(1);
    return date;
  }
  return std::nullopt;
}

std::optional<ParsedDate> first_date(const Walk& walk) {
  TokenWindow tokens(walk.text);
  const std::optional<FoundDate> date = next_date(walk, tokens);
  return date ? std::optional<ParsedDate>(date->date) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

// Seconds or milliseconds since 1970, which must be the whole text: ten digits
// are a telephone number anywhere else.
std::optional<ParsedDate> parse_unix_time(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const Token number = next_token(text, 0);
  if (!number.is_number(10, 10) && !number.is_number(13, 13)) return std::nullopt;
  const auto time = Instant::from_unix(number.digits == 13 ? number.value / 1000 : number.value);
  return ParsedDate{time.date(), time};
}

}  // namespace

std::optional<ParsedDate> parse_date(std::string_view text, const DateHints& hints) {
  text = trimmed(text.substr(0, kLongestText));
  if (auto date = parse_unix_time(text)) return date;
  if (hints.writer == DateWriter::kProgram) {
    if (auto date = parse_truncated_date(text)) return date;
  }
  Walk walk{text, {DatePlace::kField, hints.order, DateLead::kNone}, hints.now};
  if (text.size() > kLongestField) walk.forms.place = DatePlace::kRunningText;
  if (auto date = first_date(walk)) return date;
  if (!hints.now || walk.forms.place == DatePlace::kRunningText) return std::nullopt;
  walk.kinds = Walk::Kinds::kWithoutYear;
  return first_date(walk);
}

std::vector<FoundDate> find_dates(std::string_view text, const DateHints& hints) {
  text = text.substr(0, kLongestText);
  const Walk walk{text, {DatePlace::kRunningText, hints.order, DateLead::kNone}, hints.now};
  std::vector<FoundDate> dates;
  TokenWindow tokens(text);
  while (const auto date = next_date(walk, tokens)) dates.push_back(*date);
  return dates;
}

}  // namespace vectora::text
