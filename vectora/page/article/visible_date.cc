#include "vectora/page/article/visible_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "vectora/page/article/blocks.h"
#include "vectora/page/article/date_words.h"
#include "vectora/page/article/lowered.h"
#include "vectora/page/single_dates.h"

namespace vectora::page {
namespace {

using namespace meaning;

constexpr float kLongestLine = 300;     // of a line that may be a date line
constexpr size_t kDatelineReach = 160;  // bytes of a paragraph's begin
constexpr size_t kLabelReach = 40;      // bytes before a date where its label stands
constexpr double kEnough = 0.9;
constexpr double kInTitle = 2.5;
constexpr float kLinkOfStory = 8;  // characters: a name or a category has fewer

std::string_view last_bytes(std::string_view text, size_t count) {
  return text.substr(text.size() - std::min(count, text.size()));
}

// Where a line stands: at the title, where a page says when it was published, or elsewhere.
enum class Place { kAtTitle, kElsewhere };

// Among lines that look the same and say different days.
enum class Listed { kNo, kFirst, kLater };

struct Candidate {
  text::ParsedDate date;
  double score = 0;
  Place place = Place::kElsewhere;
  size_t away = 0;       // blocks from the title
  bool of_link = false;  // stands behind the text beside a link to what it is the day of
  uint64_t look = 0;     // of the line's element: the lines of a list look the same
};

class VisibleDateSearch {
 public:
  VisibleDateSearch(const Dom& dom, const PageMeasures& measures, const text::DateHints& hints,
                    Pruning pruning)
      : dom_(dom),
        m_(measures),
        hints_(hints),
        pruning_(pruning),
        skipped_(find_boilerplate(dom, measures, pruning)),
        blocks_(split_blocks(dom, measures.body, skipped_)) {}

  // The best at the title, even where other texts follow that look like it, else
  // the best elsewhere.
  std::optional<text::ParsedDate> run() {
    find_title();
    for (size_t i = 0; i < blocks_.size(); ++i) look_at(i);
    const Candidate* found = best_of(Place::kAtTitle, Listed::kNo);
    if (found == nullptr) found = best_of(Place::kAtTitle, Listed::kFirst);
    if (found == nullptr) found = best_of(Place::kElsewhere, Listed::kNo);
    return found == nullptr ? std::nullopt : std::optional(found->date);
  }

 private:
  static constexpr size_t kBehind = 8;  // blocks: the lines between a title and its text
  static constexpr size_t kBeside = 6;
  static constexpr size_t kBefore = 3;
  static constexpr size_t kShortestByline = 8;  // "By A. B., "
  static constexpr size_t kStampTail = 8;       // bytes behind a time of day: "Uhr", "EST"

  void find_title() {
    const NodeId heading = m_.title_heading;
    title_at_ = blocks_.size();
    first_paragraph_ = blocks_.size();
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const TextBlock& block = blocks_[i];
      if (heading != kNoNode && !has_title() && dom_.contains(heading, block.begin)) title_at_ = i;
      const bool long_text = block.is_paragraph() && block.weight > 150;
      const bool behind_title = title_at_ < i || !has_title();
      if (first_paragraph_ == blocks_.size() && long_text && behind_title) first_paragraph_ = i;
    }
  }

  bool has_title() const { return title_at_ < blocks_.size(); }

  const Candidate* best_of(Place place, Listed listed) const {
    const Candidate* best = nullptr;
    for (const Candidate& one : candidates_) {
      if (one.place != place || one.score < kEnough || listed_as(one) != listed) continue;
      if (best == nullptr || one.score > best->score) best = &one;
    }
    return best;
  }

  // Lines that look the same and say different days are those of other texts;
  // the one nearest to the title may still be the page's own.
  Listed listed_as(const Candidate& one) const {
    int others = 0;
    bool nearer = false;
    for (const Candidate& other : candidates_) {
      if (other.look != one.look || other.away == one.away || other.date.day == one.date.day) {
        continue;
      }
      ++others;
      nearer = nearer || other.away < one.away;
    }
    if (others == 0 || (others == 1 && one.away <= kBehind)) return Listed::kNo;
    const bool own = !nearer && one.away <= kBeside && !one.of_link;
    return own ? Listed::kFirst : Listed::kLater;
  }

  void look_at(size_t index) {
    const TextBlock& block = blocks_[index];
    if (index == title_at_) {
      look_inside_title(block);
      return;
    }
    const bool line = block.weight <= kLongestLine;
    const bool may_hold_dateline = index >= first_paragraph_ && index < first_paragraph_ + 2;
    if (!line && !may_hold_dateline) return;
    const std::string text = text_of_block(dom_, block, skipped_);
    if (text.find_first_of("0123456789") == std::string::npos) return;
    const std::string_view seen =
        line ? std::string_view(text) : std::string_view(text).substr(0, kDatelineReach);
    const std::vector<text::FoundDate> dates = dates_of(seen);
    for (const text::FoundDate& found : dates) {
      if (found.date.day.year() < 1995) continue;
      const double dateline = score_dateline(seen, found);
      const DateLine at{index, text, found, share_of(text, dates, found)};
      add(index, found.date, line ? std::max(dateline, score_line(at)) : dateline);
    }
  }

  // How much of its line the date and others beside it are; lines have parts.
  static double share_of(std::string_view text, const std::vector<text::FoundDate>& dates,
                         const text::FoundDate& found) {
    constexpr auto kSeparators = std::to_array<std::string_view>(
        {" | ", " / ", " // ", "\n", " · ", " • ", " - ", " – ", "|"});
    size_t begin = 0;
    size_t end = text.size();
    for (const std::string_view separator : kSeparators) {
      const size_t before = text.substr(0, found.begin).rfind(separator);
      if (before != std::string_view::npos) begin = std::max(begin, before + separator.size());
      end = std::min(end, text.find(separator, found.end));
    }
    size_t covered = 0;
    for (const text::FoundDate& one : dates) {
      if (one.begin >= begin && one.end <= end) covered += one.end - one.begin;
    }
    return static_cast<double>(covered) / static_cast<double>(std::max<size_t>(end - begin, 1));
  }

  void add(size_t index, const text::ParsedDate& date, double score) {
    const NodeId node = blocks_[index].container;
    Candidate one{.date = date,
                  .score = score,
                  .place = place_of(index),
                  .away = away(index),
                  .of_link = index > first_paragraph_ && blocks_[index].link_weight > kLinkOfStory};
    one.look = (uint64_t{m_.names[node]} << 32) + (static_cast<uint64_t>(dom_.tag(node)) << 24) +
               m_.names[dom_.parent(node)] % (1u << 24);
    candidates_.push_back(one);
  }

  // A date in a title is of what it tells, unless it stands in an element for dates
  // or in small print.
  void look_inside_title(const TextBlock& block) {
    for (NodeId n = block.container + 1; n < block.end; ++n) {
      const Tag tag = dom_.tag(n);
      const bool dated = tag == Tag::kTime || tag == Tag::kSmall ||
                         (dom_.is_element(n) && (m_.names[n] & kDate) != 0);
      if (!dated) continue;
      for (const text::FoundDate& found : dates_of(dom_.text_content(n))) {
        add(title_at_, found.date, kInTitle);
      }
    }
  }

  // A short line may be a date that running text would not be believed: "28.01.22".
  std::vector<text::FoundDate> dates_of(std::string_view text) const {
    std::vector<text::FoundDate> found = find_single_dates(text, hints_);
    if (found.empty() && text.size() < 40) {
      if (const auto date = parse_single_date(text, hints_))
        found.push_back({*date, 0, text.size()});
    }
    return found;
  }

  // NEW YORK, Feb. 3, 2026 (Wire) -- Example said ...
  static double score_dateline(std::string_view text, const text::FoundDate& found) {
    if (found.begin > 80) return 0;
    std::string_view after = text.substr(found.end).substr(0, 40);
    after.remove_prefix(std::min(after.find_first_not_of(" ,."), after.size()));
    const auto begins = [&](std::string_view mark) { return after.starts_with(mark); };
    constexpr auto kDashes = std::to_array<std::string_view>({"- ", "--", "–", "—"});
    if (std::ranges::any_of(kDashes, begins)) return 3.0;
    const bool wire = begins("(") || begins("/");
    const bool dash = std::ranges::any_of(
        kDashes, [&](std::string_view mark) { return after.find(mark) != std::string_view::npos; });
    return wire && dash ? 3.0 : 0;
  }

  struct DateLine {
    size_t index;
    std::string_view text;
    const text::FoundDate& found;
    double share;
  };

  double score_line(const DateLine& line) const {
    const TextBlock& block = blocks_[line.index];
    const std::string around = lowered(line.text);
    const std::string_view before =
        last_bytes(std::string_view(around).substr(0, line.found.begin), kLabelReach);
    const std::string above = label_above(line.index);
    if (tells_of_other(before) || tells_of_other(above)) return 0;
    const Meanings names = names_around(block.container);
    const bool modified = says_modified(before) || says_modified(above);
    const bool labelled =
        !modified && (is_labelled(line, around, before, above) || speaks_of_itself(around));
    if (!may_be_own(line, around, names, labelled)) return 0;
    double score = line.share > 0.8 ? 1.5 : line.share > 0.35 ? 1.0 : 0;
    if ((names & kDate) != 0) score += 1.5;
    if ((names & (kMeta | kAuthor)) != 0) score += 0.5;
    if (begins_byline(around)) score += 0.5;
    if (labelled) score += 1.2;
    if (modified) score -= 0.7;
    if (block.link_density() > 0.7F) score -= 0.8;
    return score + nearness(line.index) - strangeness(place_of(line.index), names);
  }

  // What running text tells of is an event, unless it speaks of itself; and what
  // stands far from the title says itself what it is.
  bool may_be_own(const DateLine& line, std::string_view around, Meanings names,
                  bool labelled) const {
    const bool at_title = place_of(line.index) == Place::kAtTitle;
    const bool behind = line.index > title_at_ && pruning_ != Pruning::kNone;
    const bool named = (names & kDate) != 0 && (at_title || behind);
    if (!at_title && !labelled && !named) return false;
    if (is_heading(dom_.tag(blocks_[line.index].container)) && line.share < 0.8) return false;
    if (line.share > 0.35) return true;
    const bool after_name = begins_byline(around) && line.found.begin >= kShortestByline;
    const bool byline = after_name || (names & (kDate | kAuthor)) != 0;
    if (byline || speaks_of_itself(around)) return true;
    if (blocks_[line.index].is_paragraph()) {
      return says_published(around.substr(0, std::min(line.found.begin, kLabelReach)));
    }
    const bool stamp = line.found.date.time && line.text.size() - line.found.end < kStampTail;
    return line.found.begin == 0 || stamp || (names & kMeta) != 0 ||
           (labelled && line.found.begin < kLabelReach);
  }

  // "Posted on" before the date, behind it, or alone in the line above.
  static bool is_labelled(const DateLine& line, std::string_view around, std::string_view before,
                          std::string_view above) {
    constexpr size_t kShort = 160;
    if (says_published(before) || says_published(above)) return true;
    if (ends_with_leading_word(std::string_view(around).substr(0, line.found.begin))) return true;
    return around.size() < kShort && says_published(around.substr(line.found.end));
  }

  // A short line without a number just before, in the same part of the page.
  std::string label_above(size_t index) const {
    if (index == 0 || index - 1 == title_at_ || blocks_[index - 1].weight > kLabelReach) return {};
    const NodeId above_it = dom_.parent(blocks_[index - 1].container);
    const NodeId own = dom_.parent(blocks_[index].container);
    if (own != above_it && dom_.parent(own) != dom_.parent(above_it)) return {};
    std::string above = lowered(text_of_block(dom_, blocks_[index - 1], skipped_));
    return above.find_first_of("0123456789") == std::string::npos ? above : std::string();
  }

  static double strangeness(Place place, Meanings names) {
    const Meanings strange = place == Place::kAtTitle
                                 ? kEvent | kRelated | kComment
                                 : kEvent | kRelated | kTeaser | kComment | kFooter | kSide;
    return (names & strange) != 0 ? 1.5 : 0;
  }

  size_t away(size_t index) const {
    const size_t from = has_title() ? title_at_ : first_paragraph_;
    return index > from ? index - from : 2 * (from - index);
  }

  Place place_of(size_t index) const {
    if (!has_title()) {
      return index < first_paragraph_ + 2 ? Place::kAtTitle : Place::kElsewhere;
    }
    if (index < title_at_) return away(index) <= 2 * kBefore ? Place::kAtTitle : Place::kElsewhere;
    const bool before_text = index <= first_paragraph_ && away(index) <= 3 * kBehind;
    if (pruning_ == Pruning::kNone && !before_text) return Place::kElsewhere;
    return away(index) <= kBehind || before_text ? Place::kAtTitle : Place::kElsewhere;
  }

  double nearness(size_t index) const {
    if (place_of(index) == Place::kElsewhere) return 0;
    if (!has_title()) return 0.7;
    if (index < title_at_) return 0.9;
    return 1.2 - 0.02 * static_cast<double>(away(index));
  }

  Meanings names_around(NodeId node) const {
    Meanings out = 0;
    NodeId above = node;
    for (int up = 0; up < 4 && above > m_.body; ++up, above = dom_.parent(above)) {
      if (m_.text[above] > 500) break;
      out |= m_.names[above];
    }
    for (NodeId inner = node; inner < dom_.end_of(node) && m_.text[node] < 300; ++inner) {
      if (dom_.is_element(inner) && !is_block(dom_.tag(inner))) out |= m_.names[inner] & kDate;
    }
    return out;
  }

  const Dom& dom_;
  const PageMeasures& m_;
  const text::DateHints& hints_;
  Pruning pruning_;
  std::vector<bool> skipped_;
  std::vector<TextBlock> blocks_;
  std::vector<Candidate> candidates_;
  size_t title_at_ = 0;
  size_t first_paragraph_ = 0;
};

}  // namespace

std::optional<text::ParsedDate> find_visible_date(const Dom& dom, const PageMeasures& measures,
                                                  const text::DateHints& hints) {
  for (const Pruning pruning : {Pruning::kCareful, Pruning::kNone}) {
    if (auto found = VisibleDateSearch(dom, measures, hints, pruning).run()) return found;
  }
  return std::nullopt;
}

}  // namespace vectora::page
