// How a type's score comes about
//
// Every keyword found adds its weight times the factor of its place. A keyword
// counts once in the title and once in the content, at its first place. In the
// title an early word weighs more than a late one: headlines put what happened
// first, and a headline of several stories has the type of its first. The best
// content type adds its score to its event; then the best event wins, ties going
// to the type that stands first in the configuration.
#include "vectora/normalize/type_classifier.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace vectora::normalize {
namespace {

constexpr double kTitleFactor = 3.0;        // of a title keyword in the title
constexpr double kBodyInTitleFactor = 2.0;  // of a body keyword in the title
constexpr double kLeadFactor = 1.0;
constexpr double kRestFactor = 0.4;
constexpr size_t kLeadBytes = 500;
constexpr double kEarlyBonus = 0.25;      // of a word at the title's very start
constexpr double kMinScore = 1.0;         // below it nothing is known: "other"
constexpr double kSureScore = 6.0;        // from here on the score no longer lowers confidence
constexpr double kSecondaryShare = 0.35;  // of the primary type's score
constexpr double kMinSecondary = 1.5;
constexpr double kUnknownConfidence = 0.3;

// How the keywords of one list count.
enum class Slot { kTitle, kBody, kNegative };

struct Tally {
  double score = 0;
  double best = 0;  // the weightiest keyword's contribution
  std::optional<Span> evidence;
};

// The lists of all types for one lexicon: scope i is types[i]'s `slot`.
struct Lists {
  std::vector<lexicon::Scope> scopes;
  std::vector<std::vector<double>> weights;  // by scope, by term
};

void add_list(const TypePattern& pattern, const std::vector<Keyword>& keywords, Lists& lists) {
  lexicon::Scope scope;
  scope.id = pattern.name;
  scope.config = pattern.config;
  std::vector<double> weights;
  for (const Keyword& keyword : keywords) {
    scope.terms.push_back(keyword.term);
    weights.push_back(keyword.weight);
  }
  lists.scopes.push_back(std::move(scope));
  lists.weights.push_back(std::move(weights));
}

double place_factor(Slot slot, Field field, size_t begin, size_t length) {
  if (field == Field::kContent) return begin < kLeadBytes ? kLeadFactor : kRestFactor;
  const double lateness =
      static_cast<double>(begin) / static_cast<double>(std::max<size_t>(length, 1));
  const double base = slot == Slot::kBody ? kBodyInTitleFactor : kTitleFactor;
  return base * (1 + kEarlyBonus * (1 - lateness));
}

double hundredths(double value) { return std::round(value * 100) / 100; }

size_t best_of(const std::vector<Tally>& tallies, size_t first, size_t end) {
  size_t best = first;
  for (size_t i = first; i < end; ++i)
    if (tallies[i].score > tallies[best].score) best = i;
  return best;
}

}  // namespace

// Title keywords are many and looked for in titles alone; those of the text, and
// what speaks against a type, are looked for in both. Hence two lexicons.
struct TypeClassifier::Compiled {
  struct Part {
    lexicon::Lexicon lexicon;
    std::vector<std::vector<double>> weights;
    std::vector<std::pair<size_t, Slot>> meaning;  // by scope: the type and how it counts
  };

  std::vector<TypePattern> types;  // events, then content types
  size_t events = 0;
  Part title;
  Part text;

  static Result<Part> title_part(const std::vector<TypePattern>& types);
  static Result<Part> text_part(const std::vector<TypePattern>& types);
  void pick_event(const std::vector<Tally>& tallies, EventClass& event) const;
};

Result<TypeClassifier::Compiled::Part> TypeClassifier::Compiled::title_part(
    const std::vector<TypePattern>& types) {
  Lists lists;
  Part part;
  for (size_t i = 0; i < types.size(); ++i) {
    add_list(types[i], types[i].title, lists);
    part.meaning.emplace_back(i, Slot::kTitle);
  }
  part.lexicon = TRY(lexicon::Lexicon::compile(std::move(lists.scopes)));
  part.weights = std::move(lists.weights);
  return part;
}

Result<TypeClassifier::Compiled::Part> TypeClassifier::Compiled::text_part(
    const std::vector<TypePattern>& types) {
  Lists lists;
  Part part;
  for (size_t i = 0; i < types.size(); ++i) {
    add_list(types[i], types[i].body, lists);
    part.meaning.emplace_back(i, Slot::kBody);
    add_list(types[i], types[i].negative, lists);
    part.meaning.emplace_back(i, Slot::kNegative);
  }
  part.lexicon = TRY(lexicon::Lexicon::compile(std::move(lists.scopes)));
  part.weights = std::move(lists.weights);
  return part;
}

namespace {

template <class Part>
void tally(const Part& part, Field field, const TypeClassifier::ReadField& read,
           std::vector<Tally>& tallies) {
  std::set<std::pair<lexicon::ScopeIndex, lexicon::TermIndex>> counted;
  for (const lexicon::Mention& mention : part.lexicon.find(read.text, read.reading)) {
    if (!counted.emplace(mention.scope, mention.term).second) continue;
    const auto [type, slot] = part.meaning[mention.scope];
    const double value = part.weights[mention.scope][mention.term] *
                         place_factor(slot, field, mention.begin, read.text.size());
    Tally& tally = tallies[type];
    tally.score += slot == Slot::kNegative ? -value : value;
    if (slot == Slot::kNegative || value <= tally.best) continue;
    tally.best = value;
    tally.evidence = Span{field, mention.begin, mention.end};
  }
}

// Without evidence: the source's name is no part of the item.
template <class Part>
void tally_source(const Part& part, std::string_view source, std::vector<Tally>& tallies) {
  for (const lexicon::Mention& mention : part.lexicon.find(source)) {
    const auto [type, slot] = part.meaning[mention.scope];
    const double value = part.weights[mention.scope][mention.term] * kLeadFactor;
    tallies[type].score += slot == Slot::kNegative ? -value : value;
  }
}

}  // namespace

void TypeClassifier::Compiled::pick_event(const std::vector<Tally>& tallies,
                                          EventClass& event) const {
  event.confidence = kUnknownConfidence;
  if (events == 0) return;
  const size_t best = best_of(tallies, 0, events);
  const double score = tallies[best].score;
  if (score < kMinScore) return;
  double second = 0;
  for (size_t i = 0; i < events; ++i) {
    if (i == best) continue;
    second = std::max(second, tallies[i].score);
    if (tallies[i].score >= std::max(kMinSecondary, kSecondaryShare * score))
      event.secondary.push_back(types[i].name);
  }
  event.primary = types[best].name;
  event.evidence = tallies[best].evidence;
  event.config = types[best].config;
  const double lead = (score - second) / score;
  event.confidence =
      hundredths((0.5 + 0.49 * lead) * std::min(1.0, 0.5 + score / (2 * kSureScore)));
}

Result<TypeClassifier> TypeClassifier::compile(const std::vector<TypePattern>& events,
                                               const std::vector<TypePattern>& content_types) {
  Compiled compiled;
  compiled.types = events;
  compiled.types.insert(compiled.types.end(), content_types.begin(), content_types.end());
  compiled.events = events.size();
  compiled.title = TRY(Compiled::title_part(compiled.types));
  compiled.text = TRY(Compiled::text_part(compiled.types));
  TypeClassifier classifier;
  classifier.compiled_ = std::make_shared<const Compiled>(std::move(compiled));
  return classifier;
}

Types TypeClassifier::classify(const ReadField& title, const ReadField& content,
                               std::string_view source) const {
  const Compiled& compiled = *compiled_;
  const size_t events = compiled.events;
  std::vector<Tally> tallies(compiled.types.size());
  tally(compiled.title, Field::kTitle, title, tallies);
  tally(compiled.text, Field::kTitle, title, tallies);
  tally(compiled.text, Field::kContent, content, tallies);
  if (!source.empty()) tally_source(compiled.text, source, tallies);
  Types types;
  if (tallies.size() > events) {
    const size_t best = best_of(tallies, events, tallies.size());
    if (tallies[best].score >= kMinScore) {
      const TypePattern& pattern = compiled.types[best];
      types.content_type = {pattern.name, tallies[best].evidence, pattern.config};
      for (size_t i = 0; i < events; ++i) {
        if (compiled.types[i].name != pattern.event_type) continue;
        tallies[i].score += tallies[best].score;
        if (!tallies[i].evidence) tallies[i].evidence = tallies[best].evidence;
      }
    }
  }
  compiled.pick_event(tallies, types.event);
  return types;
}

}  // namespace vectora::normalize
