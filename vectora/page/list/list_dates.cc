#include "vectora/page/list/list_dates.h"

#include <algorithm>
#include <charconv>

#include "vectora/page/list/title.h"
#include "vectora/page/list/words.h"
#include "vectora/page/single_dates.h"
#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr size_t kLongestMark = 80;
constexpr size_t kMostHeadingWords = 10;
constexpr NodeId kReachBefore = 60;  // nodes before the first entry

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "2026", "Year 2026", "2026 (12)"; nothing for other texts.
std::optional<int> lone_year(std::string_view text) {
  std::optional<int> year;
  size_t letters = 0;
  for (size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      if (text[i] != ' ') ++letters;
      ++i;
      continue;
    }
    size_t end = i;
    int value = 0;
    while (end < text.size() && is_digit(text[end]) && end - i < 5)
      value = value * 10 + (text[end++] - '0');
    if (end - i == 4 && value >= 1980 && value <= 2100) {
      if (year) return std::nullopt;
      year = value;
    }
    i = end;
  }
  return letters <= 12 ? year : std::nullopt;
}

// What stands alone between entries and holds for those that follow.
struct Mark {
  std::optional<DateReading> day;
  std::optional<int> year;
  bool fresh = false;  // no entry has followed yet
};

class HeadingDates {
 public:
  HeadingDates(const ListPage& page, const std::vector<NodeRange>& ranges,
               std::vector<ListItem>& items)
      : page_(page), ranges_(ranges), items_(items) {}

  void run() {
    NodeId at = ranges_.front().begin > kReachBefore ? ranges_.front().begin - kReachBefore : 1;
    size_t item = 0;
    for (const NodeRange& range : ranges_) {
      for (; at < range.begin; ++at) read_gap(at);
      at = range.end;
      while (item < items_.size() && items_[item].range.begin < range.begin) ++item;
      if (item < items_.size() && items_[item].range == range) give(items_[item]);
      mark_.fresh = false;
    }
  }

 private:
  void read_gap(NodeId n) {
    if (is_heading(page_.dom.tag(n))) mark_ = {};
    if (!page_.dom.is_text(n) || page_.dom.text(n).size() > kLongestMark * 4) return;
    if (page_.zones[n] == Zone::kOut || stands_with_links(n)) return;
    const std::string text = text::collapse_space(page_.dom.text(n));
    if (text.size() < 4 || text.size() > kLongestMark) return;
    const bool dated = is_only_date(text, page_.hints) || is_heading_with_day(n, text);
    const auto day = dated ? day_in(text) : std::nullopt;
    if (day) {
      mark_ = {.day = DateReading{*day, DateSource::kText, text},
               .year = day->day.year(),
               .fresh = true};
    } else if (const std::optional<int> year = lone_year(text)) {
      // Two years in a row are a choice of years, not a heading.
      const bool choice = mark_.fresh && mark_.year && !mark_.day;
      mark_ = {.day = {}, .year = choice ? std::nullopt : year, .fresh = true};
    }
  }

  // The date of an entry of its own, then, not a heading over others.
  bool stands_with_links(NodeId n) const {
    NodeId block = page_.dom.parent(n);
    while (block != page_.dom.root() && !is_block(page_.dom.tag(block)))
      block = page_.dom.parent(block);
    return page_.links_in(block, page_.dom.end_of(block)) > 0 && !holds_ranges(block);
  }

  bool holds_ranges(NodeId block) const {
    return block <= ranges_.front().begin && ranges_.front().begin < page_.dom.end_of(block);
  }

  // "Published in the Journal of 3 March 2026": a few words, in a heading.
  bool is_heading_with_day(NodeId n, std::string_view text) const {
    if (word_count(text) > kMostHeadingWords) return false;
    NodeId up = page_.dom.parent(n);
    for (int level = 0; level < 2 && up != page_.dom.root(); ++level, up = page_.dom.parent(up)) {
      const Tag tag = page_.dom.tag(up);
      if (is_heading(tag) || tag == Tag::kTh || tag == Tag::kDt || tag == Tag::kCaption ||
          tag == Tag::kB || tag == Tag::kStrong)
        return true;
    }
    return false;
  }

  std::optional<text::ParsedDate> day_in(std::string_view text) const {
    if (auto day = parse_list_date(page_, text)) return day;
    const std::vector<text::FoundDate> dates = find_single_dates(text, page_.hints);
    return dates.size() == 1 ? std::optional(dates.front().date) : std::nullopt;
  }

  void give(ListItem& item) const {
    if (item.date) {
      give_year(*item.date);
      return;
    }
    if (mark_.year) {
      const std::vector<Fragment> fragments = fragments_of(page_, item.range);
      item.date = read_date(page_, {.range = item.range,
                                    .fragments = fragments,
                                    .title = item.title_node,
                                    .year = mark_.year});
    }
    if (item.date || !mark_.day) return;
    item.date = mark_.day;
    item.date_of_heading = true;
  }

  // A date without a year was taken for the latest one; the heading knows better.
  void give_year(DateReading& date) const {
    if (!mark_.year || text::parse_date(date.text)) return;
    if (const auto day = parse_in_year(date.text, *mark_.year)) date.date = *day;
  }

  const ListPage& page_;
  const std::vector<NodeRange>& ranges_;
  std::vector<ListItem>& items_;
  Mark mark_;
};

int rows_of(const Dom& dom, NodeId cell) {
  const std::string_view written = dom.attribute(cell, "rowspan");
  int rows = 0;
  std::from_chars(written.data(), written.data() + written.size(), rows);
  return rows;
}

// A cell over several rows holds the day of all of them.
void give_dates_of_spanning_cells(const ListPage& page, std::vector<ListItem>& items) {
  int rows = 0;
  const ListItem* above = nullptr;
  for (ListItem& item : items) {
    if (item.date) {
      above = &item;
      rows = 0;
      for (NodeId n = item.range.begin; n < item.range.end; ++n) {
        if (page.dom.tag(n) == Tag::kTd || page.dom.tag(n) == Tag::kTh)
          rows = std::max(rows, rows_of(page.dom, n));
      }
    } else if (above != nullptr && --rows > 0) {
      item.date = above->date;
    }
  }
}

bool wants_heading(const ListPage& page, const ListItem& item) {
  return !item.date || (page.hints.now && !text::parse_date(item.date->text));
}

}  // namespace

void give_dates_of_headings(const ListPage& page, const std::vector<NodeRange>& ranges,
                            std::vector<ListItem>& items) {
  const bool wanted = std::any_of(items.begin(), items.end(),
                                  [&](const ListItem& item) { return wants_heading(page, item); });
  if (!wanted) return;
  give_dates_of_spanning_cells(page, items);
  HeadingDates(page, ranges, items).run();
}

void give_dates_of_titles(std::vector<ListItem>& items) {
  size_t leading = 0;
  for (const ListItem& item : items) leading += !item.date && item.leading ? 1 : 0;
  if (leading * 10 < items.size() * 6 || leading < 2) return;
  for (ListItem& item : items) {
    if (item.date || !item.leading) continue;
    item.date =
        DateReading{*item.leading, DateSource::kText, item.title.substr(0, item.leading_end)};
    item.title = title_after(item.title, item.leading_end);
  }
}

void give_dates_of_addresses(const ListPage& page, std::vector<ListItem>& items) {
  for (ListItem& item : items) {
    if (item.date && !item.date->in_text) continue;
    if (auto date = date_in_address(page.targets[item.target].address)) item.date = std::move(date);
  }
}

}  // namespace vectora::page
