// Items a second that are scanned, annotated and judged on one core: texts of
// one kilobyte in which a name of the market stands every forty words.
#include <benchmark/benchmark.h>

#include <random>

#include "vectora/normalize/annotator.h"
#include "vectora/score/judge.h"

namespace vectora {
namespace {

constexpr int kScopes = 8;
constexpr int kNamesPerScope = 600;
constexpr size_t kTextBytes = 1000;
constexpr size_t kItems = 200;

std::string word(std::mt19937& random) {
  std::string made;
  for (int n = 2 + static_cast<int>(random() % 3); n > 0; --n) {
    made += "bcdfglmnprst"[random() % 12];
    made += "aeiou"[random() % 5];
  }
  return made;
}

std::vector<lexicon::Scope> scopes(std::mt19937& random) {
  std::vector<lexicon::Scope> made(kScopes);
  for (int s = 0; s < kScopes; ++s) {
    made[static_cast<size_t>(s)].id = "scope" + std::to_string(s);
    for (int n = 0; n < kNamesPerScope; ++n) {
      lexicon::Term term;
      term.name = word(random) + " " + word(random);
      made[static_cast<size_t>(s)].terms.push_back(std::move(term));
    }
  }
  return made;
}

std::string text(std::mt19937& random, const std::vector<lexicon::Scope>& names) {
  std::string made;
  for (int n = 0; made.size() < kTextBytes; ++n) {
    if (n % 40 == 7) {
      const lexicon::Scope& scope = names[random() % names.size()];
      made += scope.terms[random() % scope.terms.size()].name + " ";
    }
    std::string next = word(random);
    if (n % 12 == 0) next[0] = static_cast<char>(next[0] - 32);
    made += next + (n % 15 == 14 ? ". " : " ");
  }
  return made;
}

normalize::NameRule rule(normalize::NameMethod method, std::vector<std::string> words) {
  normalize::NameRule rule;
  rule.id = "bench";
  rule.method = method;
  rule.words = std::move(words);
  return rule;
}

normalize::RulesVocabulary vocabulary(const std::vector<lexicon::Scope>& names) {
  normalize::RulesVocabulary made;
  for (lexicon::ScopeIndex s = 0; s < 6; ++s)
    made.entity_scopes.emplace_back(s, normalize::kAllEntityKinds[s]);
  for (int t = 0; t < 30; ++t) {
    normalize::TypePattern pattern;
    pattern.name = "type" + std::to_string(t);
    for (size_t n = 0; n < 20; ++n)
      pattern.title.push_back({names[static_cast<size_t>(t) % kScopes].terms[n * 7], 1});
    pattern.body = pattern.title;
    (t < 10 ? made.event_types : made.content_types).push_back(std::move(pattern));
  }
  made.name_rules = {rule(normalize::NameMethod::kEndsWith, {"Inc", "Ltd", "Works"}),
                     rule(normalize::NameMethod::kFollowedBy, {"announces", "to buy"}),
                     rule(normalize::NameMethod::kStem, {"-mab", "-glaze", "-itis"}),
                     rule(normalize::NameMethod::kHead, {"disease", "crack"}),
                     rule(normalize::NameMethod::kPattern, {R"(\b([A-Z]{2,5}-?\d{3,5})\b)"})};
  return made;
}

score::Rules rules() {
  score::Rules made;
  score::WatchDomain domain;
  domain.id = DomainId("bench");
  for (lexicon::ScopeIndex s = 0; s < kScopes; ++s) {
    score::SignalGroup group;
    group.name = "group" + std::to_string(s);
    group.scopes = {s};
    domain.signals.push_back(std::move(group));
  }
  for (size_t r = 0; r < 20; ++r) {
    score::MatchingRule matching;
    matching.id = "rule" + std::to_string(r);
    matching.min = {{"a", {r % kScopes}, 2}, {"b", {(r + 1) % kScopes}, 2}};
    matching.max = {{"c", {(r + 2) % kScopes}, 0}};
    domain.rules.push_back(std::move(matching));
  }
  made.domains = {domain};
  made.default_event_weight.value = 5;
  made.maximum_score.value = 50;
  return made;
}

void judge_items(benchmark::State& state) {
  std::mt19937 random(1);
  const std::vector<lexicon::Scope> names = scopes(random);
  const lexicon::Lexicon lexicon = *lexicon::Lexicon::compile(names);
  const auto annotator = *normalize::make_rules_annotator(lexicon, vocabulary(names));
  const score::Rules judged = rules();
  std::vector<normalize::Item> items(kItems);
  for (normalize::Item& item : items) {
    item.title = text(random, names).substr(0, 90);
    item.content = text(random, names);
  }
  size_t next = 0;
  for ([[maybe_unused]] auto iteration : state) {
    const normalize::Item& item = items[next++ % kItems];
    const normalize::Scan scan = normalize::scan(item, lexicon);
    const normalize::Annotation annotation = annotator->annotate(item, scan, {});
    benchmark::DoNotOptimize(score::judge({item, annotation, scan, {}}, judged, Date()));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(judge_items);

}  // namespace
}  // namespace vectora
