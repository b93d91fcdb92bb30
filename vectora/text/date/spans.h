// Days that a text names together: from one to another, or one and another.
//
//   find_date_spans("The fair: 14 to 20 January 2026, hall 3")    one, "14 to 20 January 2026"
//
// Such days are those of an event, of a period, of an offer: a text is published
// on one day. Neither end need be complete: "14.–20.01.2026", "28 January to
// 3 February", "du 14 au 20 janvier", "14 and 15 January", "2026年1月14日~20日".
// Two dates that stand side by side without such a link are no span, nor is a time
// before or behind a date ("10:30 - 20 January 2026").
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vectora::text {

struct DateSpan {
  size_t begin = 0;  // byte span in the text, as far as the ends are understood
  size_t end = 0;

  bool operator==(const DateSpan&) const = default;
};

// In order, apart. A text of more than 64 KiB is read so far.
std::vector<DateSpan> find_date_spans(std::string_view text);

}  // namespace vectora::text
