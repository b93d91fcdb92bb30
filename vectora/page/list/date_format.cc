#include "vectora/page/list/date_format.h"

#include <string>

#include "vectora/text/lenient_date.h"

namespace vectora::page {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "March" in any language that dates are read in; 0: no month.
int month_of(std::string_view word) {
  const auto date = text::parse_date("15 " + std::string(word) + " 2024");
  return date && date->day.year() == 2024 && date->day.day() == 15 ? date->day.month() : 0;
}

class FormatReader {
 public:
  FormatReader(std::string_view text, std::string_view format) : text_(text), format_(format) {}

  std::optional<Date> run() {
    skip_space();
    for (size_t i = 0; i < format_.size(); ++i) {
      const bool field = format_[i] == '%' && i + 1 < format_.size();
      if (field ? !take_field(format_[++i]) : !take_literal(format_[i])) return std::nullopt;
    }
    return day();
  }

 private:
  std::optional<Date> day() const {
    if (year_ == 0) return std::nullopt;
    if (day_of_year_ > 0) {
      const std::optional<Date> first = Date::from_civil(year_, 1, 1);
      return first ? std::optional(*first + (day_of_year_ - 1)) : std::nullopt;
    }
    return Date::from_civil(year_, month_, day_);
  }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  bool take_literal(char wanted) {
    if (is_space(wanted)) {
      skip_space();
      return true;
    }
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool number(size_t most, int& out) {
    skip_space();
    int value = 0;
    size_t digits = 0;
    while (digits < most && at_ < text_.size() && is_digit(text_[at_])) {
      value = value * 10 + (text_[at_++] - '0');
      ++digits;
    }
    if (digits > 0) out = value;
    return digits > 0;
  }

  std::string_view word() {
    const size_t begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    const std::string_view found = text_.substr(begin, at_ - begin);
    if (at_ < text_.size() && text_[at_] == '.') ++at_;
    return found;
  }

  bool take_month() {
    month_ = month_of(word());
    return month_ > 0;
  }

  bool take_short_year() {
    if (!number(2, year_)) return false;
    year_ += year_ < 69 ? 2000 : 1900;
    return true;
  }

  bool take_all(std::string_view fields) {
    for (const char c : fields) {
      const bool field = is_letter(c);
      if (field ? !take_field(c) : !take_literal(c)) return false;
    }
    return true;
  }

  bool take_field(char field) {
    int ignored = 0;
    switch (field) {
      case 'Y': return number(4, year_);
      case 'y': return take_short_year();
      case 'm': return number(2, month_);
      case 'd':
      case 'e': return number(2, day_);
      case 'j': return number(3, day_of_year_);
      case 'b':
      case 'B':
      case 'h': return take_month();
      case 'D': return take_all("m/d/y");
      case 'F': return take_all("Y-m-d");
      case 'H':
      case 'I':
      case 'M':
      case 'S': return number(2, ignored);
      default: return take_other(field);
    }
  }

  bool take_other(char field) {
    switch (field) {
      case 'T': return take_all("H:M:S");
      case 'R': return take_all("H:M");
      case 'n':
      case 't': return take_literal(' ');
      case '%': return take_literal('%');
      case 'a':
      case 'A':
      case 'p':
      case 'Z': return !word().empty();
      case 'z':
        while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
        return true;
      default: return false;
    }
  }

  std::string_view text_;
  std::string_view format_;
  size_t at_ = 0;
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
  int day_of_year_ = 0;
};

// "%-d" and "%#d" are "%d" without padding.
std::string without_padding_marks(std::string_view format) {
  std::string out;
  for (size_t i = 0; i < format.size(); ++i) {
    out += format[i];
    if (format[i] == '%' && i + 2 < format.size() && (format[i + 1] == '-' || format[i + 1] == '#'))
      ++i;
  }
  return out;
}

}  // namespace

std::optional<Date> parse_by_format(std::string_view text, std::string_view format) {
  const std::string plain = without_padding_marks(format);
  return FormatReader(text, plain).run();
}

}  // namespace vectora::page
