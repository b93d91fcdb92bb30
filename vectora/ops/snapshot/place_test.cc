#include "vectora/ops/snapshot/place.h"

#include <gtest/gtest.h>

namespace vectora::ops::snapshot {
namespace {

TEST(PlaceTest, SnapshotsHoldEverythingButThemselvesAndWhatIsMadeAgain) {
  const std::vector<std::pair<Place, bool>> cases = {
      {{Area::kConfig, "clients/a.yaml"}, true},
      {{Area::kConfig, "contexts/registry.json"}, true},
      {{Area::kConfig, "release/manifest.json"}, true},
      {{Area::kConfig, "snapshots/a/manifest.json"}, false},
      {{Area::kConfig, "history/2026/02/03/1.json"}, false},
      {{Area::kData, "state/clients/a/sent.json"}, true},
      {{Area::kData, "labels/a.jsonl"}, true},
      {{Area::kData, "locks/configuration.json"}, false},
      {{Area::kData, "journal/restore.json"}, false},
      {{Area::kData, "cache/annotations/1"}, false},
      {{Area::kNewsletters, "a/2026/02/03/newsletter.md"}, true},
      {{Area::kLambdaCode, "releases/1/a.zip"}, true},
      {{Area::kWorkspace, "clients/production/a.yaml"}, true},
      {{Area::kWorkspace, "canonical/scopes/a.yaml"}, true},
      {{Area::kWorkspace, "vectora.yaml"}, false},
      {{Area::kWorkspace, ".env"}, false},
  };
  for (const auto& [place, covered] : cases) EXPECT_EQ(is_covered(place), covered) << place.str();
}

TEST(PlaceTest, TheDayStandsInTheKeyOfDataAndNewsletters) {
  const auto day = Date::parse("2026-02-03");
  EXPECT_EQ(day_of({Area::kData, "ingested/a/2026/02/03/items.json"}), day);
  EXPECT_EQ(day_of({Area::kData, "raw/captures/2026/02/03/x.json"}), day);
  EXPECT_EQ(day_of({Area::kNewsletters, "a/2026/02/03/manifest.json"}), day);
  EXPECT_EQ(day_of({Area::kConfig, "x/2026/02/03/y"}), std::nullopt);
  for (const char* key : {"ingested/a/2026-02-03/x", "ingested/a/2026/02/30/x", "a/2026/02/03",
                          "runs/a/8c1f0b2a9d3e4f56.json", "a/2026/02/031/x"})
    EXPECT_EQ(day_of({Area::kData, key}), std::nullopt) << key;
}

struct PatternCase {
  const char* pattern;
  const char* key;  // of data
  bool matches;
};

TEST(PatternsTest, StarsAndQuestionMarks) {
  const std::vector<PatternCase> cases = {
      {"data/**", "state/a/b.json", true},
      {"data/*", "state/a/b.json", false},
      {"data/state/*/b.json", "state/a/b.json", true},
      {"data/state/?/b.json", "state/a/b.json", true},
      {"data/state/?/b.json", "state/ab/b.json", false},
      {"**/b.json", "state/a/b.json", true},
      {"config/**", "state/a/b.json", false},
      {"data/a.b", "axb", false},
      {"data/a+(b)|[c]", "a+(b)|[c]", true},
      {"*/x", "x", true},
      {"data/x", "xy", false},
  };
  for (const auto& [pattern, key, matches] : cases) {
    const auto patterns = Patterns::parse({pattern});
    ASSERT_TRUE(patterns) << pattern;
    EXPECT_EQ(patterns->match({Area::kData, key}), matches) << pattern << " " << key;
  }
}

TEST(PatternsTest, AnyOfSeveralAndWithoutOneEveryPlace) {
  const auto two = Patterns::parse({"config/**", "data/labels/*"});
  ASSERT_TRUE(two);
  EXPECT_TRUE(two->match({Area::kConfig, "clients/a.yaml"}));
  EXPECT_TRUE(two->match({Area::kData, "labels/a.jsonl"}));
  EXPECT_FALSE(two->match({Area::kData, "state/a"}));
  EXPECT_TRUE(Patterns().match({Area::kData, "state/a"}));
}

TEST(PatternsTest, APatternThatCanChooseNothingIsRefused) {
  for (const char* pattern : {"clients/**", "", "data", "confg/**", "/data/**"})
    EXPECT_FALSE(Patterns::parse({pattern})) << pattern;
  EXPECT_FALSE(Patterns::parse({"data/" + std::string(2000, 'x')}));
}

}  // namespace
}  // namespace vectora::ops::snapshot
