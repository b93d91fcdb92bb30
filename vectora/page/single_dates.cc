#include "vectora/page/single_dates.h"

#include <algorithm>

#include "vectora/text/date/spans.h"

namespace vectora::page {

std::vector<text::FoundDate> find_single_dates(std::string_view text,
                                               const text::DateHints& hints) {
  std::vector<text::FoundDate> dates = text::find_dates(text, hints);
  if (dates.empty()) return dates;
  const std::vector<text::DateSpan> spans = text::find_date_spans(text);
  std::erase_if(dates, [&](const text::FoundDate& date) {
    return std::any_of(spans.begin(), spans.end(), [&](const text::DateSpan& span) {
      return date.begin < span.end && span.begin < date.end;
    });
  });
  return dates;
}

std::optional<text::ParsedDate> parse_single_date(std::string_view text,
                                                  const text::DateHints& hints) {
  const auto date = text::parse_date(text, hints);
  return date && text::find_date_spans(text).empty() ? date : std::nullopt;
}

}  // namespace vectora::page
