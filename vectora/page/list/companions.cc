#include "vectora/page/list/companions.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "vectora/page/list/list_dates.h"

namespace vectora::page {
namespace {

constexpr double kLeastOfAverage = 0.8;
constexpr size_t kMostFeatured = 6;
constexpr size_t kMostBlockLinks = 10;
constexpr size_t kMostBlockNodes = 300;
constexpr size_t kLeastWords = 3;

// Host and first folder: the part of a site that an address belongs to.
std::string part_of_site(const ListPage& page, TargetId target) {
  const std::string_view key = page.targets[target].key;
  size_t slash = key.find("//");
  slash = key.find('/', slash == std::string_view::npos ? 0 : slash + 2);
  if (slash == std::string_view::npos) return std::string(key);
  const size_t next = key.find('/', slash + 1);
  return std::string(key.substr(0, next == std::string_view::npos ? slash : next));
}

bool mostly_dated(const std::vector<ListItem>& items) {
  const auto dated = std::count_if(items.begin(), items.end(),
                                   [](const ListItem& item) { return item.date.has_value(); });
  return static_cast<size_t>(dated) * 10 >= items.size() * 7;
}

// A block of the page around one linked heading.
class Featured {
 public:
  Featured(const ListPage& page, std::vector<NodeRange> taken)
      : page_(page), taken_(std::move(taken)) {}

  // The entry of the smallest block around the link that has a day; without one,
  // of the largest.
  std::optional<ListItem> around(const PageLink& link) const {
    std::optional<ListItem> best;
    const Dom& dom = page_.dom;
    NodeId block = link.node;
    for (int level = 0; level < 6; ++level) {
      const NodeId up = dom.parent(block);
      if (up == kNoNode || dom.tag(up) == Tag::kBody || dom.tag(up) == Tag::kMain ||
          !is_one_entry(up))
        break;
      block = up;
      std::optional<ListItem> item = read_item(page_, {block, dom.end_of(block)});
      if (!item || item->target != link.target || !item->strong_title || item->rivals > 0) continue;
      best = std::move(item);
      if (best->date) return best;
    }
    return best;
  }

 private:
  bool is_one_entry(NodeId block) const {
    const NodeId end = page_.dom.end_of(block);
    if (page_.links_in(block, end) > kMostBlockLinks || end - block > kMostBlockNodes) return false;
    return std::none_of(taken_.begin(), taken_.end(), [&](const NodeRange& range) {
      return range.begin < end && block < range.end;
    });
  }

  const ListPage& page_;
  std::vector<NodeRange> taken_;
};

bool in_heading(const ListPage& page, NodeId link) {
  NodeId up = link;
  for (int level = 0; level < 4 && up != page.dom.root(); ++level, up = page.dom.parent(up)) {
    if (is_heading(page.dom.tag(up))) return true;
  }
  for (NodeId n = link + 1; n < page.dom.end_of(link) && n < link + 40; ++n) {
    if (is_heading(page.dom.tag(n))) return true;
  }
  return false;
}

class Companions {
 public:
  Companions(const ListPage& page, const ScoredList& main)
      : page_(page), main_(main), items_(main.items) {
    for (const ListItem& item : items_) {
      targets_.insert(item.target);
      parts_.insert(part_of_site(page, item.target));
    }
    dated_ = mostly_dated(items_);
  }

  void add_list(const ScoredList& list) {
    if (list.candidate.zone != Zone::kContent || list.average < main_.average * kLeastOfAverage)
      return;
    if (dated_ && !mostly_dated(list.items)) return;
    if (overlaps(list)) return;
    const bool same_parts = std::all_of(list.items.begin(), list.items.end(),
                                        [&](const ListItem& item) { return is_same_part(item); });
    if (!same_parts) return;
    for (const ListItem& item : list.items) add(item);
  }

  // Featured stories stand before the list.
  void add_featured() {
    if (main_.candidate.zone != Zone::kContent) return;
    std::vector<NodeRange> taken = main_.candidate.ranges;
    const Featured featured(page_, taken);
    size_t added = 0;
    for (const PageLink& link : page_.links) {
      if (link.node >= taken.front().begin || added >= kMostFeatured) break;
      if (page_.zones[link.node] != Zone::kContent || targets_.count(link.target) > 0) continue;
      if (!in_heading(page_, link.node)) continue;
      std::optional<ListItem> item = featured.around(link);
      if (!item || item->words < kLeastWords || !is_same_part(*item)) continue;
      std::vector<ListItem> one = {std::move(*item)};
      give_dates_of_addresses(page_, one);
      if (dated_ != one.front().date.has_value()) continue;
      add(one.front());
      ++added;
    }
  }

  std::vector<ListItem> take() {
    std::stable_sort(items_.begin(), items_.end(), [](const ListItem& a, const ListItem& b) {
      return a.range.begin < b.range.begin;
    });
    return std::move(items_);
  }

 private:
  bool is_same_part(const ListItem& item) const {
    return parts_.count(part_of_site(page_, item.target)) > 0;
  }

  // Both are in document order.
  bool overlaps(const ScoredList& list) const {
    auto known = main_.items.begin();
    for (const ListItem& item : list.items) {
      while (known != main_.items.end() && known->range.end <= item.range.begin) ++known;
      if (known == main_.items.end()) return false;
      if (known->range.begin < item.range.end) return true;
    }
    return false;
  }

  void add(const ListItem& item) {
    if (targets_.insert(item.target).second) items_.push_back(item);
  }

  const ListPage& page_;
  const ScoredList& main_;
  std::vector<ListItem> items_;
  std::set<TargetId> targets_;
  std::set<std::string> parts_;
  bool dated_ = false;
};

bool is_below_page(const ListPage& page, TargetId target) {
  if (!page.options.url) return false;
  const std::string here = page.options.url->canonical();
  const std::string& key = page.targets[target].key;
  return key.size() > here.size() && key.compare(0, here.size(), here) == 0;
}

bool in_news_element(const ListPage& page, NodeId node) {
  for (NodeId up = node; up != page.dom.root() && up != kNoNode; up = page.dom.parent(up)) {
    if (page.dom.tag(up) == Tag::kBody) return false;
    if ((page.roles[up] & kNewsRole) != 0) return true;
  }
  return false;
}

}  // namespace

std::vector<ListItem> with_companions(const ListPage& page, const std::vector<ScoredList>& lists,
                                      size_t main) {
  Companions companions(page, lists[main]);
  for (size_t i = 0; i < lists.size(); ++i) {
    if (i != main) companions.add_list(lists[i]);
  }
  companions.add_featured();
  return companions.take();
}

std::vector<ListItem> lone_entries(const ListPage& page) {
  std::vector<ListItem> out;
  const Featured featured(page, {});
  for (const PageLink& link : page.links) {
    if (page.zones[link.node] != Zone::kContent || !in_heading(page, link.node)) continue;
    std::optional<ListItem> item = featured.around(link);
    if (!item || !item->date || item->words < kLeastWords) continue;
    if (!is_below_page(page, link.target) && !in_news_element(page, item->range.begin)) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const ListItem& other) {
      return other.target == item->target;
    });
    if (!known) out.push_back(std::move(*item));
  }
  return out;
}

}  // namespace vectora::page
