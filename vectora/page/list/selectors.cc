#include "vectora/page/list/selectors.h"

#include <algorithm>
#include <set>
#include <string>

#include "vectora/page/list/title.h"
#include "vectora/page/selector.h"

namespace vectora::page {
namespace {

constexpr size_t kMaxWork = 500'000;  // nodes of all items; those in one another count for each

struct Compiled {
  std::optional<Selector> container;
  std::optional<Selector> item;
  std::optional<Selector> title;
  std::optional<Selector> url;
  std::optional<Selector> date;
  std::optional<Selector> description;
};

Result<std::optional<Selector>> compile(std::string_view name, const std::string& css) {
  if (css.empty()) return std::optional<Selector>();
  Selector selector = TRY_IN("selector " + std::string(name), Selector::compile(css));
  return std::optional<Selector>(std::move(selector));
}

Result<Compiled> compile_all(const ListingSelectors& selectors) {
  Compiled out;
  out.container = TRY(compile("container", selectors.container));
  out.item = TRY(compile("item", selectors.item));
  out.title = TRY(compile("title", selectors.title));
  out.url = TRY(compile("url", selectors.url));
  out.date = TRY(compile("date", selectors.date));
  out.description = TRY(compile("description", selectors.description));
  return out;
}

class SelectedList {
 public:
  SelectedList(const ListPage& page, const Compiled& selectors)
      : page_(page), selectors_(selectors) {}

  std::vector<ListItem> run() {
    collect_nodes();
    std::vector<ListItem> out;
    size_t work = 0;
    for (const NodeId node : nodes_) {
      work += page_.dom.end_of(node) - node;
      if (work > kMaxWork) break;
      if (std::optional<ListItem> item = read(node)) out.push_back(std::move(*item));
    }
    return without_nested(std::move(out));
  }

 private:
  void collect_nodes() {
    std::vector<NodeId> scopes = {page_.dom.root()};
    if (selectors_.container) scopes = selectors_.container->all(page_.dom, page_.dom.root());
    std::set<NodeId> nodes;
    for (const NodeId scope : scopes) {
      for (const NodeId node : selectors_.item->all(page_.dom, scope)) nodes.insert(node);
    }
    nodes_.assign(nodes.begin(), nodes.end());
  }

  // The element itself, or the first one below it.
  NodeId find(const std::optional<Selector>& selector, NodeId node) const {
    if (!selector) return kNoNode;
    const NodeId below = selector->first(page_.dom, node);
    if (below != kNoNode) return below;
    return selector->matches(page_.dom, node) ? node : kNoNode;
  }

  TargetId target_at(NodeId node) const {
    if (node == kNoNode) return kNoTarget;
    for (size_t i = page_.links_before[node]; i < page_.links_before[page_.dom.end_of(node)]; ++i)
      return page_.links[i].target;
    return kNoTarget;
  }

  std::optional<ListItem> read(NodeId node) const {
    ItemHints hints;
    hints.title = find(selectors_.title, node);
    hints.target = target_at(find(selectors_.url, node));
    std::optional<ListItem> item = read_item(page_, {node, page_.dom.end_of(node)}, hints);
    if (!item) return std::nullopt;
    const NodeId dated = find(selectors_.date, node);
    if (dated != kNoNode)
      if (auto date = date_in_element(page_, dated)) item->date = std::move(date);
    const NodeId description = find(selectors_.description, node);
    if (description != kNoNode) item->description = page_.dom.text_content(description);
    if (!item->date) item->date = date_beside(node, item->title_node);
    return item;
  }

  // An item selector that takes links alone leaves the date outside: it is in
  // the largest element around the link that holds no other item.
  std::optional<DateReading> date_beside(NodeId node, NodeId title) const {
    NodeId around = node;
    for (NodeId up = page_.dom.parent(node); up != page_.dom.root() && up != kNoNode;
         up = page_.dom.parent(up)) {
      const auto begin = std::lower_bound(nodes_.begin(), nodes_.end(), up);
      const auto end = std::lower_bound(nodes_.begin(), nodes_.end(), page_.dom.end_of(up));
      if (end - begin > 1) break;
      around = up;
    }
    if (around == node || page_.dom.tag(around) == Tag::kBody) return std::nullopt;
    const NodeRange range{around, page_.dom.end_of(around)};
    const std::vector<Fragment> fragments = fragments_of(page_, range);
    return read_date(page_, {.range = range, .fragments = fragments, .title = title, .year = {}});
  }

  // An item around two others of different addresses is a list; an item inside
  // another one is a part of it.
  std::vector<ListItem> without_nested(std::vector<ListItem> items) const {
    std::vector<ListItem> out;
    for (size_t i = 0; i < items.size(); ++i) {
      std::set<TargetId> inside;
      for (size_t j = i + 1; j < items.size() && items[j].range.begin < items[i].range.end; ++j)
        inside.insert(items[j].target);
      if (inside.size() > 1) continue;
      const bool part = !out.empty() && items[i].range.begin < out.back().range.end;
      if (!part) out.push_back(std::move(items[i]));
    }
    return out;
  }

  const ListPage& page_;
  const Compiled& selectors_;
  std::vector<NodeId> nodes_;
};

}  // namespace

std::optional<DateReading> date_in_element(const ListPage& page, NodeId node) {
  const NodeRange range{node, page.dom.end_of(node)};
  const std::string text = page.dom.text_content(node);
  if (!page.options.date_format.empty()) {
    if (const auto date = parse_list_date(page, text))
      return DateReading{*date, DateSource::kSelector, text};
  }
  const std::vector<Fragment> fragments = fragments_of(page, range);
  auto date =
      read_date(page, {.range = range, .fragments = fragments, .title = kNoNode, .year = {}});
  if (date && date->source == DateSource::kText) date->source = DateSource::kSelector;
  return date;
}

Result<std::vector<ListItem>> select_list(const ListPage& page) {
  const Compiled selectors = TRY(compile_all(page.options.selectors));
  if (!selectors.item) return std::vector<ListItem>();
  return SelectedList(page, selectors).run();
}

}  // namespace vectora::page
