#include "vectora/score/signals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "vectora/score/test_rules.h"

namespace vectora::score {
namespace {

using namespace test_rules;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

normalize::Hit hit(lexicon::ScopeIndex scope, std::string_view name, normalize::Field field,
                   uint32_t begin) {
  normalize::Hit hit;
  hit.scope = scope;
  hit.name = name;
  hit.span = {field, begin, begin + 4};
  return hit;
}

// Title: Acme. Content: frost glaze, Acme again, salt glaze taken back, fair.
normalize::Scan sample() {
  normalize::Scan scan;
  scan.hits = {hit(kCore, "Acme", normalize::Field::kTitle, 0),
               hit(kGlazes, "frost glaze", normalize::Field::kContent, 5),
               hit(kCore, "Acme", normalize::Field::kContent, 20),
               hit(kGlazes, "salt glaze", normalize::Field::kContent, 40),
               hit(kFairs, "fair", normalize::Field::kContent, 60)};
  scan.hits[3].negated = true;
  scan.context = {{kHybrid, "Borea"}, {kCore, "Acme"}};
  return scan;
}

TEST(SignalsTest, NamesAreDistinctInOrderOfFirstHitAndTheSourceComesLast) {
  const normalize::Scan scan = sample();
  const Signals signals(scan);
  EXPECT_THAT(signals.names({kFairs, kGlazes, kHybrid, kCore}),
              ElementsAre("Acme", "frost glaze", "fair", "Borea"));
  EXPECT_THAT(signals.names({kGlazes, kCore}, Where::kTitle), ElementsAre("Acme"));
  EXPECT_THAT(signals.names({kGnomes}), IsEmpty());
  EXPECT_THAT(signals.names({}), IsEmpty());
}

TEST(SignalsTest, TheFirstHitIsOneThatIsNotTakenBack) {
  const normalize::Scan scan = sample();
  const Signals signals(scan);
  EXPECT_EQ(signals.first_hit({kFairs, kGlazes}), &scan.hits[1]);
  EXPECT_EQ(signals.first_hit({kCore, kFairs}, Where::kTitle), &scan.hits[0]);
  EXPECT_EQ(signals.first_hit({kFairs}, Where::kTitle), nullptr);
  EXPECT_EQ(signals.first_hit({kHybrid}), nullptr) << "the source's company has no words";
}

TEST(SignalsTest, TellWhereAScopeStands) {
  const normalize::Scan scan = sample();
  const Signals signals(scan);
  EXPECT_TRUE(signals.mentions({kGnomes, kHybrid}));
  EXPECT_FALSE(signals.mentions({kGnomes}));
  EXPECT_TRUE(signals.heads({kCore}));
  EXPECT_FALSE(signals.heads({kGlazes, kHybrid}));
  EXPECT_TRUE(signals.in_context({kHybrid}));
  EXPECT_FALSE(signals.in_context({kGlazes}));
}

TEST(SignalsTest, CountsANameOnceOverAllGroupsThatAreAsked) {
  const normalize::Scan scan = sample();
  const Signals signals(scan);
  const std::vector<SignalGroup> groups = {group("makers", SignalStrength::kMedium, kCore),
                                           group("again", SignalStrength::kMedium, kCore),
                                           group("glazes", SignalStrength::kStrong, kGlazes)};
  EXPECT_EQ(signals.count(groups, {"", {0, 1, 2}, 1}), 2);
  EXPECT_EQ(signals.count(groups, {"", {0, 1, 2}, 1}, Where::kTitle), 1);
  EXPECT_EQ(signals.count(groups, {"", {9}, 1}), 0);
}

// The slow obvious way.
std::vector<std::string> names_by_looking(const normalize::Scan& scan,
                                          const score::Scopes& scopes) {
  std::vector<std::string> names;
  const auto add = [&](lexicon::ScopeIndex scope, std::string_view name) {
    const bool asked = std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
    if (asked && !contains(names, name)) names.emplace_back(name);
  };
  for (const normalize::Hit& hit : scan.hits)
    if (!hit.negated) add(hit.scope, hit.name);
  for (const normalize::ContextHit& hit : scan.context) add(hit.scope, hit.name);
  return names;
}

TEST(SignalsTest, AgreeWithLookingAtEveryHit) {
  const std::vector<std::string> names = {"a", "b", "c", "d"};
  for (unsigned seed = 1; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const auto next = [&](unsigned bound) { return static_cast<uint32_t>(random() % bound); };
    normalize::Scan scan;
    for (unsigned n = next(12); n > 0; --n) {
      scan.hits.push_back(hit(next(4), names[next(4)], normalize::Field::kContent, 12 - n));
      scan.hits.back().negated = next(5) == 0;
    }
    for (unsigned n = next(3); n > 0; --n) scan.context.push_back({next(4), names[next(4)]});
    const Signals signals(scan);
    using Asked = score::Scopes;
    for (const Asked& scopes : {Asked{0}, Asked{1, 2}, Asked{3, 0, 1}, Asked{}}) {
      ASSERT_EQ(signals.names(scopes), names_by_looking(scan, scopes)) << seed;
      ASSERT_EQ(signals.mentions(scopes), !names_by_looking(scan, scopes).empty()) << seed;
    }
  }
}

}  // namespace
}  // namespace vectora::score
