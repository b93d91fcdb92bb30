// The day of one entry, out of the part of the page that holds it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/page/list/fragments.h"

namespace vectora::page {

struct DateReading {
  text::ParsedDate date;
  DateSource source = DateSource::kNone;
  std::string text;      // as written
  bool in_text = false;  // out of a sentence: it may be the day of something else
};

struct DateQuestion {
  NodeRange range;
  const std::vector<Fragment>& fragments;  // of the range
  NodeId title = kNoNode;                  // first node of the title's fragment: not a date
  std::optional<int> year;                 // under whose heading the entry stands
};

// In order: the configured patterns, microdata, <time>, attributes that carry
// dates, fragments that are dates by class or by content, a dateline.
std::optional<DateReading> read_date(const ListPage& page, const DateQuestion& question);

// "/2026/03/10/slug", "…-20260310.pdf".
std::optional<DateReading> date_in_address(std::string_view address);

// "Feb 19" in the year 2026; nothing if the text names no day and month.
std::optional<text::ParsedDate> parse_in_year(std::string_view text, int year);

// A date of the configuration's own format or, failing that, of any.
std::optional<text::ParsedDate> parse_list_date(const ListPage& page, std::string_view text);

// What decides 03/02/2026 for a whole list: a field above 12 in any of its
// dates, else the page's language.
text::FieldOrder order_of_dates(const std::vector<std::string>& texts, std::string_view language);

// Whether "26-02-11" names its year first: by language, or because the first
// fields of a list vary less than the last ones.
bool are_years_first(const std::vector<std::string>& texts, std::string_view language);

}  // namespace vectora::page
