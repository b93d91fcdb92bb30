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

enum Slot : size_t { kTitleSlot, kBodySlot, kNegativeSlot, kSlots };

struct Tally {
  double score = 0;
  double best = 0;  // the weightiest keyword's contribution
  std::optional<Span> evidence;
};

void add_scopes(const std::vector<TypePattern>& patterns, std::vector<lexicon::Scope>& scopes,
                std::vector<std::vector<double>>& weights) {
  for (const TypePattern& pattern : patterns) {
    for (const std::vector<Keyword>* slot : {&pattern.title, &pattern.body, &pattern.negative}) {
      lexicon::Scope scope;
      scope.id = pattern.name;
      scope.config = pattern.config;
      std::vector<double> slot_weights;
      for (const Keyword& keyword : *slot) {
        scope.terms.push_back(keyword.term);
        slot_weights.push_back(keyword.weight);
      }
      scopes.push_back(std::move(scope));
      weights.push_back(std::move(slot_weights));
    }
  }
}

double place_factor(size_t slot, Field field, size_t begin, size_t length) {
  if (field == Field::kContent) return begin < kLeadBytes ? kLeadFactor : kRestFactor;
  const double lateness =
      static_cast<double>(begin) / static_cast<double>(std::max<size_t>(length, 1));
  const double base = slot == kBodySlot ? kBodyInTitleFactor : kTitleFactor;
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

struct TypeClassifier::Compiled {
  std::vector<TypePattern> events;
  std::vector<TypePattern> content_types;
  std::vector<std::vector<double>> weights;  // by scope, by term
  lexicon::Lexicon lexicon;

  // Tallies of the events, then of the content types.
  void tally(Field field, std::string_view text, std::vector<Tally>& tallies) const;
  void pick_event(const std::vector<Tally>& tallies, EventClass& event) const;
};

void TypeClassifier::Compiled::tally(Field field, std::string_view text,
                                     std::vector<Tally>& tallies) const {
  std::vector<std::pair<lexicon::ScopeIndex, lexicon::TermIndex>> counted;
  for (const lexicon::Mention& mention : lexicon.find(text)) {
    const size_t slot = mention.scope % kSlots;
    if (slot == kTitleSlot && field != Field::kTitle) continue;
    const std::pair key(mention.scope, mention.term);
    if (std::find(counted.begin(), counted.end(), key) != counted.end()) continue;
    counted.push_back(key);
    const double value = weights[mention.scope][mention.term] *
                         place_factor(slot, field, mention.begin, text.size());
    Tally& tally = tallies[mention.scope / kSlots];
    tally.score += slot == kNegativeSlot ? -value : value;
    if (slot == kNegativeSlot || value <= tally.best) continue;
    tally.best = value;
    tally.evidence = Span{field, mention.begin, mention.end};
  }
}

void TypeClassifier::Compiled::pick_event(const std::vector<Tally>& tallies,
                                          EventClass& event) const {
  event.confidence = kUnknownConfidence;
  if (events.empty()) return;
  const size_t best = best_of(tallies, 0, events.size());
  const double score = tallies[best].score;
  if (score < kMinScore) return;
  double second = 0;
  for (size_t i = 0; i < events.size(); ++i) {
    if (i == best) continue;
    second = std::max(second, tallies[i].score);
    if (tallies[i].score >= std::max(kMinSecondary, kSecondaryShare * score))
      event.secondary.push_back(events[i].name);
  }
  event.primary = events[best].name;
  event.evidence = tallies[best].evidence;
  event.config = events[best].config;
  const double lead = (score - second) / score;
  event.confidence =
      hundredths((0.5 + 0.49 * lead) * std::min(1.0, 0.5 + score / (2 * kSureScore)));
}

Result<TypeClassifier> TypeClassifier::compile(const std::vector<TypePattern>& events,
                                               const std::vector<TypePattern>& content_types) {
  std::vector<lexicon::Scope> scopes;
  std::vector<std::vector<double>> weights;
  add_scopes(events, scopes, weights);
  add_scopes(content_types, scopes, weights);
  lexicon::Lexicon lexicon = TRY(lexicon::Lexicon::compile(std::move(scopes)));
  TypeClassifier classifier;
  classifier.compiled_ = std::make_shared<const Compiled>(
      Compiled{events, content_types, std::move(weights), std::move(lexicon)});
  return classifier;
}

Types TypeClassifier::classify(std::string_view title, std::string_view content) const {
  const Compiled& compiled = *compiled_;
  const size_t events = compiled.events.size();
  std::vector<Tally> tallies(events + compiled.content_types.size());
  compiled.tally(Field::kTitle, title, tallies);
  compiled.tally(Field::kContent, content, tallies);
  Types types;
  if (tallies.size() > events) {
    const size_t best = best_of(tallies, events, tallies.size());
    if (tallies[best].score >= kMinScore) {
      const TypePattern& pattern = compiled.content_types[best - events];
      types.content_type = {pattern.name, tallies[best].evidence, pattern.config};
      for (size_t i = 0; i < events; ++i) {
        if (compiled.events[i].name != pattern.event_type) continue;
        tallies[i].score += tallies[best].score;
        if (!tallies[i].evidence) tallies[i].evidence = tallies[best].evidence;
      }
    }
  }
  compiled.pick_event(tallies, types.event);
  return types;
}

}  // namespace vectora::normalize
