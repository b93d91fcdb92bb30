// How an issue is filled.
//
// 1. Each candidate that cannot be printed gets its outcome: dropped by an
//    editorial rule, not relevant, sent before, the copy of a better told story,
//    and of the best tellers those below the threshold.
// 2. The others are ranked: kept by a rule, then critical events where the
//    layout says so, then all others, then those that a rule admits only if
//    there is room; within a rank by score.
// 3. Sections take items in that order. A cap binds whoever is at the door: what
//    a section has no room for may go to a later one that accepts it (where the
//    layout has a fallback), and else ends as capped.
#include "vectora/newsletter/choose.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace vectora::newsletter {
namespace {

using normalize::Fingerprint;
using normalize::Outcome;
using normalize::OutcomeKind;

constexpr double kCompanyBasedSimilarity = 0.3;
constexpr size_t kNamesOfAFollowUp = 2;

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Both sorted.
size_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size();
}

double title_similarity(const Fingerprint& a, const Fingerprint& b) {
  const size_t shared = count_shared(a.title_words, b.title_words);
  const size_t all = a.title_words.size() + b.title_words.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

class Chooser {
 public:
  Chooser(const std::vector<Candidate>& candidates, const Layout& layout, const SentMemory& sent,
          Date target_day, const normalize::StoryWords& words)
      : candidates_(candidates),
        layout_(layout),
        sent_(sent),
        target_day_(target_day),
        words_(words) {
    choice_.outcomes.resize(candidates.size());
    prints_.reserve(candidates.size());
    for (const Candidate& candidate : candidates)
      prints_.push_back(normalize::fingerprint(*candidate.item, *candidate.annotation, words));
  }

  Choice choose() && {
    std::vector<size_t> open;
    for (size_t i = 0; i < candidates_.size(); ++i)
      if (!settle_alone(i)) open.push_back(i);
    if (layout_.deduplication.enabled) open = without_copies(open);
    std::erase_if(open, [this](size_t i) { return settle_below_threshold(i); });
    // Only stories that are new to the client and stand once are left.
    std::sort(open.begin(), open.end(), [this](size_t a, size_t b) { return goes_before(a, b); });
    order_sections();
    fill(open);
    print_order();
    return std::move(choice_);
  }

 private:
  const score::Judgement& judgement(size_t i) const { return *candidates_[i].judgement; }
  const std::string& event(size_t i) const { return candidates_[i].annotation->event.primary; }
  bool kept(size_t i) const { return judgement(i).editorial == score::Editorial::kKeep; }
  bool critical(size_t i) const { return contains(layout_.critical_event_types, event(i)); }

  void settle(size_t i, OutcomeKind kind, std::string detail) {
    choice_.outcomes[i] = {kind, std::move(detail)};
  }

  // Whether the candidate's outcome follows from itself and what was sent.
  bool settle_alone(size_t i) {
    const score::Judgement& judged = judgement(i);
    if (judged.editorial == score::Editorial::kDrop)
      return settle(i, OutcomeKind::kExcludedBy, judged.editorial_rule), true;
    if (!judged.relevant && !kept(i))
      return settle(i, OutcomeKind::kNotRelevant, near_miss(judged)), true;
    if (const auto day = sent_on(prints_[i]))
      return settle(i, OutcomeKind::kSentBefore, day->str()), true;
    return false;
  }

  // Asked of a story's best teller: its copies are copies, however they score.
  bool settle_below_threshold(size_t i) {
    const score::Points score = judgement(i).score;
    if (kept(i) || score >= layout_.min_score) return false;
    settle(i, OutcomeKind::kBelowThreshold, score.str() + " < " + layout_.min_score.str());
    return true;
  }

  static std::string near_miss(const score::Judgement& judged) {
    for (const score::DomainVerdict& domain : judged.domains)
      if (!domain.near_miss.empty()) return domain.domain.str() + ": " + domain.near_miss;
    return "no watch domain matched";
  }

  // Issues of the target day and later are not the past of this one.
  std::optional<Date> sent_on(const Fingerprint& print) const {
    for (const auto& [day, items] : sent_.issues) {
      if (day >= target_day_) break;
      for (const SentItem& item : items)
        if (item.print.item == print.item || normalize::same_story(item.print, print, words_))
          return day;
    }
    return std::nullopt;
  }

  bool is_copy(size_t a, size_t b) const {
    if (title_similarity(prints_[a], prints_[b]) >= layout_.deduplication.similarity_threshold)
      return close_in_time(a, b, 7);
    return layout_.deduplication.company_based && event(a) == event(b) && close_in_time(a, b, 1) &&
           share_company(a, b) &&
           title_similarity(prints_[a], prints_[b]) >= kCompanyBasedSimilarity;
  }

  bool close_in_time(size_t a, size_t b, int days) const {
    const auto& first = prints_[a].day;
    const auto& second = prints_[b].day;
    return !first || !second || std::abs(*first - *second) <= days;
  }

  bool share_company(size_t a, size_t b) const {
    const auto names = [this](size_t i) {
      return candidates_[i].annotation->entities(normalize::EntityKind::kCompany);
    };
    const std::vector<std::string> others = names(b);
    const std::vector<std::string> mine = names(a);
    return std::any_of(mine.begin(), mine.end(),
                       [&](const std::string& name) { return contains(others, name); });
  }

  // Of several items that tell one story the best is left; the others are its copies.
  std::vector<size_t> without_copies(const std::vector<size_t>& open) {
    std::map<size_t, std::vector<size_t>> stories = group(open);
    std::vector<size_t> left;
    for (auto& [teller, members] : stories) {
      const size_t best = *std::min_element(
          members.begin(), members.end(),
          [this, first = teller](size_t a, size_t b) { return tells_better(a, b, first); });
      left.push_back(best);
      for (const size_t member : members) {
        if (member == best) continue;
        settle(member, OutcomeKind::kDuplicateOf, candidates_[best].item->id.str());
        copies_[best].push_back(member);
      }
    }
    return left;
  }

  std::map<size_t, std::vector<size_t>> group(const std::vector<size_t>& open) const {
    std::vector<Fingerprint> prints;
    std::vector<const normalize::Item*> items;
    for (const size_t i : open) {
      prints.push_back(prints_[i]);
      items.push_back(candidates_[i].item);
    }
    const std::vector<size_t> tellers = normalize::best_tellers(prints, items, words_);
    std::map<size_t, std::vector<size_t>> stories;
    for (size_t k = 0; k < open.size(); ++k) stories[open[tellers[k]]].push_back(open[k]);
    // The layout's own measures may join further stories to one that is there.
    for (auto story = stories.begin(); story != stories.end();) {
      const auto same = std::find_if(stories.begin(), story, [&](const auto& other) {
        return is_copy(other.first, story->first);
      });
      if (same == story) {
        ++story;
        continue;
      }
      same->second.insert(same->second.end(), story->second.begin(), story->second.end());
      story = stories.erase(story);
    }
    return stories;
  }

  bool tells_better(size_t a, size_t b, size_t teller) const {
    if (kept(a) != kept(b)) return kept(a);
    if (layout_.deduplication.prefer_critical_events && critical(a) != critical(b))
      return critical(a);
    if (layout_.deduplication.prefer_higher_score && judgement(a).score != judgement(b).score)
      return judgement(a).score > judgement(b).score;
    if ((a == teller) != (b == teller)) return a == teller;
    return candidates_[a].item->id < candidates_[b].item->id;
  }

  int rank(size_t i) const {
    if (kept(i)) return 0;
    if (judgement(i).editorial == score::Editorial::kIfRoom) return 3;
    return layout_.trimming.preserve_critical_events && critical(i) ? 1 : 2;
  }

  bool goes_before(size_t a, size_t b) const {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (judgement(a).score != judgement(b).score) return judgement(a).score > judgement(b).score;
    const auto day = [this](size_t i) { return candidates_[i].item->published_at; };
    if (layout_.trimming.prefer_recent_items && day(a) != day(b)) return day(a) > day(b);
    return candidates_[a].item->id < candidates_[b].item->id;
  }

  void order_sections() {
    section_order_.resize(layout_.sections.size());
    std::iota(section_order_.begin(), section_order_.end(), size_t{0});
    std::stable_sort(section_order_.begin(), section_order_.end(), [this](size_t a, size_t b) {
      return layout_.sections[a].priority < layout_.sections[b].priority;
    });
    held_.assign(layout_.sections.size(), 0);
  }

  bool accepts(const Section& section, size_t i) const {
    if (!section.event_types.empty() && !contains(section.event_types, event(i))) return false;
    if (section.source_domains.empty() || kept(i)) return true;
    const std::vector<DomainId> matched = judgement(i).matched_domains();
    return std::any_of(matched.begin(), matched.end(), [&section](const DomainId& domain) {
      return std::find(section.source_domains.begin(), section.source_domains.end(), domain) !=
             section.source_domains.end();
    });
  }

  int room(size_t section) const {
    const Section& s = layout_.sections[section];
    int cap = s.max_items == 0 ? static_cast<int>(candidates_.size()) : s.max_items;
    if (layout_.trimming.max_section_dominance < 1 && layout_.max_items_total > 0)
      cap = std::min(cap, static_cast<int>(std::ceil(layout_.trimming.max_section_dominance *
                                                     layout_.max_items_total)));
    return cap - held_[section];
  }

  bool issue_is_full() const {
    return layout_.max_items_total > 0 &&
           static_cast<int>(choice_.chosen.size()) >= layout_.max_items_total;
  }

  void place(size_t i, size_t section) {
    ++held_[section];
    Choice::Chosen chosen;
    chosen.candidate = i;
    chosen.section = section;
    if (const auto copies = copies_.find(i); copies != copies_.end())
      chosen.also_told_by = copies->second;
    chosen.follow_up_of = follow_up_of(prints_[i]);
    choice_.chosen.push_back(std::move(chosen));
    settle(i, OutcomeKind::kSelected, layout_.sections[section].id);
    placed_.insert(i);
  }

  // What was sent last about the same names, if it is another story.
  std::string follow_up_of(const Fingerprint& print) const {
    for (auto issue = sent_.issues.rbegin(); issue != sent_.issues.rend(); ++issue) {
      if (issue->first >= target_day_) continue;
      for (const SentItem& item : issue->second)
        if (count_shared(item.print.names, print.names) >= kNamesOfAFollowUp) return item.title;
    }
    return {};
  }

  void fill(const std::vector<size_t>& ranked) {
    // Each section's first places are taken before the issue can be full.
    for (const size_t section : section_order_)
      for (const size_t i : ranked) {
        if (held_[section] >= layout_.trimming.min_items_per_section) break;
        if (rank(i) == 3 || issue_is_full() || room(section) <= 0) continue;
        if (!placed_.contains(i) && first_section(i) == section) place(i, section);
      }
    for (const size_t i : ranked)
      if (!placed_.contains(i)) seat(i);
  }

  std::optional<size_t> first_section(size_t i) const {
    for (const size_t section : section_order_)
      if (accepts(layout_.sections[section], i) && reaches(section, i)) return section;
    return std::nullopt;
  }

  bool reaches(size_t section, size_t i) const {
    const auto& least = layout_.sections[section].min_score;
    return kept(i) || !least || judgement(i).score >= *least;
  }

  void seat(size_t i) {
    if (issue_is_full()) return settle(i, OutcomeKind::kCapped, "newsletter");
    std::string full;  // the first section that had no room
    bool too_weak = false;
    for (const size_t section : section_order_) {
      if (!accepts(layout_.sections[section], i)) continue;
      if (!reaches(section, i)) {
        too_weak = true;
      } else if (room(section) > 0) {
        return place(i, section);
      } else {
        if (full.empty()) full = layout_.sections[section].id;
        if (layout_.distribution == Distribution::kDefault) break;
      }
    }
    if (!full.empty()) return settle(i, OutcomeKind::kCapped, full);
    if (too_weak)
      return settle(i, OutcomeKind::kBelowThreshold, judgement(i).score.str() + " in its section");
    settle(i, OutcomeKind::kCapped, "no section takes " + event(i));
  }

  // Sections as the layout orders them; in each, as the section sorts.
  void print_order() {
    std::map<size_t, size_t> position;
    for (size_t k = 0; k < section_order_.size(); ++k) position[section_order_[k]] = k;
    std::sort(choice_.chosen.begin(), choice_.chosen.end(),
              [&](const Choice::Chosen& a, const Choice::Chosen& b) {
                if (a.section != b.section) return position[a.section] < position[b.section];
                return prints_before(a.candidate, b.candidate, layout_.sections[a.section].sort_by);
              });
  }

  bool prints_before(size_t a, size_t b, SortBy sort_by) const {
    const auto day = [this](size_t i) { return candidates_[i].item->published_at; };
    if (sort_by == SortBy::kDate && day(a) != day(b)) return day(a) > day(b);
    if (judgement(a).score != judgement(b).score) return judgement(a).score > judgement(b).score;
    if (day(a) != day(b)) return day(a) > day(b);
    return candidates_[a].item->id < candidates_[b].item->id;
  }

  const std::vector<Candidate>& candidates_;
  const Layout& layout_;
  const SentMemory& sent_;
  Date target_day_;
  const normalize::StoryWords& words_;
  std::vector<Fingerprint> prints_;
  std::map<size_t, std::vector<size_t>> copies_;
  std::vector<size_t> section_order_;
  std::vector<int> held_;
  std::set<size_t> placed_;
  Choice choice_;
};

}  // namespace

Choice choose(const std::vector<Candidate>& candidates, const Layout& layout,
              const SentMemory& sent, Date target_day, const normalize::StoryWords& words) {
  return Chooser(candidates, layout, sent, target_day, words).choose();
}

}  // namespace vectora::newsletter
