#include "vectora/page/list/next.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "vectora/page/list/words.h"
#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr int kNothing = 0;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

class NextFinder {
 public:
  explicit NextFinder(const ListPage& page) : page_(page), dom_(page.dom) {}

  std::string run() {
    for (NodeId n = 1; n < dom_.size(); ++n) {
      if (dom_.tag(n) != Tag::kA && dom_.tag(n) != Tag::kLink) continue;
      const int points = points_of(n);
      if (points <= best_) continue;
      std::string address = address_of(n);
      if (address.empty()) continue;
      best_ = points;
      address_ = std::move(address);
    }
    return address_;
  }

 private:
  int points_of(NodeId n) const {
    const std::string_view rel = dom_.attribute(n, "rel");
    if (rel == "next" || contains(rel, "next ") || contains(rel, " next")) return 5;
    if (dom_.tag(n) == Tag::kLink) return kNothing;
    const bool in_pager = around(n, kPagerRole);
    if (dom_.end_of(n) - n > 12) return kNothing;
    const std::string text = text::collapse_space(dom_.text_content(n));
    const bool named = is_next_text(text) || is_next_text(dom_.attribute(n, "aria-label")) ||
                       is_next_text(dom_.attribute(n, "title"));
    if (named) return in_pager ? 4 : 2;
    if ((page_.roles[n] & kNextRole) != 0 || (page_.roles[dom_.parent(n)] & kNextRole) != 0)
      return in_pager ? 3 : 1;
    return follows_current(n, text) ? 2 : kNothing;
  }

  bool around(NodeId n, Roles role) const {
    int level = 0;
    for (NodeId up = n; up != dom_.root() && level < 5; up = dom_.parent(up), ++level) {
      if ((page_.roles[up] & role) != 0) return true;
    }
    return false;
  }

  // The number after one that is no link: "1 <b>2</b> 3".
  bool follows_current(NodeId n, std::string_view text) const {
    const std::optional<int> number = small_number(text);
    if (!number || *number < 2) return false;
    NodeId before = n;
    for (int step = 0; step < 12 && before > 1; ++step) {
      --before;
      if (!dom_.is_text(before)) continue;
      const std::string other = text::collapse_space(dom_.text(before));
      if (other.empty()) continue;
      return small_number(other) == *number - 1 && !inside_link(before);
    }
    return false;
  }

  bool inside_link(NodeId n) const {
    NodeId up = dom_.parent(n);
    for (int level = 0; level < 3 && up != dom_.root(); ++level, up = dom_.parent(up)) {
      if (dom_.tag(up) == Tag::kA) return !dom_.attribute(up, "href").empty() && !is_current(up);
    }
    return false;
  }

  bool is_current(NodeId n) const {
    return dom_.has_attribute(n, "aria-current") ||
           contains(dom_.attribute(n, "class"), "current") ||
           contains(dom_.attribute(n, "class"), "active") ||
           contains(dom_.attribute(dom_.parent(n), "class"), "active");
  }

  std::string address_of(NodeId n) const {
    const std::string_view href = dom_.attribute(n, "href");
    if (href.empty() || href.front() == '#') return {};
    const std::optional<Url> url = page_.base ? page_.base->resolve(href) : Url::parse(href);
    if (!url) return {};
    if (page_.options.url) {
      const Url& here = *page_.options.url;
      if (url->site() != here.site() || url->canonical() == here.canonical()) return {};
    }
    return url->str();
  }

  const ListPage& page_;
  const Dom& dom_;
  int best_ = kNothing;
  std::string address_;
};

}  // namespace

std::string next_page_of(const ListPage& page) { return NextFinder(page).run(); }

}  // namespace vectora::page
