// Each part is looked for in the same way: elements of the first entries that hold it
// give names, the cheapest name that leads to the part in all entries is the selector.
#include "vectora/page/propose/part_selectors.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "vectora/page/list/selectors.h"
#include "vectora/page/propose/css_names.h"
#include "vectora/page/selector.h"

namespace vectora::page {
namespace {

constexpr size_t kSampled = 3;     // entries whose elements give names
constexpr size_t kMostTried = 40;  // names
constexpr size_t kLongestDateText = 120;
constexpr int kCostOfPlace = 60;     // a cell by its number
constexpr int kCostOfLongText = 25;  // an element that holds more than the part

class PartSearch {
 public:
  PartSearch(const ListPage& page, const std::vector<ListItem>& items,
             const std::vector<NodeId>& elements)
      : page_(page), dom_(page.dom), items_(items), elements_(elements) {}

  std::string title() const {
    Costs costs;
    for (size_t i = 0; i < std::min(kSampled, items_.size()); ++i) {
      if (items_[i].title_node == kNoNode) continue;
      for (NodeId n = dom_.parent(items_[i].title_node); n != elements_[i] && n != dom_.root();
           n = dom_.parent(n)) {
        const bool more = dom_.text_content(n) != items_[i].title;
        add(n, more ? kCostOfLongText : 0, costs);
      }
    }
    return cheapest(costs, [&](const Selector& selector) {
      return holds_for_all([&](size_t i) {
        if (items_[i].title_node == kNoNode) return true;
        const NodeId found = selector.first(dom_, elements_[i]);
        return found != kNoNode && dom_.contains(found, items_[i].title_node);
      });
    });
  }

  std::string url() const {
    const auto leads = [&](size_t i, NodeId node) {
      return node != kNoNode && first_target(node) == items_[i].target;
    };
    const auto leads_itself = [&](size_t i) {
      return dom_.tag(elements_[i]) == Tag::kA && leads(i, elements_[i]);
    };
    if (holds_for_all(leads_itself)) return {};
    Costs costs = {{"a[href]", 10}, {"h2 a", 22}, {"h3 a", 22}, {"h4 a", 22}};
    for (size_t i = 0; i < std::min(kSampled, items_.size()); ++i) {
      const NodeId end = dom_.end_of(elements_[i]);
      for (NodeId n = elements_[i] + 1; n < end; ++n)
        if (dom_.is_element(n) && leads(i, n)) add(n, dom_.tag(n) == Tag::kA ? 0 : 10, costs);
    }
    return cheapest(costs, [&](const Selector& selector) {
      return holds_for_all([&](size_t i) { return leads(i, selector.first(dom_, elements_[i])); });
    });
  }

  std::string date() const {
    Costs costs;
    size_t sampled = 0;
    for (size_t i = 0; i < items_.size() && sampled < kSampled; ++i) {
      if (!items_[i].date) continue;
      ++sampled;
      const NodeId end = dom_.end_of(elements_[i]);
      for (NodeId n = elements_[i] + 1; n < end; ++n)
        if (dom_.is_element(n) && shows_day(n, i)) add_dated(n, i, costs);
    }
    return cheapest(costs, [&](const Selector& selector) {
      return holds_for_all([&](size_t i) {
        const NodeId found = selector.first(dom_, elements_[i]);
        if (!items_[i].date) return found == kNoNode || !date_in_element(page_, found);
        return found != kNoNode && shows_day(found, i);
      });
    });
  }

 private:
  using Costs = std::map<std::string, int>;

  void add(NodeId node, int extra, Costs& costs) const {
    for (const CssName& name : css_names(dom_, node)) {
      const auto [at, fresh] = costs.try_emplace(name.css, name.cost + extra);
      if (!fresh) at->second = std::min(at->second, name.cost + extra);
    }
  }

  void add_dated(NodeId node, size_t item, Costs& costs) const {
    const bool around_title =
        items_[item].title_node != kNoNode && dom_.contains(node, items_[item].title_node);
    add(node, around_title ? kCostOfLongText : 0, costs);
    if (dom_.tag(node) != Tag::kTd && dom_.tag(node) != Tag::kTh) return;
    int place = 1;
    for (NodeId n = dom_.first_child(dom_.parent(node)); n != kNoNode && n != node;
         n = dom_.next_sibling(n))
      place += dom_.is_element(n) ? 1 : 0;
    const std::string cell = std::string(dom_.name(node)) + ":nth-child(" + std::to_string(place);
    costs.try_emplace(cell + ")", kCostOfPlace);
  }

  bool shows_day(NodeId node, size_t item) const {
    if (dom_.end_of(node) - node > 40 || dom_.text_content(node).size() > kLongestDateText)
      return false;
    const std::optional<DateReading> date = date_in_element(page_, node);
    return date && date->date.day == items_[item].date->date.day;
  }

  TargetId first_target(NodeId node) const {
    const size_t first = page_.links_before[node];
    return first < page_.links_before[dom_.end_of(node)] ? page_.links[first].target : kNoTarget;
  }

  bool holds_for_all(const std::function<bool(size_t)>& holds) const {
    for (size_t i = 0; i < items_.size(); ++i)
      if (!holds(i)) return false;
    return true;
  }

  static std::string cheapest(const Costs& costs,
                              const std::function<bool(const Selector&)>& serves) {
    std::vector<std::pair<int, std::string>> ranked;
    for (const auto& [css, cost] : costs) ranked.emplace_back(cost, css);
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kMostTried) ranked.resize(kMostTried);
    for (const auto& [cost, css] : ranked) {
      const Result<Selector> selector = Selector::compile(css);
      if (selector && serves(*selector)) return css;
    }
    return {};
  }

  const ListPage& page_;
  const Dom& dom_;
  const std::vector<ListItem>& items_;
  const std::vector<NodeId>& elements_;
};

}  // namespace

ListingSelectors part_selectors(const ListPage& page, const std::vector<ListItem>& items,
                                const std::vector<NodeId>& elements) {
  const PartSearch search(page, items, elements);
  ListingSelectors out;
  out.title = search.title();
  out.url = search.url();
  out.date = search.date();
  return out;
}

}  // namespace vectora::page
