// Stories of many items without comparing each with each
//
// Equal addresses and texts are found by a map. Tellings in other words share at
// least least_shared(m) of the m title words of the shorter headline
// (story_rules.h), so of any m - least_shared(m) + 1 of its words one stands in
// the other's headline too: the prefix filter of set-similarity joins (Chaudhuri,
// Ganti, Kaushik, "A primitive operator for similarity joins", ICDE 2006). All
// words are indexed; each item asks for its rarest ones only, whose lists are
// short. No pair is lost; stories are the connected parts.
#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "vectora/normalize/stories.h"
#include "vectora/normalize/story_rules.h"

namespace vectora::normalize {
namespace {

using Postings = std::unordered_map<std::string_view, std::vector<size_t>>;

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

Postings index_words(const std::vector<Fingerprint>& prints) {
  Postings postings;
  for (size_t i = 0; i < prints.size(); ++i)
    for (const std::string& word : prints[i].title_words) postings[word].push_back(i);
  return postings;
}

// The words of which one is shared with every telling of the same event that has
// at least as many words.
std::vector<std::string_view> asked_words(const Fingerprint& print, const Postings& postings) {
  std::vector<std::string_view> words(print.title_words.begin(), print.title_words.end());
  const size_t least = least_shared(words.size());
  if (words.size() < least) return {};
  std::sort(words.begin(), words.end(), [&](std::string_view a, std::string_view b) {
    const size_t count_a = postings.at(a).size();
    const size_t count_b = postings.at(b).size();
    return count_a != count_b ? count_a < count_b : a < b;
  });
  words.resize(words.size() - least + 1);
  return words;
}

void join_tellings(const std::vector<Fingerprint>& prints, Stories& stories) {
  const Postings postings = index_words(prints);
  std::vector<size_t> asked_by(prints.size(), prints.size());
  for (size_t i = 0; i < prints.size(); ++i) {
    for (const std::string_view word : asked_words(prints[i], postings)) {
      for (const size_t other : postings.at(word)) {
        if (other == i || asked_by[other] == i) continue;
        asked_by[other] = i;
        if (stories.root(i) != stories.root(other) && same_story(prints[i], prints[other]))
          stories.join(i, other);
      }
    }
  }
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
                                 const std::vector<const Item*>& items) {
  Stories stories(prints.size());
  join_equal(prints, stories);
  join_tellings(prints, stories);
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
