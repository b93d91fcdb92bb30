// Tellings: fingerprints as numbers, so that two are compared by merging short
// sorted lists, and millions fit into memory.
//
//   Tellings tellings(words);
//   const size_t a = tellings.add(print_a), b = tellings.add(print_b);
//   tellings.same(a, b)      whether they tell the same event in words alone
//
// Addresses and texts are not asked here; that is same_story's business.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vectora/normalize/stories/stories.h"
#include "vectora/normalize/stories/story_words.h"

namespace vectora::normalize {

// What two tellings of one event share at least, beside or without a name: words
// count 1, common words less (tellings.cc). best_tellers looks for candidates by it.
constexpr double kEnough = 2.3;
constexpr double kEnoughWithoutNames = 4.0;
constexpr double kCommonWord = 0.35;
constexpr double kSameEvent = 0.7;
constexpr double kFigure = 1.5;
constexpr int kMaxDays = 4;  // between two tellings

// Unknown days are never far apart.
bool few_days_apart(const std::optional<Date>& a, const std::optional<Date>& b);

class Tellings {
 public:
  using Id = uint32_t;

  explicit Tellings(const StoryWords& words) : story_words_(words) {}

  size_t add(const Fingerprint& print);
  size_t size() const { return tellings_.size(); }

  bool same(size_t a, size_t b) const;

  // Sorted ids.
  std::span<const Id> words(size_t i) const { return list(tellings_[i].words); }
  std::span<const Id> figures(size_t i) const { return list(tellings_[i].figures); }
  std::span<const Id> names(size_t i) const { return list(tellings_[i].names); }
  std::optional<int32_t> day(size_t i) const { return tellings_[i].day; }

  bool is_common(Id word) const { return texts_[word].common; }
  // The same for names and figures that may count as shared: a name's first word;
  // a figure's whole part.
  Id first_word(Id name) const { return texts_[name].key; }
  Id whole_part(Id figure) const { return texts_[figure].key; }
  size_t id_count() const { return texts_.size(); }

 private:
  struct List {
    uint32_t begin = 0;
    uint32_t count = 0;
  };
  struct Telling {
    List words, names, figures;
    Id event = 0;
    bool comments = false;
    std::optional<int32_t> day;
  };
  // What an id stands for: a word, a name, a figure or an event type.
  struct Text {
    std::string_view text;
    bool common = false;
    bool comment = false;
    Id key = 0;
    List words;  // of a name, as story_words makes them
  };

  const StoryWords& story_words_;
  std::deque<std::string> stored_;
  std::unordered_map<std::string_view, Id> ids_;
  std::vector<Text> texts_;
  std::vector<Id> lists_;
  std::vector<Telling> tellings_;

  std::span<const Id> list(const List& list) const {
    return {lists_.data() + list.begin, list.count};
  }
  Id id_of(std::string text);
  Id word_id(std::string_view word);
  Id name_id(std::string_view name);
  Id figure_id(std::string_view figure);
  List store(std::vector<Id> ids);

  bool same_name(Id a, Id b) const;
  bool same_figure(Id a, Id b) const;
  template <class Same>
  size_t shared(std::span<const Id> a, std::span<const Id> b, Same same) const;
  bool may_be_same(const Telling& a, const Telling& b, size_t shared) const;
  bool same_words(const Telling& a, const Telling& b, std::span<const Id> shared) const;
  double weight_beside(std::span<const Id> shared, const Telling& a, const Telling& b) const;
  bool is_of_names(Id word, const Telling& telling) const;
};

}  // namespace vectora::normalize
