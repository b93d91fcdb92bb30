#include "vectora/page/propose/item_selectors.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "vectora/base/url.h"
#include "vectora/page/propose/css_names.h"
#include "vectora/page/selector.h"

namespace vectora::page {
namespace {

constexpr size_t kMostItemNames = 12;
constexpr size_t kMostContainers = 10;
constexpr size_t kNamesOfOne = 3;  // of one ancestor
constexpr size_t kMostKinds = 3;   // of entries in one list
constexpr size_t kMostProposed = 8;
constexpr int kCostOfLevel = 3;   // that a container stands further out
constexpr int kCostOfNone = 30;   // no container: a page has more than its list
constexpr int kCostOfMore = 200;  // finds other elements, too
constexpr int kCostOfParent = 12;
constexpr int kCostOfKind = 15;

using Names = std::vector<CssName>;

void sort_by_cost(Names& names, size_t most) {
  std::stable_sort(names.begin(), names.end(),
                   [](const CssName& a, const CssName& b) { return a.cost < b.cost; });
  if (names.size() > most) names.resize(most);
}

// The names that all elements have.
Names common_names(const Dom& dom, const std::vector<NodeId>& elements) {
  std::map<std::string, size_t> uses;
  for (const NodeId element : elements)
    for (const CssName& name : css_names(dom, element)) ++uses[name.css];
  Names out;
  for (const CssName& name : css_names(dom, elements.front()))
    if (uses[name.css] == elements.size()) out.push_back(name);
  return out;
}

// A list of several kinds of entries: for each kind a name, commas between.
Names names_of_kinds(const Dom& dom, const std::vector<NodeId>& elements) {
  std::vector<NodeId> left = elements;
  CssName out;
  for (size_t kind = 0; kind < kMostKinds && !left.empty(); ++kind) {
    const Names names = css_names(dom, left.front());
    if (names.empty()) return {};
    const Result<Selector> selector = Selector::compile(names.front().css);
    if (!selector) return {};
    std::erase_if(left, [&](NodeId element) { return selector->matches(dom, element); });
    out.css += (kind == 0 ? "" : ", ") + names.front().css;
    out.cost += names.front().cost + kCostOfKind;
  }
  return left.empty() ? Names{out} : Names{};
}

// What the addresses of entries that are links have in common: "/news/".
std::string common_folder(const Dom& dom, const std::vector<NodeId>& elements) {
  std::string common;
  for (const NodeId element : elements) {
    std::string_view href = dom.attribute(element, "href");
    if (const auto url = Url::parse(href)) href = url->path();
    const std::string folder(href.substr(0, href.rfind('/') + 1));
    if (folder.empty()) return {};
    if (common.empty()) common = folder;
    const auto differ = std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
    common.erase(differ.first, common.end());
    common.erase(common.rfind('/') + 1);
  }
  const bool safe = common.find_first_of("'\\\"\n") == std::string::npos;
  return common.size() > 2 && safe ? common : std::string();
}

std::vector<NodeId> parents_of(const Dom& dom, const std::vector<NodeId>& elements) {
  std::set<NodeId> parents;
  for (const NodeId element : elements) parents.insert(dom.parent(element));
  return {parents.begin(), parents.end()};
}

Names item_names(const Dom& dom, const std::vector<NodeId>& elements) {
  Names own = common_names(dom, elements);
  const std::vector<NodeId> parents = parents_of(dom, elements);
  Names out = own;
  const bool elementary =
      std::all_of(parents.begin(), parents.end(), [&](NodeId n) { return dom.is_element(n); });
  if (elementary) {
    Names above = common_names(dom, parents);
    sort_by_cost(above, kNamesOfOne);
    sort_by_cost(own, kNamesOfOne);
    for (const CssName& parent : above)
      for (const CssName& name : own)
        out.push_back({parent.css + " > " + name.css, parent.cost + name.cost + kCostOfParent});
  }
  const bool links = std::all_of(elements.begin(), elements.end(),
                                 [&](NodeId n) { return dom.tag(n) == Tag::kA; });
  const std::string folder = links ? common_folder(dom, elements) : std::string();
  if (!folder.empty()) out.push_back({"a[href*='" + folder + "']", 30});
  for (CssName& kinds : names_of_kinds(dom, elements)) out.push_back(std::move(kinds));
  sort_by_cost(out, kMostItemNames);
  return out;
}

// From the smallest element around all outwards, and none at all.
Names container_names(const Dom& dom, const std::vector<NodeId>& elements) {
  Names out = {{"", kCostOfNone}};
  NodeId around = dom.parent(elements.front());
  while (around != dom.root() && dom.end_of(around) <= elements.back()) around = dom.parent(around);
  for (int level = 0; around != dom.root() && dom.tag(around) != Tag::kBody; ++level) {
    Names names = css_names(dom, around);
    sort_by_cost(names, kNamesOfOne);
    for (const CssName& name : names) out.push_back({name.css, name.cost + level * kCostOfLevel});
    around = dom.parent(around);
  }
  sort_by_cost(out, kMostContainers);
  return out;
}

class Finder {
 public:
  Finder(const Dom& dom, const std::vector<NodeId>& elements) : dom_(dom), elements_(elements) {}

  // Whether all elements are found, and how much more.
  std::optional<size_t> others(const std::string& container, const std::string& item) const {
    const Result<Selector> selector = Selector::compile(item);
    if (!selector) return std::nullopt;
    std::set<NodeId> found;
    for (const NodeId scope : scopes(container))
      for (const NodeId node : selector->all(dom_, scope)) found.insert(node);
    const bool all = std::all_of(elements_.begin(), elements_.end(),
                                 [&](NodeId element) { return found.count(element) > 0; });
    return all ? std::optional(found.size() - elements_.size()) : std::nullopt;
  }

 private:
  std::vector<NodeId> scopes(const std::string& container) const {
    if (container.empty()) return {dom_.root()};
    const Result<Selector> selector = Selector::compile(container);
    return selector ? selector->all(dom_, dom_.root()) : std::vector<NodeId>();
  }

  const Dom& dom_;
  const std::vector<NodeId>& elements_;
};

// The child of the range's own parent that holds the title.
NodeId element_of(const Dom& dom, const ListItem& item) {
  if (dom.is_element(item.range.begin) && dom.end_of(item.range.begin) == item.range.end)
    return item.range.begin;
  if (item.title_node == kNoNode) return kNoNode;
  const NodeId level = dom.parent(item.range.begin);
  NodeId node = item.title_node;
  while (node != dom.root() && dom.parent(node) != level) node = dom.parent(node);
  return dom.is_element(node) ? node : kNoNode;
}

}  // namespace

std::vector<NodeId> item_elements(const Dom& dom, const std::vector<ListItem>& items) {
  std::vector<NodeId> out;
  for (const ListItem& item : items) {
    const NodeId element = element_of(dom, item);
    if (element == kNoNode) return {};
    if (out.empty() || out.back() != element) out.push_back(element);
  }
  const bool ordered = std::is_sorted(out.begin(), out.end());
  return ordered && out.size() == items.size() ? out : std::vector<NodeId>();
}

std::vector<ListingSelectors> item_selectors(const Dom& dom, const std::vector<NodeId>& elements) {
  const Finder finder(dom, elements);
  std::vector<std::pair<int, ListingSelectors>> ranked;
  const Names items = item_names(dom, elements);
  for (const CssName& container : container_names(dom, elements)) {
    for (const CssName& item : items) {
      const std::optional<size_t> others = finder.others(container.css, item.css);
      if (!others) continue;
      const int cost = container.cost + item.cost + (*others > 0 ? kCostOfMore : 0);
      ListingSelectors where;
      where.container = container.css;
      where.item = item.css;
      ranked.emplace_back(cost, std::move(where));
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (ranked.size() > kMostProposed) ranked.resize(kMostProposed);
  std::vector<ListingSelectors> out;
  for (auto& [cost, selectors] : ranked) out.push_back(std::move(selectors));
  return out;
}

}  // namespace vectora::page
