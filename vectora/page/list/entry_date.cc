#include "vectora/page/list/entry_date.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "vectora/page/list/date_format.h"
#include "vectora/page/list/title.h"
#include "vectora/page/list/words.h"
#include "vectora/page/single_dates.h"
#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr size_t kLongestDateAttribute = 60;
constexpr size_t kLongestDateText = 120;
constexpr size_t kLongestDateline = 400;
constexpr size_t kDatelineReach = 80;
constexpr size_t kLongestBeside = 60;  // of a date field: "Posted by … in …"

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_word_end(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_date_attribute(std::string_view name) {
  if (name == "datetime") return true;
  if (name.substr(0, 5) != "data-") return false;
  if (contains(name, "updat") || contains(name, "modif") || contains(name, "end")) return false;
  return contains(name, "date") || contains(name, "time") || contains(name, "publish");
}

class Reader {
 public:
  Reader(const ListPage& page, const DateQuestion& question) : page_(page), question_(question) {}

  std::optional<DateReading> run() {
    if (auto found = by_patterns()) return found;
    if (auto found = by_attributes()) return found;
    if (auto found = by_fragments(kDateRole, kLongestDateText)) return found;
    if (auto found = only_dates(BesideDate::kNothing)) return found;
    if (auto found = only_dates(BesideDate::kWords)) return found;
    if (auto found = by_fragments(0, kLongestDateText)) return found;
    if (auto found = by_year()) return found;
    return by_dateline();
  }

 private:
  using Parsed = std::optional<text::ParsedDate>;

  bool usable(const Fragment& fragment) const {
    return fragment.node != question_.title && (fragment.roles & kUpdatedRole) == 0 &&
           (!is_revision_text(fragment.text) || has_two_days(fragment.text));
  }

  // "Updated 5 March 2026 | Published 1 March 2026".
  bool has_two_days(std::string_view text) const {
    return text::find_dates(text, page_.hints).size() > 1;
  }

  std::optional<DateReading> by_patterns() const {
    for (const text::Regex& pattern : page_.options.date_patterns) {
      for (const Fragment& fragment : question_.fragments) {
        const auto match = pattern.search(fragment.text);
        if (!match) continue;
        if (const Parsed date = parse_list_date(page_, match->group))
          return DateReading{*date, DateSource::kText, std::string(match->group)};
      }
    }
    return std::nullopt;
  }

  // The best of the attributes: microdata, then <time>, then the rest.
  std::optional<DateReading> by_attributes() const {
    std::optional<DateReading> best;
    int best_rank = 0;
    const Dom& dom = page_.dom;
    for (NodeId n = question_.range.begin; n < question_.range.end; ++n) {
      if (!dom.is_element(n) || (page_.roles[n] & kUpdatedRole) != 0) continue;
      const int rank = rank_of(n);
      if (rank <= best_rank) continue;
      if (auto reading = of_attributes(n)) {
        best = std::move(reading);
        best_rank = rank;
      }
    }
    return best;
  }

  int rank_of(NodeId n) const {
    const std::string_view property = page_.dom.attribute(n, "itemprop");
    if (contains(property, "datePublished")) return 4;
    if (!property.empty() && contains(property, "dateModified")) return 0;
    const bool published = contains(page_.dom.attribute(n, "class"), "publish") ||
                           page_.dom.has_attribute(n, "pubdate");
    if (page_.dom.tag(n) == Tag::kTime) return published ? 3 : 2;
    return 1;
  }

  std::optional<DateReading> of_attributes(NodeId n) const {
    const Dom& dom = page_.dom;
    const Tag tag = dom.tag(n);
    const bool published = contains(dom.attribute(n, "itemprop"), "datePublished");
    for (auto* a = dom.attributes_begin(n); a != dom.attributes_end(n); ++a) {
      const bool carries = is_date_attribute(a->name) || (published && a->name == "content") ||
                           (a->name == "title" && is_title_date(n, tag));
      if (!carries || a->value.size() < 6 || a->value.size() > kLongestDateAttribute) continue;
      if (const Parsed date = text::parse_date(a->value, {.order = page_.hints.order, .now = {}}))
        return DateReading{*date, published ? DateSource::kMicrodata : DateSource::kTimeElement,
                           std::string(a->value)};
    }
    if (!published && tag != Tag::kTime) return std::nullopt;
    const std::string text = dom.text_content(n);
    if (text.size() > kLongestDateText) return std::nullopt;
    if (const Parsed date = parse_list_date(page_, text))
      return DateReading{*date, published ? DateSource::kMicrodata : DateSource::kTimeElement,
                         text};
    return std::nullopt;
  }

  // "3 hours ago" with the full date as a tooltip.
  bool is_title_date(NodeId n, Tag tag) const {
    return tag == Tag::kAbbr || tag == Tag::kTime ||
           (tag == Tag::kSpan && has_digit(page_.dom.attribute(n, "title")));
  }

  std::optional<DateReading> reading(const Fragment& fragment, const Parsed& date,
                                     std::string_view text) const {
    if (!date) return std::nullopt;
    return DateReading{
        *date, (fragment.roles & kDateRole) != 0 ? DateSource::kSelector : DateSource::kText,
        std::string(text)};
  }

  // Fragments of the role, or any that are short and neither link nor heading.
  std::optional<DateReading> by_fragments(Roles needed, size_t longest) const {
    for (const Fragment& fragment : question_.fragments) {
      if (!usable(fragment) || (fragment.roles & needed) != needed) continue;
      if (fragment.text.size() > longest || fragment.heading != kNoNode) continue;
      if (needed == 0 && fragment.link != kNoNode) continue;
      if (needed != 0) {
        if (auto found = reading(fragment, parse_list_date(page_, fragment.text), fragment.text))
          return found;
      }
      if (auto found = first_in(fragment, fragment.text.size())) return found;
    }
    return std::nullopt;
  }

  std::optional<DateReading> only_dates(BesideDate beside) const {
    for (const Fragment& fragment : question_.fragments) {
      if (!usable(fragment) || !is_only_date(fragment.text, page_.hints, beside)) continue;
      if (auto found = reading(fragment, parse_list_date(page_, fragment.text), fragment.text))
        return found;
      if (auto found = first_in(fragment, fragment.text.size())) return found;
    }
    return std::nullopt;
  }

  std::optional<DateReading> first_in(const Fragment& fragment, size_t reach) const {
    if (!page_.hints.now && !has_digit(fragment.text)) return std::nullopt;
    const std::vector<text::FoundDate> dates = find_single_dates(fragment.text, page_.hints);
    if (dates.empty() || dates.front().begin > reach) return std::nullopt;
    const bool revised = dates.size() > 1 && is_revision_text(fragment.text);
    const text::FoundDate& date = dates[revised ? 1 : 0];
    auto found = reading(fragment, date.date,
                         std::string_view(fragment.text).substr(date.begin, date.end - date.begin));
    found->in_text = fragment.text.size() > (date.end - date.begin) + kLongestBeside;
    return found;
  }

  std::optional<DateReading> by_year() const {
    if (!question_.year) return std::nullopt;
    for (const Fragment& fragment : question_.fragments) {
      if (!usable(fragment) || fragment.text.size() > 24) continue;
      if (auto found =
              reading(fragment, parse_in_year(fragment.text, *question_.year), fragment.text))
        return found;
    }
    return std::nullopt;
  }

  std::optional<DateReading> by_dateline() const {
    for (const Fragment& fragment : question_.fragments) {
      if (!usable(fragment) || fragment.heading != kNoNode || is_action_text(fragment.text))
        continue;
      const std::string_view start = std::string_view(fragment.text).substr(0, kLongestDateline);
      if (!has_digit(start)) continue;
      auto found = first_in(fragment, kDatelineReach);
      if (!found) continue;
      found->in_text = true;
      return found;
    }
    return std::nullopt;
  }

  const ListPage& page_;
  const DateQuestion& question_;
};

// Three numbers with the same separator between them.
struct Triple {
  int first = 0;
  int second = 0;
  int third = 0;
};

std::optional<Triple> triple_in(const std::string& text) {
  const char* at = text.c_str();
  while (*at != '\0' && !is_digit(*at)) ++at;
  std::array<long, 3> fields{};
  std::array<char, 3> after{};
  for (size_t i = 0; i < fields.size(); ++i) {
    char* end = nullptr;
    if (!is_digit(*at)) return std::nullopt;
    fields.at(i) = std::strtol(at, &end, 10);
    after.at(i) = *end;
    at = *end == '\0' ? end : end + 1;
  }
  const bool separated =
      after[0] == after[1] && (after[0] == '/' || after[0] == '-' || after[0] == '.');
  const bool small =
      std::all_of(fields.begin(), fields.end(), [](long f) { return f > 0 && f < 9999; });
  if (!separated || !small) return std::nullopt;
  return Triple{static_cast<int>(fields[0]), static_cast<int>(fields[1]),
                static_cast<int>(fields[2])};
}

// Three numbers of two digits each and nothing else: "26-02-11".
std::optional<Triple> short_triple(const std::string& text) {
  if (text.size() != 8 || is_digit(text[2]) || is_digit(text[5])) return std::nullopt;
  return triple_in(text);
}

std::optional<Date> day_of_digits(std::string_view digits, size_t at, bool separated) {
  const size_t month = at + (separated ? 5 : 4);
  const size_t day = month + (separated ? 3 : 2);
  if (day + 2 > digits.size()) return std::nullopt;
  const auto number = [&](size_t from, size_t count) {
    int value = 0;
    for (size_t i = from; i < from + count; ++i) {
      if (!is_digit(digits[i])) return -1;
      value = value * 10 + (digits[i] - '0');
    }
    return value;
  };
  const int year = number(at, 4);
  if (year < 1990 || year > 2100) return std::nullopt;
  return Date::from_civil(year, number(month, 2), number(day, 2));
}

}  // namespace

std::optional<DateReading> read_date(const ListPage& page, const DateQuestion& question) {
  return Reader(page, question).run();
}

std::optional<DateReading> date_in_address(std::string_view address) {
  for (size_t i = 0; i + 8 <= address.size(); ++i) {
    if (!is_digit(address[i]) || (i > 0 && is_digit(address[i - 1]))) continue;
    const bool separated =
        i + 10 <= address.size() && !is_digit(address[i + 4]) && address[i + 4] == address[i + 7] &&
        (address[i + 4] == '/' || address[i + 4] == '-' || address[i + 4] == '_');
    const size_t length = separated ? 10 : 8;
    if (i + length < address.size() && is_digit(address[i + length])) continue;
    if (const std::optional<Date> day = day_of_digits(address, i, separated))
      return DateReading{
          {*day, std::nullopt}, DateSource::kUrl, std::string(address.substr(i, length))};
  }
  return std::nullopt;
}

std::optional<text::ParsedDate> parse_in_year(std::string_view text, int year) {
  while (!text.empty() && !is_word_end(text.back())) text.remove_suffix(1);
  const auto read_on = [&](int y, int month) {
    return text::parse_date(
        text, {.order = text::FieldOrder::kUnknown, .now = Date::from_civil(y, month, 30)});
  };
  const auto same_day = [](const text::ParsedDate& a, const text::ParsedDate& b) {
    return a.day.month() == b.day.month() && a.day.day() == b.day.day();
  };
  // The name of a day and a month stays where it is whenever it is read, but for
  // its year; "3 days ago" moves, and a complete date keeps its year.
  const auto late = read_on(year, 12);
  const auto early = read_on(year, 6);
  const auto next = read_on(year + 4, 12);  // which has a 29 February as well
  if (!late || !early || !next || !same_day(*late, *early) || late->day == next->day)
    return std::nullopt;
  const auto day = Date::from_civil(year, late->day.month(), late->day.day());
  return day ? std::optional(text::ParsedDate{*day, std::nullopt}) : std::nullopt;
}

std::optional<text::ParsedDate> parse_list_date(const ListPage& page, std::string_view text) {
  if (!page.options.date_format.empty()) {
    if (const auto day = parse_by_format(text, page.options.date_format))
      return text::ParsedDate{*day, std::nullopt};
  }
  if (page.years_first) {
    const std::string trimmed = text::collapse_space(text);
    if (const auto triple = short_triple(trimmed)) {
      const auto day = Date::from_civil(2000 + triple->first, triple->second, triple->third);
      if (day) return text::ParsedDate{*day, std::nullopt};
    }
  }
  return parse_single_date(text, page.hints);
}

text::FieldOrder order_of_dates(const std::vector<std::string>& texts, std::string_view language) {
  bool first_above = false;
  bool second_above = false;
  bool numeric = false;
  for (const std::string& text : texts) {
    const std::optional<Triple> triple = triple_in(text);
    if (!triple || triple->first > 31) continue;
    numeric = true;
    first_above = first_above || triple->first > 12;
    second_above = second_above || triple->second > 12;
  }
  if (first_above != second_above)
    return first_above ? text::FieldOrder::kDayFirst : text::FieldOrder::kMonthFirst;
  const bool american =
      language.empty() || language == "en" || language == "en-US" || language == "en-us";
  return !numeric || american ? text::FieldOrder::kUnknown : text::FieldOrder::kDayFirst;
}

bool are_years_first(const std::vector<std::string>& texts, std::string_view language) {
  std::set<int> firsts;
  std::set<int> thirds;
  for (const std::string& text : texts) {
    const std::optional<Triple> triple = short_triple(text);
    if (!triple) continue;
    firsts.insert(triple->first);
    thirds.insert(triple->third);
  }
  if (firsts.empty() || *firsts.begin() < 13) return false;
  const std::string_view script = language.substr(0, 2);
  if (script == "ko" || script == "ja" || script == "zh") return true;
  return *firsts.rbegin() > 31 || firsts.size() < thirds.size();
}

}  // namespace vectora::page
