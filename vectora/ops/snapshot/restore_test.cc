#include "vectora/ops/snapshot/restore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/snapshot/journal.h"
#include "vectora/ops/snapshot/names.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/test_environment.h"

namespace vectora::ops::snapshot {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Tree = std::map<std::string, std::string>;

void change(TestEnvironment& here) {
  here.put("config/clients/lai.yaml", "client: new");  // same size as before
  here.put("data/state/clients/lai/sent.json", "longer than it was");
  here.put("data/ingested/lai/2026/02/04/items.json", "[]");
  here.put("newsletters/lai/2026/02/04/newsletter.md", "# Next");
  here.put("newsletters/lai/2026/02/04/manifest.json", "{}");
  here.remove("data/labels/lai.jsonl");
  here.put("data/cache/annotations/2", "another");
}

Result<Restored> restore(TestEnvironment& here, const std::string& name,
                         const std::vector<std::string>& only = {}, DryRun dry_run = DryRun::kNo) {
  const RestoreOptions options{name, *Patterns::parse(only), dry_run};
  return restore_snapshot(here.context(), here.environment(), options);
}

class RestoreTest : public ::testing::Test {
 protected:
  RestoreTest() {
    here_.fill();
    then_ = here_.contents();
    EXPECT_TRUE(create_snapshot(here_.context(), {.name = "then"}));
    here_.pass(60);
    change(here_);
    now_ = here_.contents();
  }

  Result<Restored> restore(const std::string& name, const std::vector<std::string>& only = {},
                           DryRun dry_run = DryRun::kNo) {
    return snapshot::restore(here_, name, only, dry_run);
  }

  static std::vector<std::string> lines(const std::vector<Change>& changes) {
    std::vector<std::string> lines;
    for (const Change& change : changes) lines.push_back(change_line(change));
    return lines;
  }

  TestEnvironment here_;
  Tree then_;
  Tree now_;
};

TEST_F(RestoreTest, MakesEverythingAsItWas) {
  const auto restored = restore("then");
  ASSERT_TRUE(restored) << message_of(restored);
  EXPECT_EQ(here_.contents(), then_);
  EXPECT_THAT(lines(restored->changes),
              ElementsAre("~ config/clients/lai.yaml", "- data/ingested/lai/2026/02/04/items.json",
                          "+ data/labels/lai.jsonl", "~ data/state/clients/lai/sent.json",
                          "- newsletters/lai/2026/02/04/manifest.json",
                          "- newsletters/lai/2026/02/04/newsletter.md"));
  EXPECT_EQ(restored->unchanged, then_.size() - 3);
  EXPECT_EQ(*read_journal(here_.data()), std::nullopt);
}

TEST_F(RestoreTest, LeavesSnapshotsHistoryLocksAndCachesAlone) {
  ASSERT_TRUE(restore("then"));
  EXPECT_TRUE(load_manifest(here_.config(), "then"));
  EXPECT_TRUE(here_.config().get("history/2026/02/03/1.json"));
  EXPECT_TRUE(here_.data().get("cache/annotations/2"));
  EXPECT_TRUE(here_.data().get("locks/other.json"));
}

TEST_F(RestoreTest, IsUndoneByTheSnapshotThatItTookFirst) {
  const auto restored = restore("then");
  ASSERT_TRUE(restored);
  EXPECT_EQ(restored->before, "before-restore-20260203T090100Z");
  ASSERT_TRUE(restore(restored->before));
  EXPECT_EQ(here_.contents(), now_);
}

TEST_F(RestoreTest, ADryRunTellsTheSameAndWritesNothing) {
  const auto tried = restore("then", {}, DryRun::kYes);
  ASSERT_TRUE(tried);
  EXPECT_EQ(here_.contents(), now_);
  EXPECT_EQ(load_manifests(here_.config())->size(), 1U);
  EXPECT_EQ(lines(tried->changes), lines(restore("then")->changes));
}

TEST_F(RestoreTest, OnlyWhatThePatternsChoose) {
  ASSERT_TRUE(restore("then", {"config/**", "data/labels/*"}));
  Tree expected = now_;
  for (const char* place : {"config/clients/lai.yaml", "data/labels/lai.jsonl"})
    expected[place] = then_.at(place);
  EXPECT_EQ(here_.contents(), expected);
}

TEST_F(RestoreTest, WhereNothingDiffersNothingIsDone) {
  ASSERT_TRUE(restore("then"));
  const auto again = restore("then");
  ASSERT_TRUE(again);
  EXPECT_THAT(again->changes, IsEmpty());
  EXPECT_EQ(again->before, "");
}

TEST_F(RestoreTest, DataOlderThanTheSnapshotsFirstDayStays) {
  ASSERT_TRUE(
      create_snapshot(here_.context(), {.name = "since", .since = Date::parse("2026-02-01")}));
  const Tree kept = here_.contents();
  here_.remove("data/ingested/lai/2026/02/03/items.json");
  here_.remove("data/raw/objects/bb/" + TestEnvironment::kNew);
  here_.put("data/ingested/lai/2026/01/11/items.json", "[]");
  here_.put("data/raw/objects/cc/" + std::string(64, 'c'), "of older data");
  ASSERT_TRUE(restore("since"));
  Tree expected = kept;
  expected["data/ingested/lai/2026/01/11/items.json"] = "[]";
  expected["data/raw/objects/cc/" + std::string(64, 'c')] = "of older data";
  EXPECT_EQ(here_.contents(), expected);
}

TEST_F(RestoreTest, ADamagedContentIsFoundBeforeAnythingIsChanged) {
  ASSERT_TRUE(here_.config().put(object_key(sha256("{}\n")), "rotten"));
  const auto refused = restore("then");
  EXPECT_THAT(message_of(refused),
              HasSubstr("snapshot then cannot be restored, nothing was changed: "
                        "data/labels/lai.jsonl: snapshots/objects/"));
  EXPECT_EQ(here_.contents(), now_);
  EXPECT_EQ(*read_journal(here_.data()), std::nullopt);
}

TEST_F(RestoreTest, IntoAnotherEnvironment) {
  TestEnvironment there("stage");
  there.put("data/state/of-stage", "x");
  there.put("data/cache/of-stage", "x");
  const auto restored = restore_snapshot(there.context(), here_.environment(), {.name = "then"});
  ASSERT_TRUE(restored) << message_of(restored);
  EXPECT_EQ(there.contents(), then_);
  EXPECT_TRUE(there.data().get("cache/of-stage"));
  EXPECT_TRUE(load_manifest(there.config(), restored->before));
  EXPECT_EQ(here_.contents(), now_);
}

TEST_F(RestoreTest, AWorkspaceIsRestoredOnlyIntoAWorkspace) {
  here_.environment().workspace = store::open_memory();
  ASSERT_TRUE(here_.environment().workspace->put("clients/production/a.yaml", "a"));
  ASSERT_TRUE(here_.environment().workspace->put("vectora.yaml", "project: x"));
  ASSERT_TRUE(create_snapshot(here_.context(), {.name = "with"}));
  ASSERT_TRUE(here_.environment().workspace->put("clients/production/a.yaml", "broken"));
  ASSERT_TRUE(here_.environment().workspace->put("clients/production/b.yaml", "b"));
  ASSERT_TRUE(restore("with"));
  EXPECT_EQ(here_.environment().workspace->get("clients/production/a.yaml")->bytes, "a");
  EXPECT_FALSE(here_.environment().workspace->get("clients/production/b.yaml"));
  EXPECT_TRUE(here_.environment().workspace->get("vectora.yaml"));

  TestEnvironment there("stage");
  const auto elsewhere = restore_snapshot(there.context(), here_.environment(), {.name = "with"});
  ASSERT_TRUE(elsewhere);
  ASSERT_EQ(elsewhere->notes.size(), 1U);
  EXPECT_THAT(elsewhere->notes[0], HasSubstr("vectora sync --env stage"));
}

// Killed at any operation, the environment says so, and can be brought to either state.
TEST(RestoreCutTest, AtAnyPointItIsFinishedOrUndone) {
  int journals = 0;
  for (int operations = 0;; ++operations) {
    TestEnvironment here;
    here.fill();
    const Tree then = here.contents();
    ASSERT_TRUE(create_snapshot(here.context(), {.name = "then"}));
    change(here);
    const Tree now = here.contents();

    here.power.left = operations;
    const auto cut = restore(here, "then");
    const bool was_cut = here.power.left == 0;
    here.power.left = -1;
    here.pass(3600);
    const auto journal = *read_journal(here.data());
    if (!journal) {
      const Tree contents = here.contents();
      ASSERT_TRUE(contents == then || contents == now) << operations;
    } else {
      ++journals;
      EXPECT_THAT(message_of(create_snapshot(here.context(), {.name = "x"})),
                  HasSubstr(journal->before));
      EXPECT_THAT(message_of(restore(here, "then", {"config/**"})), HasSubstr("did not end"));
      const bool finish = operations % 2 == 0;
      const auto mended = restore(here, finish ? "then" : journal->before);
      ASSERT_TRUE(mended) << message_of(mended);
      ASSERT_EQ(here.contents(), finish ? then : now) << operations;
      ASSERT_EQ(*read_journal(here.data()), std::nullopt);
    }
    if (cut && !was_cut) break;
  }
  EXPECT_GT(journals, 10);
}

TEST_F(RestoreTest, OneRestoresAtATime) {
  const Operator ben = here_.other();
  const auto held = Activity::begin(here_.config(), ben, Work::kRestore);
  EXPECT_THAT(message_of(restore("then")), HasSubstr("a snapshot restore is under way"));
}

TEST(CompareTest, FindsWhatADirectoryHasNoRoomFor) {
  const auto change = [](ChangeKind kind, const std::string& key) {
    return Change{kind, {{Area::kData, key}, {}, 0, {}}};
  };
  const std::vector<Change> changes = {
      change(ChangeKind::kAdd, "a"), change(ChangeKind::kRemove, "a/b/c"),
      change(ChangeKind::kAdd, "d/e/f"), change(ChangeKind::kRemove, "d/e"),
      change(ChangeKind::kRemove, "g")};
  EXPECT_THAT(obstacles(changes),
              ElementsAre(Place{Area::kData, "a/b/c"}, Place{Area::kData, "d/e"}));
}

}  // namespace
}  // namespace vectora::ops::snapshot
