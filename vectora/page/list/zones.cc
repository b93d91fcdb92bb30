#include "vectora/page/list/zones.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace vectora::page {
namespace {

constexpr size_t kMaxClassBytes = 400;
constexpr uint32_t kFewLinks = 3;
constexpr NodeId kLargeElement = 40;  // nodes
constexpr uint32_t kManyFrames =
    4;  // <header> and <footer> of a page that also gives them to entries

class Zoner {
 public:
  Zoner(const Dom& dom, const std::vector<Roles>& roles) : dom_(dom), roles_(roles) { count(); }

  std::vector<Zone> run() {
    std::vector<Zone> zones(dom_.size(), Zone::kContent);
    for (NodeId n = 1; n < dom_.size(); ++n) {
      const Zone above = zones[dom_.parent(n)];
      zones[n] = above == Zone::kOut || !dom_.is_element(n) ? above : std::max(above, own(n));
    }
    return zones;
  }

 private:
  // Sums before each node: how many links, and how many marks of content.
  void count() {
    links_.reserve(dom_.size() + 1);
    marks_.reserve(dom_.size() + 1);
    uint32_t links = 0;
    uint32_t marks = 0;
    uint64_t text = 0;
    NodeId unseen_end = 0;
    for (NodeId n = 0; n < dom_.size(); ++n) {
      links_.push_back(links);
      marks_.push_back(marks);
      text_.push_back(text);
      const Tag tag = dom_.tag(n);
      if (is_unseen(tag)) unseen_end = std::max(unseen_end, dom_.end_of(n));
      if (n >= unseen_end) text += dom_.text(n).size();
      if (tag == Tag::kA) ++links;
      if (tag == Tag::kHeader || tag == Tag::kFooter) ++frames_;
      if (tag == Tag::kMain || tag == Tag::kArticle || tag == Tag::kTime || tag == Tag::kH1)
        ++marks;
    }
    links_.push_back(links);
    marks_.push_back(marks);
    text_.push_back(text);
  }

  uint64_t text_in(NodeId n) const { return text_[dom_.end_of(n)] - text_[n]; }
  uint32_t links_in(NodeId n) const { return links_[dom_.end_of(n)] - links_[n]; }
  bool holds_content(NodeId n) const { return marks_[dom_.end_of(n)] > marks_[n + 1]; }

  Zone own(NodeId n) const {
    const Tag tag = dom_.tag(n);
    if (is_unseen(tag) || tag == Tag::kNav || tag == Tag::kSelect || tag == Tag::kNoscript ||
        tag == Tag::kDialog || tag == Tag::kTemplate) {
      return Zone::kOut;
    }
    if (tag == Tag::kHeader || tag == Tag::kFooter)
      return inside_entry(n) ? Zone::kContent : page_frame(n);
    if (tag == Tag::kAside) return holds_most(n) ? Zone::kContent : Zone::kSide;
    if (tag == Tag::kHtml || tag == Tag::kBody || tag == Tag::kMain || tag == Tag::kArticle)
      return Zone::kContent;
    const Zone by_role = aria(n);
    return by_role != Zone::kContent ? by_role : by_class(n);
  }

  // The head or foot of the page; the head of an entry has a heading or a date
  // and few links.
  Zone page_frame(NodeId n) const {
    if (links_in(n) <= kFewLinks && frames_ >= kManyFrames) return Zone::kContent;
    return marks_[dom_.end_of(n)] > marks_[n + 1] + 2 ? Zone::kContent : Zone::kOut;
  }

  bool inside_entry(NodeId n) const {
    for (NodeId up = dom_.parent(n); up != dom_.root(); up = dom_.parent(up)) {
      const Tag tag = dom_.tag(up);
      if (tag == Tag::kArticle || tag == Tag::kLi || tag == Tag::kTd) return true;
      if (tag == Tag::kBody) return false;
    }
    return false;
  }

  Zone aria(NodeId n) const {
    const std::string_view role = dom_.attribute(n, "role");
    if (role.empty()) return Zone::kContent;
    if (role == "navigation" || role == "contentinfo" || role == "menu" || role == "menubar" ||
        role == "search" || role == "dialog") {
      return holds_content(n) ? Zone::kContent : Zone::kOut;
    }
    if (role == "banner") return page_frame(n);
    return role == "complementary" && !holds_most(n) ? Zone::kSide : Zone::kContent;
  }

  Zone by_class(NodeId n) const {
    const Roles roles = roles_[n];
    if ((roles & kPagerRole) != 0 && !holds_content(n)) return Zone::kOut;
    const bool frame = (roles & kFrameRole) != 0 && !inside_entry(n) && !holds_most(n);
    const bool furniture = (roles & kOutRole) != 0 && text_in(n) * 10 < text_.back() * 6;
    if ((furniture || frame) && links_in(n) >= kFewLinks && !holds_content(n)) return Zone::kOut;
    return (roles & kSideRole) != 0 && !holds_most(n) ? Zone::kSide : Zone::kContent;
  }

  // The page's main column, whatever its name ("with-sidebar").
  bool holds_most(NodeId n) const {
    return links_in(n) * 10 > links_.back() * 7 || text_in(n) * 10 > text_.back() * 4;
  }

  const Dom& dom_;
  const std::vector<Roles>& roles_;
  uint32_t frames_ = 0;
  std::vector<uint32_t> links_;
  std::vector<uint32_t> marks_;
  std::vector<uint64_t> text_;
};

// An entry as a whole is no date, label or title, whatever the categories among
// its class names: those roles are of small elements without headings.
void keep_small_roles(const Dom& dom, std::vector<Roles>& roles) {
  constexpr Roles kSmall =
      kDateRole | kTitleRole | kLabelRole | kSummaryRole | kUpdatedRole | kHiddenRole | kBylineRole;
  std::vector<uint32_t> headings_before(dom.size() + 1, 0);
  for (NodeId n = 0; n < dom.size(); ++n)
    headings_before[n + 1] = headings_before[n] + (is_heading(dom.tag(n)) ? 1 : 0);
  for (NodeId n = 1; n < dom.size(); ++n) {
    const NodeId end = dom.end_of(n);
    const bool large = end - n > kLargeElement || headings_before[end] > headings_before[n + 1];
    if (large) roles[n] &= ~kSmall;
  }
}

}  // namespace

std::vector<Roles> roles_of_nodes(const Dom& dom) {
  std::vector<Roles> roles(dom.size(), 0);
  std::unordered_map<std::string_view, Roles> known;
  const auto add = [&](NodeId n, std::string_view names) {
    if (names.empty() || names.size() > kMaxClassBytes) return;
    const auto [at, fresh] = known.try_emplace(names, 0);
    if (fresh) at->second = roles_of(names);
    roles[n] |= at->second;
  };
  for (NodeId n = 1; n < dom.size(); ++n) {
    for (auto* a = dom.attributes_begin(n); a != dom.attributes_end(n); ++a) {
      if (a->name == "class" || a->name == "id" || a->name == "itemprop" ||
          a->name == "data-autid" || a->name == "data-testid")
        add(n, a->value);
    }
  }
  keep_small_roles(dom, roles);
  return roles;
}

std::vector<Zone> zones_of_nodes(const Dom& dom, const std::vector<Roles>& roles) {
  return Zoner(dom, roles).run();
}

}  // namespace vectora::page
