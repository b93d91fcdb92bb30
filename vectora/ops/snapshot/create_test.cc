#include "vectora/ops/snapshot/create.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/snapshot/names.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/test_environment.h"
#include "vectora/ops/snapshot/vault.h"
#include "vectora/ops/snapshot/verify.h"

namespace vectora::ops::snapshot {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CreateTest : public ::testing::Test {
 protected:
  CreateTest() { here_.fill(); }

  Result<Created> create(CreateOptions options) {
    return create_snapshot(here_.context(), options);
  }

  std::map<std::string, std::string> contents_of(const std::string& name) {
    std::map<std::string, std::string> contents;
    const auto entries = load_entries(here_.config(), *load_manifest(here_.config(), name));
    EXPECT_TRUE(entries) << message_of(entries);
    for (const Entry& entry : *entries)
      contents[entry.place.str()] = *fetch(here_.config(), entry.digest);
    return contents;
  }

  TestEnvironment here_;
};

TEST_F(CreateTest, HoldsEveryObjectAsItIs) {
  const auto created = create({.name = "first", .why = "a test"});
  ASSERT_TRUE(created) << message_of(created);
  EXPECT_EQ(contents_of("first"), here_.contents());
  EXPECT_EQ(created->manifest.objects(), here_.contents().size());
  EXPECT_EQ(created->manifest.why, "a test");
  EXPECT_THAT(here_.config().get(readme_key("first"))->bytes,
              HasSubstr("vectora snapshot restore --env dev --name first"));
}

TEST_F(CreateTest, EqualContentsAreKeptOnce) {
  here_.put("data/state/x", "the same");
  here_.put("newsletters/y", "the same");
  const auto created = create({.name = "first"});
  ASSERT_TRUE(created);
  const size_t pages = 4;
  EXPECT_EQ(created->objects_kept, here_.contents().size() - 2 + pages);  // and {} twice
}

TEST_F(CreateTest, WhatTheStoreProvesUnchangedIsNotRead) {
  ASSERT_TRUE(create({.name = "first"}));
  here_.put("data/state/clients/lai/sent.json", "changed");
  for (const Area area : {Area::kConfig, Area::kData}) here_.store(area).gets.clear();
  const auto second = create({.name = "second"});
  ASSERT_TRUE(second);
  EXPECT_EQ(second->objects_read, 1U);
  EXPECT_EQ(second->objects_kept, 2U);  // the object and its page
  EXPECT_FALSE(here_.data().gets.contains("labels/lai.jsonl"));
  EXPECT_EQ(contents_of("second"), here_.contents());
}

TEST_F(CreateTest, AnEtagThatComesBackWithOtherBytesIsNotBelieved) {
  ASSERT_TRUE(create({.name = "first"}));
  here_.put("data/labels/lai.jsonl", "{ }");
  ASSERT_TRUE(create({.name = "second"}));
  here_.put("data/labels/lai.jsonl", "{}\n");
  ASSERT_TRUE(create({.name = "third"}));
  EXPECT_EQ(contents_of("third"), contents_of("first"));
}

TEST_F(CreateTest, WithoutReuseALostContentIsKeptAgain) {
  ASSERT_TRUE(create({.name = "first"}));
  ASSERT_TRUE(here_.config().remove(object_key(sha256("client: lai"))));
  ASSERT_TRUE(create({.name = "second"}));
  EXPECT_EQ(verify_snapshots(here_.context())->damages.size(), 1U);
  ASSERT_TRUE(create({.name = "third", .reuse = Reuse::kNo}));
  EXPECT_THAT(verify_snapshots(here_.context())->damages, IsEmpty());
}

TEST_F(CreateTest, ADamagedSnapshotIsNoReasonNotToMakeAWholeOne) {
  const auto first = create({.name = "first"});
  ASSERT_TRUE(first);
  const Digest page = first->manifest.find(Area::kData)->pages.at(0);
  ASSERT_TRUE(here_.config().put(object_key(page), "rotten"));
  const auto second = create({.name = "second"});
  ASSERT_TRUE(second) << message_of(second);
  EXPECT_EQ(second->objects_read, here_.contents().size());
  EXPECT_THAT(verify_snapshots(here_.context())->damages, IsEmpty());
}

TEST_F(CreateTest, SinceADayLeavesOutWhatIsOlderAndBodiesThatNothingNames) {
  ASSERT_TRUE(create({.name = "first", .since = Date::parse("2026-02-01")}));
  auto expected = here_.contents();
  expected.erase("data/ingested/lai/2026/01/10/items.json");
  expected.erase("data/raw/objects/aa/" + TestEnvironment::kOld);
  EXPECT_EQ(contents_of("first"), expected);
  ASSERT_TRUE(create({.name = "second", .since = Date::parse("2026-02-01")}));
  EXPECT_EQ(contents_of("second"), expected);
}

TEST_F(CreateTest, ANameIsTakenOnce) {
  ASSERT_TRUE(create({.name = "first"}));
  EXPECT_THAT(message_of(create({.name = "first"})), HasSubstr("there is a snapshot 'first'"));
  EXPECT_THAT(message_of(create({.name = "../x"})), HasSubstr("is no name of a snapshot"));
}

TEST_F(CreateTest, SnapshotsOfOneSecondHaveNamesOfTheirOwn) {
  std::vector<std::string> names;
  for (int i = 0; i < 3; ++i) names.push_back(*snapshot_before(here_.context(), "sync"));
  EXPECT_THAT(names, ElementsAre("before-sync-20260203T090000Z", "before-sync-20260203T090000Z-2",
                                 "before-sync-20260203T090000Z-3"));
  EXPECT_EQ(create({})->manifest.name, "20260203T090000Z");
}

TEST_F(CreateTest, HoldsTheFilesOfAWorkspace) {
  here_.environment().workspace = store::open_memory();
  ASSERT_TRUE(here_.environment().workspace->put("clients/production/a.yaml", "a"));
  ASSERT_TRUE(here_.environment().workspace->put("vectora.yaml", "project: x"));
  ASSERT_TRUE(create({.name = "first"}));
  EXPECT_EQ(contents_of("first").at("workspace/clients/production/a.yaml"), "a");
  EXPECT_FALSE(contents_of("first").contains("workspace/vectora.yaml"));
}

// Killed at any operation: earlier snapshots are whole, the same name can be taken again.
TEST_F(CreateTest, CutAtAnyPointLeavesNothingThatCounts) {
  ASSERT_TRUE(create({.name = "first"}));
  here_.put("data/state/clients/lai/sent.json", "changed");
  here_.put("config/clients/new.yaml", "client: new");
  int cuts = 0;
  for (int operations = 0;; ++operations) {
    here_.power.left = operations;
    const auto cut = create({.name = "second"});
    const bool was_cut = here_.power.left == 0;
    here_.power.left = -1;
    if (cut && !was_cut) break;
    ++cuts;
    here_.pass(3600);
    ASSERT_THAT(verify_snapshots(here_.context())->damages, IsEmpty()) << operations;
    if (load_manifest(here_.config(), "second")) break;  // the manifest was the last thing
  }
  EXPECT_GT(cuts, 8);
  here_.pass(3600);
  ASSERT_TRUE(create({.name = "third"}));
  EXPECT_EQ(contents_of("third"), here_.contents());
  EXPECT_EQ(contents_of("second"), here_.contents());
}

TEST(ShelfTest, AnUnknownNameSuggestsTheNearest) {
  TestEnvironment here;
  here.fill();
  ASSERT_TRUE(create_snapshot(here.context(), {.name = "before-the-fair"}));
  EXPECT_EQ(message_of(load_manifest(here.config(), "before-the-far")),
            "not found: there is no snapshot 'before-the-far'; did you mean 'before-the-fair'?");
}

TEST(VerifyTest, FindsWhatIsMissingOrDamagedAndNamesIt) {
  TestEnvironment here;
  here.fill();
  ASSERT_TRUE(create_snapshot(here.context(), {.name = "first"}));
  here.pass(10);
  ASSERT_TRUE(create_snapshot(here.context(), {.name = "second"}));
  const auto whole = verify_snapshots(here.context());
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->snapshots, 2U);
  EXPECT_THAT(whole->damages, IsEmpty());

  ASSERT_TRUE(here.config().remove(object_key(sha256("# Issue"))));
  ASSERT_TRUE(here.config().put(object_key(sha256("zip")), "rotten"));
  const auto damaged = verify_snapshots(here.context());
  ASSERT_TRUE(damaged);
  ASSERT_EQ(damaged->damages.size(), 2U);
  EXPECT_EQ(damaged->damages[0].place, "newsletters/lai/2026/02/03/newsletter.md");
  EXPECT_EQ(damaged->damages[0].snapshot, "second");
  EXPECT_EQ(damaged->damages[1].place, "lambda-code/releases/0.1.0/ingest.zip");
  EXPECT_THAT(damaged->damages[1].what, HasSubstr(object_key(sha256("zip"))));
}

TEST(VerifyTest, APageThatIsGoneIsAFinding) {
  TestEnvironment here;
  here.fill();
  const auto created = create_snapshot(here.context(), {.name = "first"});
  ASSERT_TRUE(created);
  const Digest page = created->manifest.find(Area::kData)->pages.at(0);
  ASSERT_TRUE(here.config().remove(object_key(page)));
  const auto verified = verify_snapshots(here.context(), "first");
  ASSERT_TRUE(verified);
  ASSERT_FALSE(verified->damages.empty());
  EXPECT_EQ(verified->damages[0].place, object_key(page));
}

}  // namespace
}  // namespace vectora::ops::snapshot
