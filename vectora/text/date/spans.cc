#include "vectora/text/date/spans.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "vectora/text/date/tokens.h"
#include "vectora/text/fold.h"

// At each link between two days ("-", "to", "and") the tokens on both sides are
// compared with what an end of a span may be: a day, a day with its month, a whole
// date. What stands on one side decides what the other must have: a lone number is
// a day only where a month follows on the other side.

namespace vectora::text {
namespace {

constexpr size_t kLongestText = size_t{64} << 10;
constexpr size_t kLongestLink = 8;
constexpr size_t kMostJoints = 4;  // tokens between the parts of an end

// From one day to another; with an article ("bis zum", "fino al") the last word counts.
constexpr auto kToWords = std::to_array<std::string_view>(
    {"to", "until", "till", "thru", "through", "bis", "zum", "au", "al", "a",  "ao",   "ate",
     "m",  "tot",   "tm",   "til",  "do",      "po",  "по",  "до", "di", "ad", "asti", "fino"});
constexpr auto kAndWords = std::to_array<std::string_view>(
    {"and", "und", "et", "y", "e", "en", "og", "och", "i", "и", "ja"});

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// How much of a date an end says.
enum class Says { kDay, kDayAndMonth, kAll };

struct End {
  Says says = Says::kDay;
  bool has_month = false;
  size_t first = 0;  // of its tokens
  size_t next = 0;   // the token behind
};

enum class Link { kNone, kDash, kTilde, kTo, kAnd };

class SpanReader {
 public:
  explicit SpanReader(std::string_view text) : text_(text.substr(0, kLongestText)) {
    for (Token token = next_token(text_, 0); token.kind != TokenKind::kEnd;
         token = next_token(text_, token.end))
      tokens_.push_back(token);
  }

  std::vector<DateSpan> read() const {
    std::vector<DateSpan> spans;
    for (size_t at = 1; at + 1 < tokens_.size(); ++at) {
      const Link link = link_at(at);
      if (link == Link::kNone) continue;
      const std::optional<End> left = end_before(at);
      const std::optional<End> right = left ? begin_after(at + 1) : std::nullopt;
      if (!right || !belong_together(*left, link, *right)) continue;
      const size_t begin = tokens_[left->first].begin;
      if (!spans.empty() && begin < spans.back().end) continue;
      spans.push_back({begin, tokens_[right->next - 1].end});
    }
    return spans;
  }

 private:
  const Token& token(size_t index) const {
    static const Token kNothing;
    return index < tokens_.size() ? tokens_[index] : kNothing;
  }

  std::string word(size_t index) const {
    const Token& it = token(index);
    if (it.kind != TokenKind::kWord || it.end - it.begin > kLongestLink) return {};
    return fold_text(text_.substr(it.begin, it.end - it.begin));
  }

  bool is_day(size_t index) const {
    const Token& it = token(index);
    return it.is_number(1, 2) && it.value >= 1 && it.value <= 31;
  }

  bool is_year(size_t index) const {
    const Token& it = token(index);
    return it.is_number(4, 4) && it.value >= 1900 && it.value < 2200;
  }

  Link link_at(size_t at) const {
    const Token& it = tokens_[at];
    if (it.is('-')) return Link::kDash;
    if (it.is('~')) return Link::kTilde;
    if (it.is('&')) return Link::kAnd;
    const std::string_view written = text_.substr(it.begin, it.end - it.begin);
    if (written == "至" || written == "到" || written == "~") return Link::kTilde;
    if (written == "か" && text_.substr(it.end).starts_with("ら")) return Link::kTilde;
    if (written == "и") return Link::kAnd;
    const std::string name = word(at);
    if (name.empty()) return Link::kNone;
    if (is_one_of(name, kToWords)) return Link::kTo;
    return is_one_of(name, kAndWords) ? Link::kAnd : Link::kNone;
  }

  // -- the end before a link, read backwards -------------------------------------------

  // Past what may stand between a day and the link: "14.", "14th", "Monday 14 of".
  size_t skip_back(size_t behind) const {
    const size_t least = behind - std::min(behind, kMostJoints);
    while (behind > least) {
      const Token& it = tokens_[behind - 1];
      const bool passed = it.is('.') || it.is(',') || it.has_role(DateRole::kOrdinal) ||
                          is_one_of(word(behind - 1), kToWords) || is_lone_t(behind - 1);
      if (!passed) break;
      --behind;
    }
    return behind;
  }

  // Dutch "t/m" and "-" of "t/m" are three tokens.
  bool is_lone_t(size_t index) const { return token(index).is('/') || word(index) == "t"; }

  std::optional<End> end_before(size_t link) const {
    const size_t behind = skip_back(link);
    if (behind == 0) return std::nullopt;
    const size_t last = behind - 1;
    if (is_year(last)) return whole_before(last, behind);
    if (tokens_[last].is('D')) return east_asian_before(last, behind);
    if (tokens_[last].is_month()) return month_before(last, behind);
    if (!is_day(last)) return std::nullopt;
    return day_before(last, behind);
  }

  // "14", "January 14", "14.01", "2026. 1. 14", "2026-01-14"; not the minutes of a time.
  std::optional<End> day_before(size_t last, size_t behind) const {
    if (last == 0) return End{Says::kDay, false, last, behind};
    const Token& before = tokens_[last - 1];
    const bool minutes = before.is(':') && last > 1 && tokens_[last - 2].kind == TokenKind::kNumber;
    if (minutes) return std::nullopt;
    if (before.is_month()) return End{Says::kDayAndMonth, true, last - 1, behind};
    const bool grouped = before.is('.') || before.is('/') || (before.is('-') && !before.spaced);
    if (!grouped || last < 2 || tokens_[last - 2].kind != TokenKind::kNumber)
      return End{Says::kDay, false, last, behind};
    const size_t middle = last - 2;
    if (is_year(middle)) return std::nullopt;  // "2026-01": a month
    const bool whole = middle >= 2 && is_year(middle - 2);
    return End{whole ? Says::kAll : Says::kDayAndMonth, true, whole ? middle - 2 : middle, behind};
  }

  // "14 January", "14. Januar", "14th of January"
  std::optional<End> month_before(size_t last, size_t behind) const {
    size_t day = last;
    const size_t least = last - std::min(last, kMostJoints);
    while (day > least && is_joint(tokens_[day - 1])) --day;
    if (day == 0 || !is_day(day - 1)) return std::nullopt;
    return End{Says::kDayAndMonth, true, day - 1, behind};
  }

  static bool is_joint(const Token& it) {
    return it.is('.') || it.has_role(DateRole::kOrdinal) || it.has_role(DateRole::kLink);
  }

  // "14 January 2026", "January 14, 2026", "14.01.2026"
  std::optional<End> whole_before(size_t last, size_t behind) const {
    const size_t from = last - std::min<size_t>(last, 6);
    for (size_t first = last; first-- > from;) {
      if (!is_day(first)) continue;
      const bool month_first = first > 0 && tokens_[first - 1].is_month();
      const bool numbers = first > 1 && is_day(first - 2) && is_mark_of_numbers(tokens_[first - 1]);
      const size_t begin = first - (month_first ? 1 : numbers ? 2 : 0);
      const bool month_between = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                             tokens_.begin() + static_cast<std::ptrdiff_t>(last),
                                             [](const Token& it) { return it.is_month(); });
      if (month_first || numbers || month_between) return End{Says::kAll, true, begin, behind};
      return std::nullopt;
    }
    return std::nullopt;
  }

  static bool is_mark_of_numbers(const Token& it) { return it.is('.') || it.is('/') || it.is('-'); }

  // "2026年1月14日", "1月14日", "14日"
  std::optional<End> east_asian_before(size_t last, size_t behind) const {
    if (last == 0 || !is_day(last - 1)) return std::nullopt;
    const bool month = last >= 3 && tokens_[last - 2].is('M');
    const bool year = month && last >= 5 && tokens_[last - 4].is('Y');
    return End{year    ? Says::kAll
               : month ? Says::kDayAndMonth
                       : Says::kDay,
               month,
               last - (year    ? 5
                       : month ? 3
                               : 1),
               behind};
  }

  // -- the end behind a link -------------------------------------------------------------

  size_t skip_on(size_t at) const {
    const auto passed = [&](const Token& it) {
      return it.has_role(DateRole::kLink) || it.has_role(DateRole::kAm) || it.is('/') ||
             (it.word != nullptr && it.word->weekday != 0 && !it.is_month()) ||
             text_.substr(it.begin, it.end - it.begin) == "ら";
    };
    const size_t most = std::min(at + kMostJoints, tokens_.size());
    while (at < most && (passed(tokens_[at]) || is_one_of(word(at), kToWords))) ++at;
    return at;
  }

  std::optional<End> begin_after(size_t from) const {
    const size_t at = skip_on(from);
    if (token(at).is_month() && is_day(at + 1) && !token(at + 2).is(':'))
      return with_year({Says::kDayAndMonth, true, at, at + 2});
    if (is_year(at)) return year_first(at);
    if (!is_day(at) || token(at + 1).is(':')) return std::nullopt;
    if (token(at + 1).is('M') && is_day(at + 2)) return east_asian(at, at + 2, Says::kDayAndMonth);
    if (token(at + 1).is('D')) return east_asian(at, at, Says::kDay);
    if (const bool group = token(at + 1).is('.') || token(at + 1).is('/'); group && is_day(at + 2))
      return numbers(at);
    size_t month = at + 1;
    while (month <= at + kMostJoints && is_joint(token(month))) ++month;
    if (token(month).is_month()) return with_year({Says::kDayAndMonth, true, at, month + 1});
    return with_year({Says::kDay, false, at, at + 1});
  }

  End with_year(End end) const {
    size_t at = end.next;
    while (at < end.next + kMostJoints && (token(at).is(',') || is_joint(token(at)))) ++at;
    if (!is_year(at)) return end;
    end.next = at + 1;
    end.says = Says::kAll;
    return end;
  }

  End east_asian(size_t first, size_t day, Says says) const {
    return {says, says != Says::kDay, first, std::min(day + 2, tokens_.size())};
  }

  // "20.01.", "20.01.2026", "20/01/2026"
  std::optional<End> numbers(size_t at) const {
    End end{Says::kDayAndMonth, true, at, at + 3};
    const bool more = is_mark_of_numbers(token(at + 3)) && token(at + 4).kind == TokenKind::kNumber;
    if (!more) return end;
    end.says = Says::kAll;
    end.next = at + 5;
    return end;
  }

  // "2026-01-20", "2026年1月20日"
  std::optional<End> year_first(size_t at) const {
    if (!is_day(at + 2) || !is_day(at + 4)) return std::nullopt;
    const bool marks = token(at + 1).is('Y') || is_mark_of_numbers(token(at + 1));
    if (!marks) return std::nullopt;
    return End{Says::kAll, true, at, at + (token(at + 5).is('D') ? 6 : 5)};
  }

  // -- both ------------------------------------------------------------------------------

  // A dash also parts a date from a title that begins with a number, so behind a
  // whole date a whole one must follow it.
  static bool belong_together(const End& left, Link link, const End& right) {
    const bool month = left.has_month || right.has_month;
    if (!month) return false;
    if (left.says != Says::kAll) {
      if (link == Link::kAnd) return right.says != Says::kDay || left.has_month;
      return right.has_month || right.says == Says::kAll || link == Link::kTilde;
    }
    return right.says == Says::kAll || link == Link::kTilde;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<DateSpan> find_date_spans(std::string_view text) { return SpanReader(text).read(); }

}  // namespace vectora::text
