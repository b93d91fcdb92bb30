#include "vectora/page/list/title.h"

#include <algorithm>
#include <array>
#include <vector>

#include "vectora/page/list/words.h"
#include "vectora/page/single_dates.h"
#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr size_t kLongestLabel = 32;
constexpr size_t kLeastTitle = 4;
constexpr size_t kLongestDateText = 80;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_word(char c) {
  return is_digit(c) || is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Separators of fields, in UTF-8.
constexpr std::array<std::string_view, 16> kSeparators = {"|", "-", "–", "—", ":", ",", "·", "•",
                                                          "/", ">", "»", "›", "→", "*", "]", ")"};

size_t separator_at_start(std::string_view text) {
  for (const std::string_view s : kSeparators) {
    if (text.substr(0, s.size()) == s) return s.size();
  }
  return !text.empty() && (text[0] == ' ' || text[0] == '\t') ? 1 : 0;
}

size_t separator_at_end(std::string_view text) {
  constexpr std::array<std::string_view, 11> kBefore = {"|", "-", "–", "—", ":", "·",
                                                        "•", "/", "(", "[", ","};
  for (const std::string_view s : kBefore) {
    if (text.size() >= s.size() && text.substr(text.size() - s.size()) == s) return s.size();
  }
  return !text.empty() && text.back() == ' ' ? 1 : 0;
}

// Drops separators; whether one stood there that is more than a blank.
bool strip_start(std::string_view& text) {
  bool more_than_blank = false;
  while (const size_t size = separator_at_start(text)) {
    if (text[0] != ' ') more_than_blank = true;
    text.remove_prefix(size);
  }
  return more_than_blank;
}

bool strip_end(std::string_view& text) {
  bool more_than_blank = false;
  while (const size_t size = separator_at_end(text)) {
    if (text.back() != ' ') more_than_blank = true;
    text.remove_suffix(size);
  }
  return more_than_blank;
}

// "RegulatoryCompany reports": the label in front, glued.
size_t glued_label(std::string_view text) {
  const size_t bound = std::min(text.size(), kLongestLabel);
  for (size_t i = 1; i < bound; ++i) {
    const bool hump = is_upper(text[i]) && (is_lower(text[i - 1]) || text[i - 1] == ' ');
    if (hump && text[i - 1] != ' ' && is_label_text(text.substr(0, i))) return i;
  }
  return 0;
}

bool strip_leading_date(std::string_view& text, const std::vector<text::FoundDate>& dates,
                        CleanTitle& out) {
  const text::FoundDate& first = dates.front();
  const std::string_view before = text.substr(0, first.begin);
  const bool labelled = !before.empty() && is_label_text(before);
  if (first.begin > 2 && !labelled) return false;
  std::string_view rest = text.substr(first.end);
  const bool glued = !rest.empty() && is_word(rest.front());
  const bool separated = strip_start(rest);
  if (rest.size() < kLeastTitle) return false;
  if (!glued && !separated && !labelled) {
    out.leading = first.date;
    out.leading_end = first.end;
    return false;
  }
  out.date = first.date;
  out.date_text = std::string(text.substr(first.begin, first.end - first.begin));
  text = rest;
  return true;
}

// "(April 1st – September 30, 2025)": the end of a period that the title names.
bool is_inside_brackets(std::string_view before) {
  const size_t open = before.find_last_of("([");
  if (open == std::string_view::npos || before.find_first_of(")]", open) != std::string_view::npos)
    return false;
  return before.find_first_not_of(' ', open + 1) != std::string_view::npos;
}

void strip_trailing_dates(std::string_view& text, const std::vector<text::FoundDate>& dates,
                          CleanTitle& out) {
  const char* const begin = text.data();
  for (auto at = dates.rbegin(); at != dates.rend(); ++at) {
    std::string_view tail = text.substr(std::min(at->end, text.size()));
    strip_start(tail);
    if (!tail.empty() || at->begin == 0 || at->end > text.size()) return;
    std::string_view head = text.substr(0, at->begin);
    if (is_inside_brackets(head)) return;
    const bool glued = is_word(head.back()) || head.back() == '.' || head.back() == '"';
    const bool separated = strip_end(head) && !head.empty();
    const bool comma_only =
        separated && text[static_cast<size_t>(head.data() + head.size() - begin)] == ',';
    if ((!glued && (!separated || comma_only) && !out.date) || head.size() < kLeastTitle) return;
    if (!out.date) {
      out.date = at->date;
      out.date_text = std::string(text.substr(at->begin, at->end - at->begin));
    }
    text = head;
  }
}

// Words of a link that follow a title: "… in adults READ MORE".
void strip_trailing_action(std::string_view& text) {
  constexpr std::array<std::string_view, 12> kEnds = {
      "read more",     "learn more", "lire la suite", "weiterlesen",
      "mehr erfahren", "leer mas",   "leer más",      "läs mer",
      "lees meer",     "(pdf)",      "[pdf]",         "download attachment"};
  for (const std::string_view end : kEnds) {
    if (text.size() < end.size() + kLeastTitle) continue;
    const std::string_view tail = text.substr(text.size() - end.size());
    const bool same = std::equal(tail.begin(), tail.end(), end.begin(), [](char a, char b) {
      return (is_upper(a) ? static_cast<char>(a | 0x20) : a) == b;
    });
    if (!same) continue;
    text.remove_suffix(end.size());
    strip_end(text);
    return;
  }
}

void strip_arrows(std::string_view& text) {
  constexpr std::array<std::string_view, 6> kArrows = {"»", "›", "→", ">", "❯", "⟶"};
  const bool quoted =
      text.find("«") != std::string_view::npos || text.find("‹") != std::string_view::npos;
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view arrow : kArrows) {
      if (quoted && (arrow == "»" || arrow == "›")) continue;
      if (text.size() > arrow.size() && text.substr(text.size() - arrow.size()) == arrow) {
        text.remove_suffix(arrow.size());
        again = true;
      }
      if (text.size() > arrow.size() && text.substr(0, arrow.size()) == arrow) {
        text.remove_prefix(arrow.size());
        again = true;
      }
    }
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
}

// Figures and separators alone, as fields of tables hold them: "15.01.26".
bool is_bare_date(std::string_view text, const text::DateHints& hints) {
  const bool bare =
      std::none_of(text.begin(), text.end(), [](char c) { return is_word(c) && !is_digit(c); });
  const auto separators = std::count_if(text.begin(), text.end(),
                                        [](char c) { return c == '.' || c == '/' || c == '-'; });
  return bare && separators == 2 && text.size() >= 6 && text.size() <= 20 &&
         text::parse_date(text, hints).has_value();
}

// "19 February": a day of a year that is not said.
bool is_day_and_month(std::string_view text, const text::DateHints& hints) {
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return digits >= 1 && digits <= 2 && word_count(text) <= 3 && text.size() <= 32 &&
         text::parse_date(text, hints).has_value();
}

// "Yesterday": a day that is told from the one of reading, and nothing else.
bool is_relative_day(std::string_view text, const text::DateHints& hints) {
  constexpr size_t kLongest = 24;
  return text.size() <= kLongest && word_count(text) <= 2 &&
         std::none_of(text.begin(), text.end(), is_digit) &&
         text::parse_date(text, hints).has_value();
}

}  // namespace

CleanTitle clean_title(std::string_view raw, const text::DateHints& hints) {
  CleanTitle out;
  const std::string collapsed = text::collapse_space(raw);
  std::string_view text = collapsed;
  strip_trailing_action(text);
  if (std::any_of(text.begin(), text.end(), is_digit)) {
    const text::DateHints absolute{.order = hints.order, .now = std::nullopt};
    std::vector<text::FoundDate> dates = find_single_dates(text, absolute);
    if (!dates.empty() && strip_leading_date(text, dates, out))
      dates = find_single_dates(text, absolute);
    if (!dates.empty()) strip_trailing_dates(text, dates, out);
  }
  if (out.date) text.remove_prefix(glued_label(text));
  strip_arrows(text);
  out.title = std::string(text);
  return out;
}

std::string title_after(std::string_view title, size_t count) {
  std::string_view rest = title.substr(std::min(count, title.size()));
  strip_start(rest);
  return std::string(rest);
}

bool is_only_date(std::string_view text, const text::DateHints& hints, BesideDate beside) {
  if (text.size() > kLongestDateText) return false;
  // Any day serves to understand "3 days ago" and "19 February".
  text::DateHints relative = hints;
  if (!relative.now) relative.now = Date::from_civil(2020, 6, 15);
  const std::vector<text::FoundDate> dates = text::find_dates(text, relative);
  if (dates.empty())
    return is_bare_date(text, hints) || is_day_and_month(text, relative) ||
           is_relative_day(text, relative);
  size_t letters = 0;
  size_t digits = 0;
  size_t next = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (next < dates.size() && at >= dates[next].begin) {
      at = std::max(at, dates[next].end - 1);
      ++next;
      continue;
    }
    digits += is_digit(text[at]) ? 1 : 0;
    letters += is_word(text[at]) ? 1 : 0;
  }
  // "Published: ..., 10:00 Uhr" is one; "..., Op. Atty. Gen 624c-4" is not.
  const size_t most = beside == BesideDate::kWords ? 14 : 4;
  return letters - digits <= most && (digits == 0 || (digits <= 4 && letters - digits <= 6));
}

}  // namespace vectora::page
