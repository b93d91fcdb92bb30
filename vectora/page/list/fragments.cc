#include "vectora/page/list/fragments.h"

#include <algorithm>

#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr Roles kOwnPiece =
    kDateRole | kTitleRole | kLabelRole | kSummaryRole | kBylineRole | kUpdatedRole | kHiddenRole;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

class Splitter {
 public:
  Splitter(const ListPage& page, NodeRange range) : page_(page), dom_(page.dom), range_(range) {}

  std::vector<Fragment> run() {
    open_link_around();
    for (NodeId n = range_.begin; n < range_.end;) {
      leave(n);
      if (dom_.is_text(n)) {
        add_text(n);
        ++n;
        continue;
      }
      if (page_.zones[n] == Zone::kOut) {
        finish();
        n = dom_.end_of(n);
        continue;
      }
      enter(n);
      ++n;
    }
    finish();
    return std::move(pieces_);
  }

 private:
  struct Open {
    NodeId end = 0;
    bool splits = false;
    bool link = false;
    Fragment outside;  // the state to return to
  };

  // The range may lie inside a link: a card that is one anchor.
  void open_link_around() {
    for (NodeId up = range_.begin; up != kNoNode && up != dom_.root(); up = dom_.parent(up)) {
      if (up == range_.begin || dom_.tag(up) != Tag::kA) continue;
      set_link(up);
      return;
    }
  }

  void set_link(NodeId n) {
    const size_t at = page_.links_before[n];
    if (at >= page_.links.size() || page_.links[at].node != n) return;
    state_.link = n;
    state_.target = page_.links[at].target;
  }

  void enter(NodeId n) {
    const Tag tag = dom_.tag(n);
    if (tag == Tag::kBr) {
      if (state_.heading == kNoNode)
        finish();
      else
        current_ += ' ';
      return;
    }
    Open open{.end = dom_.end_of(n), .link = tag == Tag::kA, .outside = state_};
    const bool in_date = (state_.roles & kDateRole) != 0;
    open.splits = is_block(tag) || is_heading(tag) || tag == Tag::kA || tag == Tag::kTime ||
                  ((page_.roles[n] & kOwnPiece) != 0);
    if (in_date && tag == Tag::kSpan && (page_.roles[n] & kHiddenRole) == 0) open.splits = false;
    if (open.splits && tag == Tag::kA)
      finish_in_line();
    else if (open.splits)
      finish();
    else if (tag != Tag::kSup && tag != Tag::kSub)
      boundary_ = true;
    state_.roles |= page_.roles[n];
    if (tag == Tag::kTime) state_.roles |= kDateRole;
    if (is_heading(tag) || dom_.attribute(n, "role") == "heading") state_.heading = n;
    if (page_.links_before[n] < page_.links_before[n + 1]) set_link(n);
    open_.push_back(std::move(open));
  }

  void leave(NodeId n) {
    while (!open_.empty() && open_.back().end <= n) {
      if (open_.back().splits && open_.back().link)
        finish_in_line();
      else if (open_.back().splits)
        finish();
      boundary_ = true;
      state_ = open_.back().outside;
      open_.pop_back();
    }
  }

  void add_text(NodeId n) {
    const std::string_view text = dom_.text(n);
    if (text.empty()) return;
    if (boundary_ && !current_.empty()) join(current_.back(), text.front());
    boundary_ = false;
    if (first_ == kNoNode && !std::all_of(text.begin(), text.end(), is_space)) first_ = n;
    current_ += text;
  }

  // Two inline elements with nothing between them: fields laid out by a style
  // sheet. "2026" + "Regulatory" are two pieces; "02" + "mar" are two words.
  void join(char before, char after) {
    const bool digits_meet_letters = (is_digit(before) && (is_lower(after) || is_upper(after))) ||
                                     (is_lower(before) && is_digit(after)) ||
                                     (is_upper(before) && is_digit(after)) ||
                                     (is_digit(before) && is_digit(after));
    const bool glued = (is_lower(before) && is_upper(after)) ||
                       (is_digit(before) && is_upper(after) && current_.size() > 4);
    if (glued && (state_.roles & kDateRole) == 0 && state_.heading == kNoNode)
      finish();
    else if (digits_meet_letters)
      current_ += ' ';
  }

  // A link begins or ends: a piece of its own, in the same line.
  void finish_in_line() {
    const bool had = first_ != kNoNode || in_line_;
    finish();
    in_line_ = had;
  }

  void finish() {
    if (first_ != kNoNode) {
      Fragment piece = state_;
      piece.node = first_;
      piece.continues = in_line_;
      piece.text = text::collapse_space(current_);
      if (!piece.text.empty()) pieces_.push_back(std::move(piece));
    }
    current_.clear();
    first_ = kNoNode;
    boundary_ = false;
    in_line_ = false;
  }

  const ListPage& page_;
  const Dom& dom_;
  NodeRange range_;
  Fragment state_;  // roles, heading, link of the place we are at
  std::string current_;
  NodeId first_ = kNoNode;
  bool boundary_ = false;
  bool in_line_ = false;
  std::vector<Open> open_;
  std::vector<Fragment> pieces_;
};

}  // namespace

std::vector<Fragment> fragments_of(const ListPage& page, NodeRange range) {
  return Splitter(page, range).run();
}

}  // namespace vectora::page
