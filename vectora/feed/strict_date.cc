#include "vectora/feed/strict_date.h"

#include <array>

namespace vectora::feed {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads from front to back; a step that fails makes all further ones fail.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && rest_.empty(); }
  bool at(char c) const { return ok_ && !rest_.empty() && rest_.front() == c; }

  void expect(char c) {
    ok_ = at(c);
    if (ok_) rest_.remove_prefix(1);
  }

  bool accept(std::string_view word) {
    if (!ok_ || !rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  // A number of exactly this many digits.
  int number(size_t digits) {
    int value = 0;
    ok_ = ok_ && rest_.size() >= digits;
    for (size_t i = 0; ok_ && i < digits; ++i) {
      ok_ = is_digit(rest_[i]);
      value = value * 10 + (rest_[i] - '0');
    }
    if (ok_) rest_.remove_prefix(digits);
    return value;
  }

  std::string_view take(size_t size) {
    ok_ = ok_ && rest_.size() >= size;
    const std::string_view taken = ok_ ? rest_.substr(0, size) : std::string_view();
    if (ok_) rest_.remove_prefix(size);
    return taken;
  }

  bool next_is_digit(size_t offset) const {
    return ok_ && rest_.size() > offset && is_digit(rest_[offset]);
  }

  void fail() { ok_ = false; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

// 1 to 12, or 0.
int month_number(std::string_view name) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const size_t found = name.size() == 3 ? kMonths.find(name) : std::string_view::npos;
  return found == std::string_view::npos || found % 3 != 0 ? 0 : static_cast<int>(found / 3) + 1;
}

int clock_seconds(Cursor& cursor) {
  const int hour = cursor.number(2);
  cursor.expect(':');
  const int minute = cursor.number(2);
  cursor.expect(':');
  const int second = cursor.number(2);
  if (hour > 23 || minute > 59 || second > 59) cursor.fail();
  return (hour * 60 + minute) * 60 + second;
}

// Seconds east of UTC, of "Z", "GMT", "+0100" or "+01:00".
int zone_seconds(Cursor& cursor) {
  for (const std::string_view utc : {"GMT", "UTC", "Z"})
    if (cursor.accept(utc)) return 0;
  const int sign = cursor.at('-') ? -1 : 1;
  cursor.expect(sign < 0 ? '-' : '+');
  const int hours = cursor.number(2);
  if (cursor.at(':')) cursor.expect(':');
  const int minutes = cursor.number(2);
  if (hours > 13 || minutes > 59) cursor.fail();
  return sign * (hours * 60 + minutes) * 60;
}

std::optional<text::ParsedDate> combine(const Cursor& cursor, const std::optional<Date>& day,
                                        int seconds) {
  if (!cursor.at_end() || !day) return std::nullopt;
  return text::ParsedDate{*day, Instant::start_of(*day) + seconds};
}

// Tue, 03 Feb 2026 10:00:00 +0100
std::optional<text::ParsedDate> parse_rfc822(std::string_view text) {
  Cursor cursor(text);
  cursor.take(3);
  if (!cursor.accept(", ")) return std::nullopt;
  const int day = cursor.number(cursor.next_is_digit(1) ? 2 : 1);
  cursor.expect(' ');
  const int month = month_number(cursor.take(3));
  cursor.expect(' ');
  const int year = cursor.number(4);
  cursor.expect(' ');
  const int seconds = clock_seconds(cursor);
  cursor.expect(' ');
  const int zone = zone_seconds(cursor);
  return combine(cursor, Date::from_civil(year, month, day), seconds - zone);
}

// 2026-02-03T10:00:00.5+01:00
std::optional<text::ParsedDate> parse_rfc3339(std::string_view text) {
  Cursor cursor(text);
  const int year = cursor.number(4);
  cursor.expect('-');
  const int month = cursor.number(2);
  cursor.expect('-');
  const int day = cursor.number(2);
  cursor.expect('T');
  const int seconds = clock_seconds(cursor);
  if (cursor.accept(".")) do
      cursor.number(1);
    while (cursor.next_is_digit(0));
  const int zone = zone_seconds(cursor);
  return combine(cursor, Date::from_civil(year, month, day), seconds - zone);
}

}  // namespace

std::optional<text::ParsedDate> parse_strict_date(std::string_view text) {
  constexpr size_t kShortest = 20;
  constexpr size_t kLongest = 40;
  if (text.size() < kShortest || text.size() > kLongest) return std::nullopt;
  return is_digit(text.front()) ? parse_rfc3339(text) : parse_rfc822(text);
}

}  // namespace vectora::feed
