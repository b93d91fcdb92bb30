// A list's page from a few lines of HTML, for the tests of its readers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/list/item.h"
#include "vectora/page/list/list_page.h"

namespace vectora::page {

// Keeps alive what a ListPage refers to. The page is https://a.example/news/.
struct PageForTests {
  explicit PageForTests(std::string_view html) : dom(*Dom::parse(html)) {
    options.url = Url::parse("https://a.example/news/");
    page = std::make_unique<ListPage>(dom, options);
  }

  NodeId by_id(std::string_view id) const {
    for (NodeId n = 1; n < dom.size(); ++n) {
      if (dom.is_element(n) && dom.attribute(n, "id") == id) return n;
    }
    return kNoNode;
  }

  NodeRange range_of(std::string_view id) const {
    const NodeId node = by_id(id);
    return {node, dom.end_of(node)};
  }

  Dom dom;
  ListingOptions options;
  std::unique_ptr<ListPage> page;
};

// "2026-02-03 Title", an item a line; "-" for a date that is not there.
inline std::vector<std::string> lines_of(const std::vector<ListItem>& items) {
  std::vector<std::string> out;
  for (const ListItem& item : items) {
    out.push_back((item.date ? item.date->date.day.str() : "-") + " " + item.title);
  }
  return out;
}

}  // namespace vectora::page
