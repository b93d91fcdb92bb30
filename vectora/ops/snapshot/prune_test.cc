#include "vectora/ops/snapshot/prune.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/snapshot/names.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/test_environment.h"
#include "vectora/ops/snapshot/verify.h"

namespace vectora::ops::snapshot {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const config::Retention kOnlyNewest{1, 0, 0, {}};

void take_three(TestEnvironment& here) {
  here.fill();
  for (const char* name : {"first", "second", "third"}) {
    here.put("data/state/clients/lai/sent.json", name);
    ASSERT_TRUE(create_snapshot(here.context(), {.name = name}));
    here.pass(60);
  }
}

class PruneTest : public ::testing::Test {
 protected:
  PruneTest() { take_three(here_); }

  Result<Pruned> prune(const config::Retention& policy = kOnlyNewest,
                       DryRun dry_run = DryRun::kNo) {
    return prune_snapshots(here_.context(), policy, dry_run);
  }

  std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const Manifest& manifest : *load_manifests(here_.config())) names.push_back(manifest.name);
    return names;
  }

  bool has(const std::string& content) {
    return here_.config().get(object_key(sha256(content))).ok();
  }

  TestEnvironment here_;
};

TEST_F(PruneTest, RemovesWhatThePolicyDoesNotKeepAndContentsThatNothingNames) {
  const auto pruned = prune();
  ASSERT_TRUE(pruned) << message_of(pruned);
  EXPECT_THAT(pruned->snapshots, ElementsAre("first", "second"));
  EXPECT_EQ(pruned->objects, 4U);  // two states, and two pages that list them
  EXPECT_GT(pruned->bytes, 0U);
  EXPECT_THAT(names(), ElementsAre("third"));
  EXPECT_FALSE(has("first"));
  EXPECT_TRUE(has("third"));
  EXPECT_TRUE(has("# Issue"));
  EXPECT_THAT(verify_snapshots(here_.context())->damages, IsEmpty());
  EXPECT_EQ(here_.config().list("snapshots/first/")->size(), 0U);
  EXPECT_EQ(prune()->objects, 0U);
}

TEST_F(PruneTest, ADryRunTellsTheSameAndRemovesNothing) {
  const auto tried = prune(kOnlyNewest, DryRun::kYes);
  ASSERT_TRUE(tried);
  EXPECT_EQ(names().size(), 3U);
  const auto pruned = prune();
  EXPECT_EQ(tried->snapshots, pruned->snapshots);
  EXPECT_EQ(tried->objects, pruned->objects);
  EXPECT_EQ(tried->bytes, pruned->bytes);
}

TEST_F(PruneTest, WhatAKilledCreateLeftIsRemoved) {
  ASSERT_TRUE(here_.config().put(object_key(sha256("left")), "left"));
  ASSERT_TRUE(here_.config().put(readme_key("killed"), "# Snapshot"));
  ASSERT_TRUE(here_.config().put("snapshots/objects/notes.txt", "somebody's"));
  const auto pruned = prune({100, 0, 0, {}});
  ASSERT_TRUE(pruned);
  EXPECT_EQ(pruned->objects, 2U);
  EXPECT_FALSE(has("left"));
  EXPECT_FALSE(here_.config().get(readme_key("killed")));
  EXPECT_TRUE(here_.config().get("snapshots/objects/notes.txt"));
}

TEST_F(PruneTest, BesideARunningCreateContentsStay) {
  const Operator ben = here_.other();
  auto other = Activity::begin(here_.config(), ben, Work::kCreate);
  const auto pruned = prune();
  ASSERT_TRUE(pruned) << message_of(pruned);
  EXPECT_THAT(pruned->postponed, HasSubstr("a snapshot create is under way by ben@desk"));
  EXPECT_EQ(pruned->objects, 0U);
  EXPECT_THAT(names(), ElementsAre("third"));
  EXPECT_TRUE(has("first"));
  ASSERT_TRUE(other->end());
  EXPECT_EQ(prune()->objects, 4U);
  EXPECT_FALSE(has("first"));
}

TEST_F(PruneTest, NothingIsMadeBesideARunningPrune) {
  const Operator ben = here_.other();
  auto other = Activity::begin(here_.config(), ben, Work::kPrune);
  EXPECT_THAT(message_of(create_snapshot(here_.context(), {.name = "fourth"})),
              HasSubstr("a snapshot prune is under way"));
  EXPECT_FALSE(load_manifest(here_.config(), "fourth"));
}

TEST_F(PruneTest, AManifestThatCannotBeReadStopsIt) {
  ASSERT_TRUE(here_.config().put(manifest_key("second"), "{"));
  EXPECT_THAT(message_of(prune()), HasSubstr("snapshots/second/manifest.json"));
  EXPECT_TRUE(has("first"));
  EXPECT_TRUE(load_manifest(here_.config(), "first"));
}

TEST_F(PruneTest, APageThatIsGoneStopsIt) {
  const auto third = load_manifest(here_.config(), "third");
  ASSERT_TRUE(here_.config().remove(object_key(third->find(Area::kData)->pages.at(0))));
  EXPECT_FALSE(prune());
  EXPECT_EQ(names().size(), 3U);
}

// Killed at any operation: what is kept is whole, also a snapshot that is made before the
// next prune ends the work.
TEST(PruneCutTest, AtAnyPointLeavesKeptSnapshotsWhole) {
  int cuts = 0;
  for (int operations = 0;; ++operations) {
    TestEnvironment here;
    take_three(here);
    here.power.left = operations;
    const auto cut = prune_snapshots(here.context(), kOnlyNewest, DryRun::kNo);
    const bool was_cut = here.power.left == 0;
    here.power.left = -1;
    here.pass(3600);
    ASSERT_THAT(verify_snapshots(here.context())->damages, IsEmpty()) << operations;
    here.put("data/state/clients/lai/sent.json", "first");
    ASSERT_TRUE(create_snapshot(here.context(), {.name = "fourth"})) << operations;
    ASSERT_THAT(verify_snapshots(here.context())->damages, IsEmpty()) << operations;
    const auto next = prune_snapshots(here.context(), kOnlyNewest, DryRun::kNo);
    ASSERT_TRUE(next) << message_of(next);
    ASSERT_THAT(verify_snapshots(here.context())->damages, IsEmpty()) << operations;
    EXPECT_EQ(load_manifests(here.config())->size(), 1U);
    if (cut && !was_cut) break;
    ++cuts;
  }
  EXPECT_GT(cuts, 8);
}

}  // namespace
}  // namespace vectora::ops::snapshot
