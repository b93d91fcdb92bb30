#include "vectora/page/list/score.h"

#include <algorithm>
#include <unordered_map>

#include "vectora/page/list/words.h"

namespace vectora::page {
namespace {

constexpr double kLeastAverage = 1.3;

double points_of_length(size_t words) {
  if (words < 2) return -0.7;
  if (words == 2) return -0.4;
  if (words == 3) return -0.1;
  if (words < 5) return 0.1;
  return words < 7 ? 0.3 : 0.5;
}

double points_of(const ListPage& page, const ListItem& item) {
  double points = 1 + points_of_length(item.words);
  if (item.date) points += 1.2;
  if (item.strong_title) points += 0.6;
  if (page.targets[item.target].secondary) points -= 0.8;
  points -= 0.35 * static_cast<double>(std::min<size_t>(item.rivals, 4));
  return std::max(points, 0.0);
}

void keep_best_of_each_target(const ListPage& page, std::vector<ListItem>& items) {
  std::unordered_map<TargetId, size_t> first;
  std::vector<ListItem> kept;
  for (ListItem& item : items) {
    const auto [at, fresh] = first.try_emplace(item.target, kept.size());
    if (fresh) {
      kept.push_back(std::move(item));
      continue;
    }
    ListItem& before = kept[at->second];
    if (points_of(page, item) > points_of(page, before) + 0.01) {
      if (!item.date) item.date = before.date;
      before = std::move(item);
    } else if (!before.date) {
      before.date = item.date;
    }
  }
  items = std::move(kept);
}

// The nearest heading before the list, within a few levels of its parent.
std::string heading_before(const ListPage& page, NodeId begin) {
  const Dom& dom = page.dom;
  NodeId inner = begin;
  for (int level = 0; level < 4 && inner != dom.root(); ++level) {
    const NodeId outer = dom.parent(inner);
    if (outer == kNoNode) break;
    for (NodeId n = begin; n-- > outer + 1 && begin - n < 80;) {
      if (is_heading(dom.tag(n))) return dom.text_content(n);
    }
    inner = outer;
  }
  return {};
}

double factor_of_surroundings(const ListPage& page, const Candidate& candidate) {
  double factor = candidate.zone == Zone::kSide ? 0.35 : 1;
  Roles roles = 0;
  int level = 0;
  for (NodeId up = candidate.parent; up != page.dom.root() && level < 4;
       up = page.dom.parent(up), ++level)
    roles |= page.roles[up];
  if ((roles & kEventRole) != 0) factor *= 0.6;
  if ((roles & kNewsRole) != 0) factor *= 1.1;
  if (is_other_heading(heading_before(page, candidate.ranges.front().begin))) factor *= 0.5;
  return factor;
}

}  // namespace

ScoredList score_list(const ListPage& page, const Candidate& candidate,
                      std::vector<ListItem> items) {
  const double read = static_cast<double>(items.size());
  keep_best_of_each_target(page, items);
  double sum = 0;
  size_t dated = 0;
  size_t words = 0;
  for (const ListItem& item : items) {
    sum += points_of(page, item);
    dated += item.date ? 1 : 0;
    words += item.words;
  }
  const double count = static_cast<double>(items.size());
  const double coverage = read / static_cast<double>(candidate.ranges.size());
  ScoredList out;
  out.score = sum * coverage * factor_of_surroundings(page, candidate);
  const bool undated = static_cast<double>(dated) < count * 0.3;
  if (undated && static_cast<double>(words) < count * 3.5) out.score *= 0.3;
  if (items.size() < 2 || sum / count < kLeastAverage) return {};
  out.items = std::move(items);
  out.candidate = candidate;
  return out;
}

void add_companions(const ListPage& page, ScoredList& best, const std::vector<ScoredList>& others) {
  (void)page;
  (void)best;
  (void)others;
}

}  // namespace vectora::page
