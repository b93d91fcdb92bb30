#include "vectora/normalize/gate.h"

#include <gtest/gtest.h>

#include "vectora/normalize/test_market.h"

namespace vectora::normalize {
namespace {

using namespace test_market;

GateOptions week() {
  GateOptions options;
  options.window = {*Date::parse("2026-02-01"), *Date::parse("2026-02-07")};
  return options;
}

SignalGroup group(std::string id, lexicon::ScopeIndex scope, int min_matches, double weight) {
  SignalGroup group;
  group.id = std::move(id);
  group.scopes = {scope};
  group.min_matches = min_matches;
  group.weight = weight;
  return group;
}

IngestionProfile profile(ProfileMode mode, std::string_view logic = {}) {
  IngestionProfile profile;
  profile.name = "gardens";
  profile.mode = mode;
  profile.exclusions = {kTouring, kJobs};
  profile.groups = {group("makers", kMakers, 1, 2), group("glazes", kGlazes, 2, 1)};
  profile.logic = *CombinationLogic::compile(logic, profile.groups);
  return profile;
}

std::string ending(const Item& item, const IngestionProfile& profile, const GateOptions& options) {
  const lexicon::Lexicon names = lexicon();
  const auto outcome = gate(item, scan(item, names), names, profile, options);
  if (!outcome) return "passes";
  return std::string(to_string(outcome->kind)) + (outcome->detail.empty() ? "" : ": ") +
         outcome->detail;
}

TEST(GateTest, AsksForADayInsideTheWindowBothEndsIncluded) {
  const IngestionProfile all = profile(ProfileMode::kIngestAll);
  Item subject = item("A hat");
  subject.published_at = Date::parse("2026-02-01");
  EXPECT_EQ(ending(subject, all, week()), "passes");
  subject.published_at = Date::parse("2026-02-07");
  EXPECT_EQ(ending(subject, all, week()), "passes");
  subject.published_at = Date::parse("2026-02-08");
  EXPECT_EQ(ending(subject, all, week()), "outside_window: 2026-02-08");
}

TEST(GateTest, EndsUndatedItemsUnlessItIsFlexible) {
  Item subject = item("A hat");
  subject.published_at.reset();
  GateOptions options = week();
  EXPECT_EQ(ending(subject, profile(ProfileMode::kIngestAll), options), "undated");
  options.temporal = TemporalMode::kFlexible;
  EXPECT_EQ(ending(subject, profile(ProfileMode::kIngestAll), options), "passes");
}

TEST(GateTest, CountsTheWordsOfTitleAndContent) {
  GateOptions options = week();
  options.min_word_count = 4;
  EXPECT_EQ(ending(item("One two", "three"), profile(ProfileMode::kIngestAll), options),
            "thin: 3 of 4 words");
  EXPECT_EQ(ending(item("One two", "three four"), profile(ProfileMode::kIngestAll), options),
            "passes");
}

TEST(GateTest, ExcludesByOneHitInTheTitleOrTwoInTheText) {
  IngestionProfile all = profile(ProfileMode::kExcludeOnly);
  EXPECT_EQ(ending(item("Acme at the fair"), all, week()), "passes");
  all.groups.clear();  // which name what is kept in this mode
  EXPECT_EQ(ending(item("Acme at the fair"), all, week()), "excluded_by: touring: \"fair\"");
  EXPECT_EQ(ending(item("Acme", "At the fair."), all, week()), "passes");
  EXPECT_EQ(ending(item("Acme", "At the fair, an exhibition."), all, week()),
            "excluded_by: touring: \"exhibition\"");
  EXPECT_EQ(ending(item("Acme is unfairly cheap"), all, week()), "passes");
}

TEST(GateTest, ExcludesByPatternsOfTheClient) {
  GateOptions options = week();
  options.exclude_patterns.push_back(
      {*text::Regex::compile("seeks.*potter", text::CaseSensitive::kNo), {}});
  EXPECT_EQ(
      ending(item("Borea", "It Seeks a new potter."), profile(ProfileMode::kIngestAll), options),
      "excluded_by: pattern seeks.*potter: \"Seeks a new potter\"");
}

TEST(GateTest, LooksForTheSignalsOfTheProfile) {
  const Item maker = item("Acme makes a hat");
  const Item glazed = item("A hat", "With frost glaze and salt glaze.");
  const Item both = item("Acme makes a hat", "With frost glaze and salt glaze.");
  const struct {
    const Item& item;
    ProfileMode mode;
    const char* logic;
    const char* ending;
  } cases[] = {
      {maker, ProfileMode::kRequireSignals, "", "passes"},
      {maker, ProfileMode::kRequireSignals, "makers AND glazes",
       "profile_rejected: gardens: no signal of glazes"},
      {both, ProfileMode::kRequireSignals, "makers AND glazes", "passes"},
      {glazed, ProfileMode::kRequireSignals, "makers OR glazes", "passes"},
      {maker, ProfileMode::kRequireMultiSignals, "",
       "profile_rejected: gardens: no signal of glazes"},
      {both, ProfileMode::kRequireMultiSignals, "", "passes"},
      {item("A hat"), ProfileMode::kRequireSignals, "",
       "profile_rejected: gardens: no signal of makers, glazes"},
      {item("A hat"), ProfileMode::kExcludeOnly, "", "passes"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(ending(c.item, profile(c.mode, c.logic), week()), c.ending) << c.item.title;
}

TEST(GateTest, WeighsSignalsByTheModeOfIngestion) {
  IngestionProfile weighed = profile(ProfileMode::kRequireSignals);
  weighed.minimum_total_weight = 2;
  GateOptions options = week();
  EXPECT_EQ(ending(item("Acme"), weighed, options), "passes");
  options.mode = IngestionMode::kStrict;
  EXPECT_EQ(ending(item("Acme"), weighed, options), "profile_rejected: gardens: weight 2 of 2.5");
  options.mode = IngestionMode::kBroad;
  EXPECT_EQ(ending(item("A hat"), weighed, options), "passes");
  EXPECT_EQ(ending(item("A fair hat"), weighed, options), "excluded_by: touring: \"fair\"");
}

TEST(GateTest, WithoutGroupsDoesWhatTheProfileSaysByDefault) {
  IngestionProfile bare = profile(ProfileMode::kRequireSignals);
  bare.groups.clear();
  EXPECT_EQ(ending(item("A hat"), bare, week()), "passes");
  bare.ingest_by_default = false;
  EXPECT_EQ(ending(item("A hat"), bare, week()),
            "profile_rejected: gardens: no signal is configured");
}

}  // namespace
}  // namespace vectora::normalize
