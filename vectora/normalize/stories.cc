// When two items tell the same event
//
// Headlines of one event differ in every word but the names, the figures and a
// few words that matter; headlines of two events may be equal but for the name
// (a template), or share the name and nothing else (two stories of one product).
// So names alone never decide. Two items tell the same event when
//   - their addresses or texts are the same, or
//   - they lie at most kMaxDays apart, no name contradicts, both tell or both
//     comment ("Is the deal fair?" is another story than the deal), and beside the names
//     enough is shared: words that matter count 1, common ones less, a figure or
//     a further shared name more, the same type of event a little.
// What is shared must also be a good part of what the shorter headline says;
// that bound is what best_tellers' index relies on (kMinShare).
#include "vectora/normalize/stories.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "vectora/base/url.h"
#include "vectora/normalize/story_rules.h"
#include "vectora/normalize/story_words.h"
#include "vectora/text/fold.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {
namespace {

constexpr int kMaxDays = 4;
constexpr size_t kMinComparable = 200;  // bytes of content whose hash says something
constexpr double kCommonWord = 0.35;
constexpr double kFigure = 1.5;
constexpr double kFurtherName = 1.0;
constexpr double kSameEvent = 0.7;
constexpr double kEnough = 2.3;
constexpr double kEnoughWithoutNames = 4.0;
constexpr double kShareWithoutNames = 0.5;
constexpr double kNearlyEqual = 0.6;  // of all words of both headlines

using Words = std::vector<std::string>;

Words shared_of(const Words& a, const Words& b) {
  Words shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared;
}

// The single words of all names, as story_words makes them.
Words name_words(const Fingerprint& a, const Fingerprint& b) {
  Words all;
  for (const Fingerprint* print : {&a, &b})
    for (const std::string& name : print->names)
      for (std::string& word : story_words(name)) all.push_back(std::move(word));
  std::sort(all.begin(), all.end());
  return all;
}

// Names count as shared when one is the other told shorter: "acme", "acme bio".
bool same_name(const std::string& a, const std::string& b) {
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return longer.starts_with(shorter) &&
         (longer.size() == shorter.size() || longer[shorter.size()] == ' ');
}

size_t shared_names(const Fingerprint& a, const Fingerprint& b) {
  return static_cast<size_t>(
      std::count_if(a.names.begin(), a.names.end(), [&](const std::string& name) {
        return std::any_of(b.names.begin(), b.names.end(),
                           [&](const std::string& other) { return same_name(name, other); });
      }));
}

double shared_figures(const Fingerprint& a, const Fingerprint& b) {
  return static_cast<double>(
      std::count_if(a.figures.begin(), a.figures.end(), [&](const std::string& figure) {
        return std::any_of(b.figures.begin(), b.figures.end(),
                           [&](const std::string& other) { return same_figure(figure, other); });
      }));
}

double weight_beside(const Words& words, const Words& names) {
  double weight = 0;
  for (const std::string& word : words)
    if (!std::binary_search(names.begin(), names.end(), word))
      weight += is_common_story_word(word) ? kCommonWord : 1;
  return weight;
}

bool far_apart(const Fingerprint& a, const Fingerprint& b) {
  return a.day && b.day && std::abs(*a.day - *b.day) > kMaxDays;
}

bool same_event_type(const Fingerprint& a, const Fingerprint& b) {
  return a.event_type == b.event_type && a.event_type != "other" && !a.event_type.empty();
}

// What both say beside the first name they share.
double evidence(const Fingerprint& a, const Fingerprint& b, const Words& shared, size_t names) {
  const Words of_names = name_words(a, b);
  double value = weight_beside(shared, of_names) + kFigure * shared_figures(a, b);
  if (names > 1) value += kFurtherName * static_cast<double>(names - 1);
  if (same_event_type(a, b)) value += kSameEvent;
  return value;
}

bool comments(const Fingerprint& print) {
  return std::any_of(print.title_words.begin(), print.title_words.end(),
                     [](const std::string& word) { return is_commentary_word(word); });
}

bool nearly_equal(const Fingerprint& a, const Fingerprint& b, size_t shared) {
  const size_t all = a.title_words.size() + b.title_words.size() - shared;
  return static_cast<double>(shared) >= kNearlyEqual * static_cast<double>(all);
}

bool same_telling(const Fingerprint& a, const Fingerprint& b) {
  const Words shared = shared_of(a.title_words, b.title_words);
  if (!enough_shared(shared.size(), a.title_words.size(), b.title_words.size())) return false;
  if (comments(a) != comments(b) && !nearly_equal(a, b, shared.size())) return false;
  const size_t names = shared_names(a, b);
  const bool both_name = !a.names.empty() && !b.names.empty();
  if (both_name && names == 0) return false;
  if (names > 0) return evidence(a, b, shared, names) >= kEnough;
  const size_t smaller = std::min(a.title_words.size(), b.title_words.size());
  return weight_beside(shared, {}) >= kEnoughWithoutNames &&
         static_cast<double>(shared.size()) >= kShareWithoutNames * static_cast<double>(smaller);
}

void make_set(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

Fingerprint fingerprint(const Item& item, const Annotation& annotation) {
  Fingerprint print;
  print.item = item.id;
  const std::optional<Url> url = Url::parse(item.url);
  if (url) print.url = url->canonical();
  if (item.content.size() >= kMinComparable) print.content_hash = item.content_hash;
  print.title_words = story_words(item.title);
  print.figures = story_figures(item.title);
  for (const EntityMention& mention : annotation.mentions) {
    const bool names_it = mention.kind == EntityKind::kCompany ||
                          mention.kind == EntityKind::kTrademark ||
                          mention.kind == EntityKind::kMolecule;
    if (names_it && mention.span.field == Field::kTitle)
      print.names.push_back(text::fold_text(mention.canonical));
  }
  make_set(print.names);
  print.event_type = annotation.event.primary;
  print.day = item.published_at;
  return print;
}

bool same_story(const Fingerprint& a, const Fingerprint& b) {
  if (!a.url.empty() && a.url == b.url) return true;
  if (!a.content_hash.empty() && a.content_hash == b.content_hash) return true;
  return !far_apart(a, b) && same_telling(a, b);
}

}  // namespace vectora::normalize
