// When two headlines tell the same event
//
// Headlines of one event differ in every word but the names, the figures and a
// few words that matter; headlines of two events may be equal but for the name
// (a template), or share the name and nothing else (two stories of one product).
// So names alone never decide. Two headlines tell the same event when they lie at
// most kMaxDays apart, no name contradicts, both tell or both comment ("Is the
// deal fair?" is another story than the deal), and beside the names enough is
// shared: words that matter count 1, common ones less, a figure or a further
// shared name more, the same type of event a little, unless figures and days
// differ: an offer of 13 billion is another story than one of 11.75 three days later,
// but on one day a deal has an upfront and a total. What is shared must also be a good
// part of what the shorter headline says.
#include "vectora/normalize/stories/tellings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
namespace vectora::normalize {
namespace {

constexpr double kFurtherName = 1.0;
constexpr double kShareWithoutNames = 0.5;
constexpr double kNearlyEqual = 0.6;  // of all words of both headlines
constexpr size_t kMaxList = 64;       // words, names, figures of one headline

// A third of the shorter headline's words, rounded up; at least two.
bool enough_shared(size_t shared, size_t words_of_a, size_t words_of_b) {
  const size_t third = (std::min(words_of_a, words_of_b) + 2) / 3;
  return shared >= std::max<size_t>(third, 2);
}

}  // namespace

bool few_days_apart(const std::optional<Date>& a, const std::optional<Date>& b) {
  return !a || !b || std::abs(*a - *b) <= kMaxDays;
}

Tellings::Id Tellings::id_of(std::string text) {
  const auto known = ids_.find(text);
  if (known != ids_.end()) return known->second;
  const auto id = static_cast<Id>(texts_.size());
  stored_.push_back(std::move(text));
  texts_.push_back({});
  texts_.back().text = stored_.back();
  ids_.emplace(stored_.back(), id);
  return id;
}

// Words, names and figures are kept apart by their first byte.
Tellings::Id Tellings::word_id(std::string_view word) {
  const size_t known = texts_.size();
  const Id id = id_of("w" + std::string(word));
  if (id < known) return id;
  texts_[id].common = story_words_.is_common(word);
  texts_[id].comment = story_words_.is_commentary(word);
  return id;
}

Tellings::Id Tellings::name_id(std::string_view name) {
  const size_t known = texts_.size();
  const Id id = id_of("n" + std::string(name));
  if (id < known) return id;
  std::vector<Id> words;
  for (const std::string& word : story_words_.of(name)) words.push_back(word_id(word));
  const Id first = id_of("f" + std::string(name.substr(0, name.find(' '))));
  texts_[id].words = store(std::move(words));
  texts_[id].key = first;
  return id;
}

Tellings::Id Tellings::figure_id(std::string_view figure) {
  const size_t known = texts_.size();
  const Id id = id_of("#" + std::string(figure));
  if (id < known) return id;
  const Id whole = id_of("." + std::string(figure.substr(0, figure.find('.'))));
  texts_[id].key = whole;
  return id;
}

Tellings::List Tellings::store(std::vector<Id> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.size() > kMaxList) ids.resize(kMaxList);
  const List list{static_cast<uint32_t>(lists_.size()), static_cast<uint32_t>(ids.size())};
  lists_.insert(lists_.end(), ids.begin(), ids.end());
  return list;
}

size_t Tellings::add(const Fingerprint& print) {
  Telling telling;
  std::vector<Id> ids;
  for (const std::string& word : print.title_words) {
    ids.push_back(word_id(word));
    telling.comments |= texts_[ids.back()].comment;
  }
  telling.words = store(std::move(ids));
  ids.clear();
  for (const std::string& name : print.names) ids.push_back(name_id(name));
  telling.names = store(std::move(ids));
  ids.clear();
  for (const std::string& figure : print.figures) ids.push_back(figure_id(figure));
  telling.figures = store(std::move(ids));
  const bool says_event = !print.event_type.empty() && print.event_type != "other";
  telling.event = says_event ? id_of("e" + print.event_type) + 1 : 0;
  if (print.day) telling.day = *print.day - Date();
  tellings_.push_back(telling);
  return tellings_.size() - 1;
}

// Names count as shared when one is the other told shorter: "acme", "acme bio".
bool Tellings::same_name(Id a, Id b) const {
  if (a == b) return true;
  if (texts_[a].key != texts_[b].key) return false;
  const std::string_view one = texts_[a].text;
  const std::string_view other = texts_[b].text;
  const std::string_view shorter = one.size() < other.size() ? one : other;
  const std::string_view longer = one.size() < other.size() ? other : one;
  return longer.starts_with(shorter) && longer[shorter.size()] == ' ';
}

bool Tellings::same_figure(Id a, Id b) const {
  return a == b || (texts_[a].key == texts_[b].key &&
                    normalize::same_figure(std::string(texts_[a].text.substr(1)),
                                           std::string(texts_[b].text.substr(1))));
}

// How many stand in both; counted from the side where they are fewer.
template <class Same>
size_t Tellings::shared(std::span<const Id> a, std::span<const Id> b, Same same) const {
  const auto counted = [&](std::span<const Id> of, std::span<const Id> in) {
    return static_cast<size_t>(std::count_if(of.begin(), of.end(), [&](Id one) {
      return std::any_of(in.begin(), in.end(), [&](Id other) { return same(one, other); });
    }));
  };
  if (a.empty() || b.empty()) return 0;
  return std::min(counted(a, b), counted(b, a));
}

bool Tellings::is_of_names(Id word, const Telling& telling) const {
  const std::span<const Id> names = list(telling.names);
  return std::any_of(names.begin(), names.end(), [&](Id name) {
    const std::span<const Id> words = list(texts_[name].words);
    return std::binary_search(words.begin(), words.end(), word);
  });
}

double Tellings::weight_beside(std::span<const Id> shared, const Telling& a,
                               const Telling& b) const {
  double weight = 0;
  for (const Id word : shared)
    if (!is_of_names(word, a) && !is_of_names(word, b))
      weight += texts_[word].common ? kCommonWord : 1;
  return weight;
}

bool Tellings::may_be_same(const Telling& a, const Telling& b, size_t shared) const {
  if (!enough_shared(shared, a.words.count, b.words.count)) return false;
  const auto all = static_cast<double>(a.words.count + b.words.count - shared);
  return a.comments == b.comments || static_cast<double>(shared) >= kNearlyEqual * all;
}

// Where no name is shared.
bool Tellings::same_words(const Telling& a, const Telling& b, std::span<const Id> shared) const {
  if (a.names.count > 0 && b.names.count > 0) return false;
  double weight = 0;
  for (const Id word : shared) weight += texts_[word].common ? kCommonWord : 1;
  const auto shorter = static_cast<double>(std::min(a.words.count, b.words.count));
  return weight >= kEnoughWithoutNames &&
         static_cast<double>(shared.size()) >= kShareWithoutNames * shorter;
}

bool Tellings::same(size_t first, size_t second) const {
  const Telling& a = tellings_[first];
  const Telling& b = tellings_[second];
  if (a.day && b.day && std::abs(*a.day - *b.day) > kMaxDays) return false;
  std::array<Id, kMaxList> both{};
  const auto end = std::set_intersection(words(first).begin(), words(first).end(),
                                         words(second).begin(), words(second).end(), both.begin());
  const std::span<const Id> words(both.data(), static_cast<size_t>(end - both.begin()));
  if (!may_be_same(a, b, words.size())) return false;
  const size_t names = shared(list(a.names), list(b.names),
                              [this](Id one, Id other) { return same_name(one, other); });
  if (names == 0) return same_words(a, b, words);
  const size_t figures = shared(list(a.figures), list(b.figures),
                                [this](Id one, Id other) { return same_figure(one, other); });
  const bool other_figures = figures == 0 && a.figures.count > 0 && b.figures.count > 0;
  const bool other_days = a.day && b.day && *a.day != *b.day;
  const bool same_event = a.event != 0 && a.event == b.event && !(other_figures && other_days);
  return weight_beside(words, a, b) + kFigure * static_cast<double>(figures) +
             kFurtherName * static_cast<double>(names - 1) + (same_event ? kSameEvent : 0) >=
         kEnough;
}

}  // namespace vectora::normalize
