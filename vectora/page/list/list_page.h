// What the readers of lists share about one page: its tree, its links by
// target, and for each node where it stands and what its class names say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "vectora/base/url.h"
#include "vectora/page/dom.h"
#include "vectora/page/list/roles.h"
#include "vectora/page/listing.h"

namespace vectora::page {

// Where a node stands: content; beside it (<aside>, "related"); or in what never
// holds entries (navigation, footers, breadcrumbs, share buttons, scripts).
enum class Zone : uint8_t { kContent, kSide, kOut };

using TargetId = uint32_t;
constexpr TargetId kNoTarget = 0xFFFFFFFF;

struct PageLink {
  NodeId node = kNoNode;
  TargetId target = kNoTarget;
};

// An address that links point at. Spellings of one address share a target.
struct LinkTarget {
  std::string address;     // absolute
  std::string key;         // Url::canonical
  bool secondary = false;  // a tag, an author, comments, a social network: seldom an entry
};

struct ListPage {
  // The references must outlive the page.
  ListPage(const Dom& tree, const ListingOptions& wanted);

  const Dom& dom;
  const ListingOptions& options;
  std::optional<Url> base;
  std::vector<Zone> zones;             // by node
  std::vector<Roles> roles;            // by node; its own, not inherited
  std::vector<uint64_t> shapes;        // by node: hash of the tags and classes from the root to it
  std::vector<PageLink> links;         // outside kOut, document order
  std::vector<LinkTarget> targets;     // by TargetId
  std::vector<uint32_t> links_before;  // by node (and one more): links with a smaller id
  text::DateHints hints;
  bool years_first = false;  // dates of two digits a field begin with the year

  size_t links_in(NodeId begin, NodeId end) const {
    return links_before[end] - links_before[begin];
  }
};

// The address an element leads to, as written: href, data-href, a click handler
// that goes somewhere. Empty: none.
std::string_view link_reference(const Dom& dom, NodeId node);

}  // namespace vectora::page
