// A title is the fragment with the most points: a heading that is a link beats a
// link, a link beats a heading, and both beat plain text; words count up to a
// dozen; categories, bylines and summaries lose points; dates and action texts
// ("Read more") are out. Where no fragment is left, the title attribute of the
// link, its label or the text of its picture speaks.
//
// The address is that of the title's link; of a title that is no link, the
// address most links of the entry lead to.
#include "vectora/page/list/item.h"

#include <algorithm>
#include <map>
#include <vector>

#include "vectora/page/list/title.h"
#include "vectora/page/list/words.h"
#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr size_t kMostWords = 45;
constexpr size_t kLongestTitle = 600;
constexpr int kNoPoints = -1000;

struct Choice {
  std::string text;
  NodeId node = kNoNode;  // kNoNode: out of an attribute
  TargetId target = kNoTarget;
  int points = kNoPoints;
  bool strong = false;
  bool in_text = false;
};

int points_for_words(size_t words) {
  if (words == 0) return kNoPoints;
  if (words == 1) return -15;
  if (words == 2) return -4;
  if (words > kMostWords) return -40;
  return static_cast<int>(std::min<size_t>(words, 12));
}

bool ends_cut(std::string_view text) {
  const auto ends = [&](std::string_view tail) {
    return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
  };
  return ends("…") || ends("...") || ends("。。。");
}

// Whether a sentence goes on after the text, or began before it.
bool ends_open(std::string_view text) {
  return (text.back() >= 'a' && text.back() <= 'z') || text.back() == ',' || text.back() == '"';
}
bool begins_open(std::string_view text) {
  return (text.front() >= 'a' && text.front() <= 'z') || text.front() == ',' ||
         text.front() == '.' || text.front() == ';' || text.front() == '\'';
}

// Figures alone are a number of a file or a docket.
bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

class ItemReader {
 public:
  ItemReader(const ListPage& page, NodeRange range, const ItemHints& hints)
      : page_(page), range_(range), hints_(hints), fragments_(fragments_of(page, range)) {}

  std::optional<ListItem> run() {
    Choice choice = best_fragment();
    const Choice label = best_attribute();
    if (label.points > choice.points) choice = label;
    if (choice.points <= kNoPoints / 2) return std::nullopt;
    const TargetId target = address_for(choice);
    if (target == kNoTarget) return std::nullopt;
    return item(choice, target);
  }

 private:
  std::optional<ListItem> item(const Choice& choice, TargetId target) {
    ListItem out;
    CleanTitle clean = clean_title(choice.text, page_.hints);
    if (clean.title.empty()) return std::nullopt;
    out.range = range_;
    out.title = std::move(clean.title);
    out.title_node = choice.node;
    out.leading = clean.leading;
    out.leading_end = clean.leading_end;
    out.target = target;
    out.strong_title = choice.strong;
    out.in_text = choice.in_text;
    out.title_shape = shape_of(choice.node);
    out.words = word_count(out.title);
    out.date = read_date(
        page_,
        {.range = range_, .fragments = fragments_, .title = choice.node, .year = hints_.year});
    const bool weak = !out.date || out.date->source == DateSource::kUrl;
    if (weak && clean.date) out.date = DateReading{*clean.date, DateSource::kText, clean.date_text};
    out.description = description(choice);
    out.rivals = rivals(choice, target);
    return out;
  }

  uint64_t shape_of(NodeId node) const {
    uint64_t shape = 1;
    if (node == kNoNode) return shape;
    for (NodeId up = page_.dom.parent(node); up != kNoNode && up >= range_.begin;
         up = page_.dom.parent(up)) {
      const auto tag = static_cast<uint64_t>(page_.dom.tag(up));
      shape = (shape ^ (tag << 16) ^ page_.roles[up]) * 1099511628211ULL;
    }
    return shape;
  }

  Choice best_fragment() const {
    Choice best;
    NodeId heading = kNoNode;
    int index = 0;
    for (const Fragment& fragment : fragments_) {
      Choice now = judge(fragment, index);
      now.in_text = in_text(static_cast<size_t>(index++));
      if (heading != kNoNode && fragment.heading == heading && now.points > kNoPoints / 2 &&
          best.target == now.target) {
        if (best.text.size() + now.text.size() < kLongestTitle) best.text += " " + now.text;
        continue;
      }
      if (now.points <= best.points) continue;
      best = std::move(now);
      heading = fragment.heading;
    }
    return best;
  }

  Choice judge(const Fragment& fragment, int index) const {
    Choice out{.text = fragment.text, .node = fragment.node, .target = fragment.target};
    if (fragment.text.size() > kLongestTitle * 2) return out;
    const bool chosen = hints_.title != kNoNode && page_.dom.contains(hints_.title, fragment.node);
    if (!chosen && (is_action_text(fragment.text) || is_only_date(fragment.text, page_.hints)))
      return out;
    const bool linked = fragment.target != kNoTarget;
    const bool role = (fragment.roles & kTitleRole) != 0;
    out.strong = fragment.heading != kNoNode || role;
    out.points = fragment.heading != kNoNode ? 62 : role ? 58 : 24;
    if (linked) out.points += out.strong ? 30 : 50;
    out.points += points_for_words(word_count(fragment.text)) - std::min(index, 10);
    out.points -= penalty(fragment);
    if (chosen) out.points += 500;
    return out;
  }

  // Whether the fragment is a link within a sentence.
  bool in_text(size_t index) const {
    const Fragment& fragment = fragments_[index];
    if (fragment.link == kNoNode || fragment.heading != kNoNode) return false;
    const Fragment* before = fragment.continues && index > 0 ? &fragments_[index - 1] : nullptr;
    const bool led = before != nullptr && before->link == kNoNode && ends_open(before->text) &&
                     word_count(before->text) >= 3;
    const Fragment* after = index + 1 < fragments_.size() ? &fragments_[index + 1] : nullptr;
    const bool followed = after != nullptr && after->continues && after->link == kNoNode &&
                          begins_open(after->text) && word_count(after->text) >= 3;
    return led || followed;
  }

  int penalty(const Fragment& fragment) const {
    int out = 0;
    const bool named = (fragment.roles & kTitleRole) != 0 || fragment.heading != kNoNode;
    if ((fragment.roles & kLabelRole) != 0 && !named) out += 40;
    if ((fragment.roles & kBylineRole) != 0 && !named) out += 45;
    if ((fragment.roles & kSummaryRole) != 0 && !named) out += 30;
    if ((fragment.roles & kDateRole) != 0 && !named) out += 8;
    if ((fragment.roles & kHiddenRole) != 0) out += 30;
    if (fragment.target != kNoTarget && page_.targets[fragment.target].secondary) out += 60;
    if (is_label_text(fragment.text)) out += 40;
    if (!has_letters(fragment.text)) out += 60;
    return out;
  }

  // The title attribute, label or picture text of a link.
  Choice best_attribute() const {
    Choice best;
    const size_t begin = page_.links_before[range_.begin];
    const size_t end = page_.links_before[range_.end];
    for (size_t i = begin; i < end; ++i) consider_link(page_.links[i], best);
    return best;
  }

  void consider_link(const PageLink& link, Choice& best) const {
    const Dom& dom = page_.dom;
    if (page_.targets[link.target].secondary) return;
    consider(link, dom.attribute(link.node, "aria-label"), 42, best);
    consider(link, dom.attribute(link.node, "title"), 44, best);
    for (NodeId n = link.node + 1; n < dom.end_of(link.node); ++n) {
      if (dom.tag(n) == Tag::kImg) consider(link, dom.attribute(n, "alt"), 20, best);
    }
  }

  void consider(const PageLink& link, std::string_view text, int points, Choice& best) const {
    if (text.empty() || text.size() > kLongestTitle || is_action_text(text)) return;
    points += points_for_words(word_count(text));
    if (points <= best.points) return;
    best = {.text = text::collapse_space(text),
            .node = kNoNode,
            .target = link.target,
            .points = points,
            .strong = false};
  }

  TargetId address_for(Choice& choice) const {
    if (hints_.target != kNoTarget) return hints_.target;
    if (choice.target != kNoTarget) {
      if (ends_cut(choice.text)) complete(choice);
      return choice.target;
    }
    std::map<TargetId, int> uses;
    TargetId best = kNoTarget;
    for (size_t i = page_.links_before[range_.begin]; i < page_.links_before[range_.end]; ++i) {
      const TargetId target = page_.links[i].target;
      if (page_.targets[target].secondary) continue;
      const int count = ++uses[target];
      if (best == kNoTarget || count > uses[best]) best = target;
    }
    return best == kNoTarget ? enclosing_link() : best;
  }

  TargetId enclosing_link() const {
    for (const Fragment& fragment : fragments_) {
      if (fragment.target != kNoTarget && !page_.targets[fragment.target].secondary)
        return fragment.target;
    }
    return kNoTarget;
  }

  // "First words…" of which the link's title attribute has all.
  void complete(Choice& choice) const {
    for (size_t i = page_.links_before[range_.begin]; i < page_.links_before[range_.end]; ++i) {
      if (page_.links[i].target != choice.target) continue;
      const std::string whole =
          text::collapse_space(page_.dom.attribute(page_.links[i].node, "title"));
      const std::string_view start = std::string_view(choice.text).substr(0, 12);
      if (whole.size() > choice.text.size() && whole.substr(0, start.size()) == start) {
        choice.text = whole;
        return;
      }
    }
  }

  std::string description(const Choice& choice) const {
    const Fragment* best = nullptr;
    for (const Fragment& fragment : fragments_) {
      if (fragment.node == choice.node || fragment.text == choice.text) continue;
      if (fragment.heading != kNoNode || word_count(fragment.text) < 6) continue;
      if ((fragment.roles & (kHiddenRole | kBylineRole | kLabelRole)) != 0) continue;
      if (best == nullptr || fragment.text.size() > best->text.size()) best = &fragment;
    }
    return best == nullptr ? std::string() : best->text;
  }

  // Links of the title's own kind: beside a heading, only other headings count.
  size_t rivals(const Choice& choice, TargetId target) const {
    std::vector<TargetId> seen;
    for (size_t i = 0; i < fragments_.size(); ++i) {
      const Fragment& fragment = fragments_[i];
      if (fragment.target == kNoTarget || fragment.target == target || in_text(i)) continue;
      if (page_.targets[fragment.target].secondary || is_action_text(fragment.text)) continue;
      if ((fragment.roles & (kLabelRole | kBylineRole)) != 0) continue;
      const bool strong = fragment.heading != kNoNode || (fragment.roles & kTitleRole) != 0;
      if (word_count(fragment.text) < 3 || (choice.strong && !strong)) continue;
      if (std::find(seen.begin(), seen.end(), fragment.target) == seen.end())
        seen.push_back(fragment.target);
    }
    return seen.size();
  }

  const ListPage& page_;
  NodeRange range_;
  const ItemHints& hints_;
  std::vector<Fragment> fragments_;
};

}  // namespace

std::optional<ListItem> read_item(const ListPage& page, NodeRange range, const ItemHints& hints) {
  return ItemReader(page, range, hints).run();
}

}  // namespace vectora::page
