#include "vectora/page/list/score.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "vectora/page/list/words.h"

namespace vectora::page {
namespace {

constexpr double kLeastAverage = 1.3;
constexpr double kUndatedShare = 0.6;  // of the score of a list without days beside one with days
constexpr size_t kLeastOuter = 3;      // entries of a list that is preferred to its parts

double points_of_length(size_t words) {
  if (words < 2) return -0.7;
  if (words == 2) return -0.4;
  if (words == 3) return -0.1;
  if (words < 5) return 0.1;
  return words < 7 ? 0.3 : 0.5;
}

double points_of(const ListPage& page, const ListItem& item) {
  double points = 1 + points_of_length(item.words);
  if (item.date) points += item.date_of_heading ? 0.7 : 1.2;
  if (item.strong_title) points += 0.6;
  if (page.targets[item.target].secondary) points -= 0.8;
  if (item.in_text) points -= 0.9;
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

// In rows of cells, the cell with the title is the entry, and the cells beside
// it are not: where the members of one parent differ in the shape of their
// titles, those of the most frequent shape stay.
void keep_main_shape(const ListPage& page, std::vector<ListItem>& items) {
  std::unordered_map<uint64_t, double> points;
  std::unordered_map<NodeId, std::vector<size_t>> by_parent;
  for (size_t i = 0; i < items.size(); ++i) {
    points[items[i].title_shape] += points_of(page, items[i]);
    by_parent[page.dom.parent(items[i].range.begin)].push_back(i);
  }
  if (by_parent.size() < 3 || by_parent.size() * 4 < items.size()) return;
  const auto main =
      std::max_element(points.begin(), points.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first < b.first;
      });
  std::vector<bool> drop(items.size(), false);
  for (const auto& [parent, members] : by_parent) {
    const auto is_main = [&](size_t i) { return items[i].title_shape == main->first; };
    if (!std::any_of(members.begin(), members.end(), is_main)) continue;
    for (const size_t i : members) drop[i] = !is_main(i);
  }
  std::vector<ListItem> kept;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(items[i]));
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

// What tells one group of a list from another of the same shape.
struct GroupFacts {
  size_t items = 0;
  size_t dated = 0;
  bool other = false;  // under a heading of something else than news
  bool side = false;

  bool is_dated() const { return dated * 10 >= items * 7; }
};

// Groups of one shape need not be one list: the events beside the news, the
// menu in an older table. Where groups differ in standing or in dates, the
// better stay.
void keep_main_groups(const ListPage& page, std::vector<ListItem>& items) {
  std::map<NodeId, GroupFacts> groups;
  for (const ListItem& item : items) {
    GroupFacts& facts = groups[page.dom.parent(item.range.begin)];
    if (facts.items == 0) {
      facts.other = is_other_heading(heading_before(page, item.range.begin));
      facts.side = page.zones[item.range.begin] == Zone::kSide;
    }
    ++facts.items;
    facts.dated += item.date ? 1 : 0;
  }
  if (groups.size() < 2) return;
  const auto any = [&](const auto& test) {
    return std::any_of(groups.begin(), groups.end(), [&](const auto& g) { return test(g.second); });
  };
  const bool has_main = any([](const GroupFacts& g) { return !g.other; });
  const bool has_content = any([](const GroupFacts& g) { return !g.side; });
  const bool has_dated = any([](const GroupFacts& g) { return g.is_dated() && g.items > 1; });
  const auto is_lesser = [&](const ListItem& item) {
    const GroupFacts& facts = groups[page.dom.parent(item.range.begin)];
    return (facts.other && has_main) || (facts.side && has_content) ||
           (facts.dated == 0 && has_dated);
  };
  items.erase(std::remove_if(items.begin(), items.end(), is_lesser), items.end());
}

// A title that many entries share is a label of theirs: "More in this
// category".
void drop_repeated_titles(std::vector<ListItem>& items) {
  std::unordered_map<std::string, size_t> uses;
  for (const ListItem& item : items) ++uses[item.title];
  const size_t total = items.size();
  items.erase(std::remove_if(items.begin(), items.end(),
                             [&](const ListItem& item) {
                               const size_t count = uses[item.title];
                               return count >= 3 && count * 5 >= total;
                             }),
              items.end());
}

// What stands in a list of dated or headed entries without being one of them:
// "More articles…", the link to the last page.
void drop_outliers(std::vector<ListItem>& items) {
  size_t dated = 0;
  size_t strong = 0;
  for (const ListItem& item : items) {
    dated += item.date ? 1 : 0;
    strong += item.strong_title ? 1 : 0;
  }
  const size_t most = items.size() * 7 / 10;
  const auto is_outlier = [&](const ListItem& item) {
    const bool odd_date = dated >= most && !item.date;
    const bool odd_title = strong >= most && !item.strong_title;
    return (odd_date && odd_title) || ((odd_date || odd_title) && item.words <= 3);
  };
  if (items.size() >= 3)
    items.erase(std::remove_if(items.begin(), items.end(), is_outlier), items.end());
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
  if (is_other_heading(heading_before(page, candidate.ranges.front().begin))) factor *= 0.3;
  return factor;
}

// Whether each entry of `inner` lies in an entry of `outer`.
bool encloses(const ScoredList& outer, const ScoredList& inner) {
  auto around = outer.candidate.ranges.begin();
  for (const ListItem& item : inner.items) {
    while (around != outer.candidate.ranges.end() && around->end <= item.range.begin) ++around;
    if (around == outer.candidate.ranges.end() || around->begin > item.range.begin) return false;
  }
  return true;
}

}  // namespace

ScoredList score_list(const ListPage& page, const Candidate& candidate,
                      std::vector<ListItem> items) {
  const double read = static_cast<double>(items.size());
  keep_main_groups(page, items);
  keep_main_shape(page, items);
  drop_repeated_titles(items);
  keep_best_of_each_target(page, items);
  drop_outliers(items);
  if (items.size() < 2) return {};
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
  if (sum / count < kLeastAverage) return {};
  out.average = sum / count;
  out.items = std::move(items);
  out.candidate = candidate;
  return out;
}

namespace {

// Whether all but a few entries have a day.
bool is_dated(const ScoredList& list) {
  const auto dated = std::count_if(list.items.begin(), list.items.end(),
                                   [](const ListItem& item) { return item.date.has_value(); });
  return dated * 10 >= static_cast<std::ptrdiff_t>(list.items.size() * 7);
}

bool is_undated(const ScoredList& list) {
  return std::none_of(list.items.begin(), list.items.end(),
                      [](const ListItem& item) { return item.date.has_value(); });
}

}  // namespace

size_t main_list(const std::vector<ScoredList>& lists) {
  // Products have headings and words, too; days are what news have, if a page
  // has any.
  const bool has_dated = std::any_of(lists.begin(), lists.end(), [](const ScoredList& list) {
    return list.items.size() >= kLeastOuter && list.candidate.zone == Zone::kContent &&
           is_dated(list);
  });
  const auto worth = [&](const ScoredList& list) {
    return has_dated && is_undated(list) ? list.score * kUndatedShare : list.score;
  };
  const auto by_score = [&](const ScoredList& a, const ScoredList& b) {
    return worth(a) < worth(b);
  };
  auto best = std::max_element(lists.begin(), lists.end(), by_score);
  for (bool again = true; again;) {
    again = false;
    for (auto other = lists.begin(); other != lists.end(); ++other) {
      if (other->items.size() >= best->items.size() || other->items.size() < kLeastOuter) continue;
      if (other->candidate.stretch != Stretch::kAlone) continue;
      if (other->average < best->average || !encloses(*other, *best)) continue;
      best = other;
      again = true;
      break;
    }
  }
  return static_cast<size_t>(best - lists.begin());
}

}  // namespace vectora::page
