#include "vectora/page/list/candidates.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace vectora::page {
namespace {

constexpr size_t kMostGroups = 4000;
constexpr size_t kMostRanges = 2000;  // of one candidate; a page of more is read in part

uint64_t mix(uint64_t shape, uint64_t salt) {
  return (shape ^ (salt + 0x9E3779B97F4A7C15ULL + (shape << 6))) * 1099511628211ULL;
}

class Collector {
 public:
  explicit Collector(const ListPage& page) : page_(page), dom_(page.dom) {}

  std::vector<Candidate> run() {
    for (NodeId n = 1; n < dom_.size(); ++n) {
      if (dom_.is_element(n) && page_.zones[n] != Zone::kOut) visit(n);
    }
    std::vector<Candidate> out;
    for (Candidate& candidate : found_) {
      if (candidate.ranges.size() > 1) out.push_back(std::move(candidate));
    }
    return out;
  }

 private:
  void visit(NodeId parent) {
    if (page_.links_in(parent, dom_.end_of(parent)) < 1) return;
    by_tag_.clear();
    by_shape_.clear();
    for (NodeId c = dom_.first_child(parent); c != kNoNode; c = dom_.next_sibling(c)) {
      if (!dom_.is_element(c) || page_.links_in(c, dom_.end_of(c)) == 0) continue;
      by_tag_[dom_.name(c)].push_back(c);
      by_shape_[page_.shapes[c]].push_back(c);
    }
    for (const auto& [tag, members] : by_tag_) group(parent, tag_shape(parent, tag), members);
    for (const auto& [shape, members] : by_shape_) {
      if (by_tag_[dom_.name(members.front())].size() != members.size())
        group(parent, shape, members);
    }
  }

  uint64_t tag_shape(NodeId parent, std::string_view tag) const {
    uint64_t shape = page_.shapes[parent];
    for (const char c : tag) shape = mix(shape, static_cast<unsigned char>(c));
    return shape;
  }

  void group(NodeId parent, uint64_t shape, const std::vector<NodeId>& members) {
    if (in_running_text(members)) return;
    add(parent, shape, Stretch::kAlone, alone(members));
    if (members.size() < 2 || !interleaved(members)) return;
    add(parent, shape, Stretch::kForward, forward(parent, members));
    add(parent, shape, Stretch::kBackward, backward(parent, members));
  }

  void add(NodeId parent, uint64_t shape_of_group, Stretch stretch,
           const std::vector<NodeRange>& ranges) {
    const uint64_t shape = mix(shape_of_group, static_cast<uint64_t>(stretch) + 1);
    const auto [at, fresh] = index_.try_emplace(shape, found_.size());
    if (fresh) {
      if (found_.size() >= kMostGroups) return;
      found_.push_back({.shape = shape,
                        .ranges = {},
                        .parent = parent,
                        .zone = page_.zones[parent],
                        .stretch = stretch});
    }
    if (at->second >= found_.size()) return;
    std::vector<NodeRange>& all = found_[at->second].ranges;
    // A shape within itself (lists of lists): the outer one has the ranges.
    if (!all.empty() && ranges.front().begin < all.back().end) return;
    const size_t room = kMostRanges - std::min(kMostRanges, all.size());
    const auto count = static_cast<ptrdiff_t>(std::min(room, ranges.size()));
    all.insert(all.end(), ranges.begin(), ranges.begin() + count);
  }

  std::vector<NodeRange> alone(const std::vector<NodeId>& members) const {
    std::vector<NodeRange> out;
    for (const NodeId n : members) out.push_back({n, dom_.end_of(n)});
    return out;
  }

  // Whether text or elements stand in most gaps between the members.
  bool interleaved(const std::vector<NodeId>& members) const {
    size_t filled = 0;
    for (size_t i = 0; i + 1 < members.size(); ++i) {
      if (has_text(dom_.end_of(members[i]), members[i + 1])) ++filled;
    }
    return filled * 10 >= (members.size() - 1) * 6;
  }

  // Links in the sentences of a text: most follow words that they continue.
  bool in_running_text(const std::vector<NodeId>& members) const {
    if (is_block(dom_.tag(members.front()))) return false;
    size_t in_text = 0;
    for (const NodeId n : members) {
      const NodeId after = dom_.end_of(n);
      const bool led = dom_.is_text(n - 1) && dom_.parent(n - 1) == dom_.parent(n) &&
                       ends_in_word(dom_.text(n - 1));
      const bool followed = after < dom_.size() && dom_.is_text(after) &&
                            dom_.parent(after) == dom_.parent(n) &&
                            begins_in_sentence(dom_.text(after));
      in_text += led || followed ? 1 : 0;
    }
    return in_text * 10 >= members.size() * 4;
  }

  static bool ends_in_word(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text.size() > 8 && (text.back() == ',' || (text.back() >= 'a' && text.back() <= 'z'));
  }

  static bool begins_in_sentence(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return text.size() > 8 && (text.front() == ',' || text.front() == '.' ||
                               (text.front() >= 'a' && text.front() <= 'z'));
  }

  bool has_text(NodeId begin, NodeId end) const {
    for (NodeId n = begin; n < end; ++n) {
      if (!dom_.is_text(n)) continue;
      if (dom_.text(n).find_first_not_of(" \t\r\n\f") != std::string_view::npos) return true;
    }
    return false;
  }

  std::vector<NodeRange> forward(NodeId parent, const std::vector<NodeId>& members) const {
    std::vector<NodeRange> out;
    for (size_t i = 0; i < members.size(); ++i) {
      const NodeId end = i + 1 < members.size() ? members[i + 1] : last_end(parent, members);
      out.push_back({members[i], end});
    }
    return out;
  }

  // The last stretch has no successor: it gets as many siblings as the others have.
  NodeId last_end(NodeId parent, const std::vector<NodeId>& members) const {
    const size_t usual = siblings_between(members[members.size() - 2], members.back());
    NodeId n = members.back();
    NodeId end = dom_.end_of(n);
    for (size_t i = 0; i < usual; ++i) {
      n = dom_.next_sibling(n);
      if (n == kNoNode) break;
      end = dom_.end_of(n);
    }
    return std::min(end, dom_.end_of(parent));
  }

  size_t siblings_between(NodeId from, NodeId to) const {
    size_t count = 0;
    for (NodeId n = dom_.next_sibling(from); n != kNoNode && n != to; n = dom_.next_sibling(n))
      ++count;
    return count;
  }

  std::vector<NodeRange> backward(NodeId parent, const std::vector<NodeId>& members) const {
    std::vector<NodeRange> out;
    const size_t usual = siblings_between(members[0], members[1]);
    out.push_back({first_begin(parent, members.front(), usual), dom_.end_of(members.front())});
    for (size_t i = 1; i < members.size(); ++i)
      out.push_back({dom_.end_of(members[i - 1]), dom_.end_of(members[i])});
    return out;
  }

  NodeId first_begin(NodeId parent, NodeId member, size_t usual) const {
    if (usual == 0) return member;
    std::vector<NodeId> before;
    for (NodeId n = dom_.first_child(parent); n != kNoNode && n != member; n = dom_.next_sibling(n))
      before.push_back(n);
    return usual < before.size() ? before[before.size() - usual]
                                 : (before.empty() ? member : before.front());
  }

  const ListPage& page_;
  const Dom& dom_;
  std::map<std::string_view, std::vector<NodeId>> by_tag_;
  std::map<uint64_t, std::vector<NodeId>> by_shape_;
  std::vector<Candidate> found_;
  std::unordered_map<uint64_t, size_t> index_;
};

}  // namespace

std::vector<Candidate> candidates_of(const ListPage& page) { return Collector(page).run(); }

}  // namespace vectora::page
