// Stories of many items without comparing each with each
//
// Equal addresses and texts are found by a map, nearly equal texts by a band of their
// sketches (locality-sensitive hashing: Indyk, Motwani, STOC 1998). Tellings in other words
// (tellings.cc) share words and figures of a certain weight, and a name, or more words and no name.
// So with all words of the market put in one order, rarest first, any two of them share one among
// the first of each: as many as leave less than that weight behind them. That is the prefix filter
// of set-similarity joins (Chaudhuri, Ganti, Kaushik, "A primitive operator for similarity joins",
// ICDE 2006), with weights. Each item gives one key for each of those words, together with each of
// its names; items with a key in common and few days between them are compared. No pair is lost;
// stories are the connected parts.
#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "vectora/normalize/stories/stories.h"
#include "vectora/normalize/stories/tellings.h"

namespace vectora::normalize {
namespace {

using Id = Tellings::Id;

constexpr size_t kManyKeys = 24;  // of one item; most have fewer
constexpr int32_t kUndated = std::numeric_limits<int32_t>::min();

class Stories {
 public:
  explicit Stories(size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
  }

  size_t root(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(size_t a, size_t b) {
    parent_[std::max(root(a), root(b))] = std::min(root(a), root(b));
  }

 private:
  std::vector<size_t> parent_;
};

void join_equal(const std::vector<Fingerprint>& prints, Stories& stories) {
  std::unordered_map<std::string_view, size_t> by_url;
  std::unordered_map<std::string_view, size_t> by_hash;
  for (size_t i = 0; i < prints.size(); ++i) {
    if (!prints[i].url.empty()) stories.join(i, by_url.emplace(prints[i].url, i).first->second);
    if (!prints[i].content_hash.empty())
      stories.join(i, by_hash.emplace(prints[i].content_hash.hex(), i).first->second);
  }
}

uint64_t mixed(uint64_t a, uint64_t b) {
  uint64_t key = (a + 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u;
  key ^= (key >> 31) ^ (b * 0x94D049BB133111EBu);
  key *= 0xD6E8FEB86659FD93u;
  return key ^ (key >> 32);
}

// The keys under which an item looks for its like.
class KeyMaker {
 public:
  explicit KeyMaker(const Tellings& tellings) : tellings_(tellings), counts_(tellings.id_count()) {
    for (size_t i = 0; i < tellings.size(); ++i) {
      for (const Id word : tellings.words(i)) ++counts_[word];
      for (const Id figure : tellings.figures(i)) ++counts_[tellings.whole_part(figure)];
    }
  }

  std::vector<uint64_t> keys(size_t i) const {
    std::vector<Weighed> words;
    for (const Id word : tellings_.words(i))
      words.push_back({word, tellings_.is_common(word) ? kCommonWord : 1});
    std::vector<uint64_t> keys;
    for (const Id word : first_of(words, kEnoughWithoutNames)) keys.push_back(mixed(word, kNoName));
    add_named_keys(i, std::move(words), keys);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
  }

 private:
  static constexpr uint64_t kNoName = 1;
  static constexpr uint64_t kTwoNames = 2;
  static constexpr double kRounding = 1e-9;  // sums of weights differ by the order

  struct Weighed {
    Id id = 0;
    double weight = 0;
  };

  const Tellings& tellings_;
  std::vector<uint32_t> counts_;  // by id

  // The rarest, as many as leave less than `enough` behind them.
  std::vector<Id> first_of(std::vector<Weighed> words, double enough) const {
    std::sort(words.begin(), words.end(), [&](const Weighed& a, const Weighed& b) {
      return counts_[a.id] != counts_[b.id] ? counts_[a.id] < counts_[b.id] : a.id < b.id;
    });
    double left = 0;
    for (const Weighed& word : words) left += word.weight;
    std::vector<Id> first;
    for (const Weighed& word : words) {
      if (left < enough - kRounding) break;
      first.push_back(word.id);
      left -= word.weight;
    }
    return first;
  }

  // Of those who share one name: the name with a word or figure; of those who share
  // more: two names.
  void add_named_keys(size_t i, std::vector<Weighed> words, std::vector<uint64_t>& keys) const {
    for (const Id figure : tellings_.figures(i))
      words.push_back({tellings_.whole_part(figure), kFigure});
    const std::vector<Id> first = first_of(std::move(words), kEnough - kSameEvent);
    const auto names = tellings_.names(i);
    for (size_t n = 0; n < names.size(); ++n) {
      const uint64_t name = mixed(tellings_.first_word(names[n]), 0);
      for (const Id word : first) keys.push_back(mixed(name, word));
      for (size_t m = 0; m < n; ++m) {
        const uint64_t other = mixed(tellings_.first_word(names[m]), 0);
        keys.push_back(mixed(std::min(name, other) ^ kTwoNames, std::max(name, other)));
      }
    }
  }
};

struct Entry {
  uint64_t key = 0;
  int32_t day = kUndated;  // the undated come first, and are compared with all
  uint32_t item = 0;
};

bool too_late_for(const Entry& later, const Entry& earlier) {
  return earlier.day != kUndated && later.day - earlier.day > kMaxDays;
}

// Joins those that have a key in common, lie few days apart and are the same.
template <class Same>
void join_where(std::vector<Entry>& entries, Stories& stories, Same same) {
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.key != b.key) return a.key < b.key;
    return a.day != b.day ? a.day < b.day : a.item < b.item;
  });
  for (size_t i = 0; i < entries.size(); ++i) {
    for (size_t k = i + 1; k < entries.size() && entries[k].key == entries[i].key; ++k) {
      if (too_late_for(entries[k], entries[i])) break;
      const size_t a = entries[i].item;
      const size_t b = entries[k].item;
      if (stories.root(a) != stories.root(b) && same(a, b)) stories.join(a, b);
    }
  }
}

// One band of all sketches after the other, so that the memory is an entry an item.
void join_nearly_equal(const std::vector<Fingerprint>& prints, Stories& stories) {
  std::vector<Entry> entries;
  for (size_t band = 0; band < BodySketch::kBands; ++band) {
    entries.clear();
    for (size_t i = 0; i < prints.size(); ++i) {
      if (prints[i].body.empty()) continue;
      const int32_t day = prints[i].day ? *prints[i].day - Date() : kUndated;
      entries.push_back({prints[i].body.band_keys()[band], day, static_cast<uint32_t>(i)});
    }
    join_where(entries, stories,
               [&](size_t a, size_t b) { return nearly_equal(prints[a].body, prints[b].body); });
  }
}

void join_tellings(const std::vector<Fingerprint>& prints, const StoryWords& words,
                   Stories& stories) {
  Tellings tellings(words);
  for (const Fingerprint& print : prints) tellings.add(print);
  const KeyMaker maker(tellings);
  std::vector<Entry> entries;
  entries.reserve(tellings.size() * kManyKeys);  // what is not used takes no memory
  for (size_t i = 0; i < tellings.size(); ++i)
    for (const uint64_t key : maker.keys(i))
      entries.push_back({key, tellings.day(i).value_or(kUndated), static_cast<uint32_t>(i)});
  join_where(entries, stories, [&](size_t a, size_t b) { return tellings.same(a, b); });
}

int trust(const Item& item) { return item.source_type == "press_corporate" ? 1 : 0; }

bool tells_better(const Item& a, const Item& b) {
  if (trust(a) != trust(b)) return trust(a) > trust(b);
  if (a.content.size() != b.content.size()) return a.content.size() > b.content.size();
  if (a.published_at != b.published_at) {
    if (!a.published_at || !b.published_at) return a.published_at.has_value();
    return *a.published_at < *b.published_at;
  }
  return a.id < b.id;
}

}  // namespace

std::vector<size_t> best_tellers(const std::vector<Fingerprint>& prints,
                                 const std::vector<const Item*>& items, const StoryWords& words) {
  Stories stories(prints.size());
  join_equal(prints, stories);
  join_nearly_equal(prints, stories);
  join_tellings(prints, words, stories);
  std::vector<size_t> best(prints.size());
  std::iota(best.begin(), best.end(), size_t{0});
  for (size_t i = 0; i < prints.size(); ++i) {
    size_t& teller = best[stories.root(i)];
    if (tells_better(*items[i], *items[teller])) teller = i;
  }
  std::vector<size_t> result(prints.size());
  for (size_t i = 0; i < prints.size(); ++i) result[i] = best[stories.root(i)];
  return result;
}

}  // namespace vectora::normalize
