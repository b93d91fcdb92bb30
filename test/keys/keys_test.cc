// Every key of the reference acts when the reference says so, or is reported.
//
// A key that acts in a run or in the newsletter has a flip: the run is made once
// without and once with it, and its outcome must differ where the flip says. A
// key without a flip fails, and so does a flip without effect. Keys whose part
// is still to come are warned of; those for people change nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "test/keys/change.h"
#include "test/keys/flip.h"
#include "test/keys/workspace_flips.h"
#include "vectora/config/schema/check.h"

namespace vectora::keys {
namespace {

using config::Acts;
using config::Key;
using config::Schema;
using config::Status;
using config::Type;

// Of stores in the cloud, of models, promotions and snapshots, which no run makes:
// the tests of these see what they do.
const std::set<std::string> kNoneOfTheRun = {
    "environments.*.protected",  "environments.*.soak_days", "environments.*.llm.provider",
    "environments.*.region",     "environments.*.profile",   "environments.*.endpoint",
    "environments.*.path_style", "snapshots.keep_last",      "snapshots.keep_daily",
    "snapshots.keep_weekly",     "snapshots.protected[]",    "metadata.s3_ttl_days"};

// Warned of by its value: all but "none" name a part to come.
const char* const kProvider = "llm.provider";

const std::vector<FlipTable>& all_flips() {
  static const std::vector<FlipTable> tables = {
      workspace_flips(), client_flips(),    catalog_flips(),    extractor_flips(), profile_flips(),
      scope_flips(),     domain_flips(),    matching_flips(),   scoring_flips(),   event_flips(),
      entity_flips(),    editorial_flips(), open_world_flips(), text_flips()};
  return tables;
}

World world_with(const std::vector<std::string>& changes) {
  World world;
  for (const std::string& change : changes) world.change(change);
  return world;
}

bool changes_the_key(const std::string& key, const std::vector<std::string>& documents,
                     const World& before, const World& after) {
  for (const std::string& document : documents)
    for (const std::string& place :
         differing_places(before.document(document), after.document(document)))
      if (is_place_of(place, key)) return true;
  return false;
}

class FlipTest : public ::testing::TestWithParam<FlipTable> {};

TEST_P(FlipTest, IsSeenInTheOutcome) {
  // The runs without a flip, each made once for all flips that start from it.
  std::map<std::vector<std::string>, Outcome> without;
  for (const Flip& flip : GetParam().flips) {
    SCOPED_TRACE(flip.key);
    const World before = world_with(flip.given);
    World after = before;
    for (const std::string& change : flip.flip) after.change(change);
    EXPECT_TRUE(changes_the_key(flip.key, GetParam().documents, before, after))
        << "the flip changes another key";
    if (!without.contains(flip.given)) without[flip.given] = before.run();
    EXPECT_TRUE(without[flip.given].at(flip.seen_in) != after.run().at(flip.seen_in))
        << "nothing changes in " << to_string(flip.seen_in);
  }
}

INSTANTIATE_TEST_SUITE_P(Keys, FlipTest, ::testing::ValuesIn(all_flips()),
                         [](const auto& test) { return std::string(test.param.schema.name); });

TEST(Keys, OfTheNetworkAreSeenByAServer) {
  const std::vector<std::string> given = {
      "workspace http: {contact: desk@example.org, allow_private_addresses: true, delay_ms: 0}"};
  for (const NetworkFlip& flip : network_flips()) {
    SCOPED_TRACE(flip.key);
    const World before = world_with(given);
    World after = before;
    after.change(flip.flip);
    EXPECT_TRUE(changes_the_key(flip.key, {"workspace"}, before, after));
    const std::string with = fetch_pages(after, flip.pages);
    EXPECT_TRUE(fetch_pages(before, flip.pages) != with) << with;
  }
}

TEST(Keys, OfTheCommandAreSeenInWhatItWrites) {
  for (const CommandFlip& flip : command_flips()) {
    SCOPED_TRACE(flip.key);
    World before = world_with({"workspace environments.local.replay: captures/recorded",
                               "workspace environments.local.store: 'file://store'"});
    for (const std::string& change : flip.given) before.change(change);
    World after = before;
    for (const std::string& change : flip.flip) after.change(change);
    EXPECT_TRUE(changes_the_key(flip.key, {"workspace", "client"}, before, after));
    const std::string with = run_command(after);
    EXPECT_TRUE(run_command(before) != with) << with;
  }
}

std::set<std::string> flipped_keys(const Schema& schema) {
  std::set<std::string> keys;
  for (const FlipTable& table : all_flips())
    for (const Flip& flip : table.flips)
      if (&table.schema == &schema) keys.insert(flip.key);
  const bool is_workspace = &schema == &config::workspace_schema();
  for (const NetworkFlip& flip : network_flips())
    if (is_workspace) keys.insert(flip.key);
  for (const CommandFlip& flip : command_flips())
    if (is_workspace == (flip.key.rfind("client_", 0) != 0)) keys.insert(flip.key);
  return keys;
}

// A key is inert with the group that it belongs to.
bool is_reported(const Schema& schema, const Key& key) {
  return std::any_of(schema.keys.begin(), schema.keys.end(), [&](const Key& group) {
    return group.status != Status::kActive &&
           (key.path == group.path || key.path.rfind(group.path + ".", 0) == 0);
  });
}

TEST(Keys, EachThatActsHasAFlip) {
  for (const Schema* schema : config::all_schemas()) {
    const std::set<std::string> flipped = flipped_keys(*schema);
    for (const Key& key : schema->keys) {
      if (key.type == Type::kGroup || key.acts == Acts::kDocumentation) continue;
      if (is_reported(*schema, key) || kNoneOfTheRun.contains(key.path)) continue;
      if (key.path == kProvider) continue;
      EXPECT_TRUE(flipped.contains(key.path))
          << schema->name << ": " << key.path << " has no flip in test/keys";
    }
  }
}

TEST(Keys, OnlyThoseOfPartsToComeAreInert) {
  for (const Schema* schema : config::all_schemas())
    for (const Key& key : schema->keys)
      EXPECT_FALSE(key.status == Status::kInert && key.acts == Acts::kRun)
          << schema->name << ": " << key.path;
}

// The names that the world's files declare rules by, as run records spell them.
TEST(Keys, EachRuleThatFiresIsCountedInTheRunRecord) {
  World world;
  for (const char* change :
       {"client source_config.content_filters: {exclude_patterns: ['^Read (more|all)$']}",
        "client matching_config: {enable_fallback_mode: true, fallback_company_scopes: "
        "[bus_companies]}",
        "scoring contextual_penalties: {fire: {value: -1, when: {event_types: [safety_signal]}}}",
        "scoring recency_bonuses: {fresh: {value: 1, when: {max_age_days: 7}}}",
        "news [+]: {title: Read more}", "news [+]: {title: Linia Motors opens a museum}",
        "news [+]: {title: Pantograph charging for every bus fleet, text: Depots are rebuilt.}"})
    world.change(change);
  const std::string entries = world.run().at(Part::kEntries);
  for (const char* rule :
       {"excluded_by.job_ads 1", "excluded_by.pattern ^Read (more|all)$ 1",
        "profile_rejected.press_battery 2", "match.bus_battery_market.other_vehicle 1",
        "match.bus_battery_market.cells_or_model ", "match.bus_battery_market.core_maker_acts ",
        "match.bus_battery_market.two_hints 1", "match.bus_battery_market.fallback 1",
        "editorial.core_safety 1", "editorial.money 1", "event.partnership ", "bonus.core ",
        "bonus.large_order ", "penalty.fire 1", "bonus.fresh "})
    EXPECT_NE(entries.find("\n" + std::string(rule)), std::string::npos) << rule << "\n" << entries;
}

// A value that the key takes.
std::string value_for(const Key& key) {
  switch (key.type) {
    case Type::kBool: return "true";
    case Type::kInt:
    case Type::kNumber: return "1";
    case Type::kEnum: return std::string(key.allowed.substr(0, key.allowed.find('|')));
    case Type::kGroup:
    case Type::kAlias: return "{}";
    default: return "anything";
  }
}

void expect_warning(const std::string& document, const std::string& key, const std::string& value) {
  World world;
  world.change(document + " " + key + ": " + value);
  const config::LoadedWorkspace loaded = config::load_workspace(world.files());
  EXPECT_TRUE(std::any_of(loaded.problems.begin(), loaded.problems.end(),
                          [&](const config::Problem& problem) {
                            return problem.severity == config::Severity::kWarning &&
                                   problem.where.key == key;
                          }))
      << key;
}

TEST(Keys, EachInertOneIsWarnedOf) {
  for (const Key& key : config::client_schema().keys)
    if (key.status != Status::kActive) expect_warning("client", key.path, value_for(key));
  expect_warning("workspace", kProvider, "bedrock");
}

TEST(Keys, ForPeopleChangeNothing) {
  World world;
  const Outcome before = world.run();
  for (const char* change :
       {"client client_profile.version: 7.0.0", "client pipeline.notes: a word",
        "client watch_domains[0].notes: a word", "client metadata.owner: a word",
        "catalog sources[0].homepage_url: 'https://other.example/'",
        "catalog sources[0].notes: a word", "catalog sources[0].tags: [a word]",
        "catalog bouquets[0].description: a word",
        "profiles profiles.press_battery.strategy: a word", "domain name: a word",
        "domain strong_signals.cells.notes: a word",
        "events event_types.partnership.description: a word"})
    world.change(change);
  for (const auto& [part, text] : world.run()) EXPECT_EQ(before.at(part), text);
}

}  // namespace
}  // namespace vectora::keys
