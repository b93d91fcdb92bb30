// Mining for records.
//
// Whatever the markup, a list of news is a parent whose children resemble each
// other and each hold one link with a title, mostly with a date beside it. So:
//
// 1. Every element is tried as such a parent: its children that hold links are
//    grouped by tag, and by tag and class. A group is a candidate. Groups of
//    the same shape (tags and classes from the root down) elsewhere on the page
//    are one candidate with it: rows of cards, years of an archive.
// 2. Where a group is interleaved with other content (dt/dd, heading/paragraph,
//    pairs of table rows, text between <br>), the stretch from one member to the
//    next, and from the one before to it, are tried as entries too.
// 3. An item earns points for a date, a heading, the length of its title; a list
//    earns the points of its items. What is too coarse a level loses items, what
//    is too fine loses dates, so the right level wins by its sum.
//
// Entries of more than kMostNodes nodes or kMostLinks links are not read: they
// are parts of a page, not of a list; that, and kMaxWork, bounds the time.
#include "vectora/page/list/miner.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "vectora/page/list/candidates.h"
#include "vectora/page/list/companions.h"
#include "vectora/page/list/list_dates.h"
#include "vectora/page/list/score.h"

namespace vectora::page {
namespace {

constexpr size_t kMostNodes = 1500;
constexpr size_t kMostLinks = 45;
constexpr int64_t kMaxWork = 5'000'000;  // nodes

class Miner {
 public:
  explicit Miner(const ListPage& page) : page_(page) {}

  std::vector<ListItem> run() {
    std::vector<ScoredList> lists;
    for (const Candidate& candidate : candidates_of(page_)) {
      ScoredList list = read(candidate);
      if (!list.items.empty()) lists.push_back(std::move(list));
    }
    if (lists.empty()) return lone_entries(page_);
    return with_companions(page_, lists, main_list(lists));
  }

 private:
  ScoredList read(const Candidate& candidate) {
    std::vector<ListItem> items;
    for (const NodeRange& range : candidate.ranges) {
      if (std::optional<ListItem> item = read_once(range)) items.push_back(std::move(*item));
    }
    if (items.empty()) return {};
    work_ += candidate.ranges.back().end - candidate.ranges.front().begin;
    if (work_ <= kMaxWork) give_dates_of_headings(page_, candidate.ranges, items);
    give_dates_of_titles(items);
    give_dates_of_addresses(page_, items);
    return score_list(page_, candidate, std::move(items));
  }

  std::optional<ListItem> read_once(NodeRange range) {
    const size_t nodes = range.end - range.begin;
    if (nodes > kMostNodes || page_.links_in(range.begin, range.end) > kMostLinks)
      return std::nullopt;
    const uint64_t key = (uint64_t{range.begin} << 32) | range.end;
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    work_ += static_cast<int64_t>(nodes);
    if (work_ > kMaxWork) return std::nullopt;
    return known_[key] = read_item(page_, range);
  }

  const ListPage& page_;
  int64_t work_ = 0;
  std::unordered_map<uint64_t, std::optional<ListItem>> known_;
};

}  // namespace

std::vector<ListItem> mine_list(const ListPage& page) { return Miner(page).run(); }

}  // namespace vectora::page
