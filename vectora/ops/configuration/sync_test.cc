#include "vectora/ops/configuration/sync.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/test_environment.h"

namespace vectora::ops {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kClient = "clients/production/ebus_weekly.yaml";
constexpr const char* kReleased = "clients/ebus_weekly.yaml";

class SyncTest : public ::testing::Test {
 protected:
  SyncPlan plan(Prune prune = Prune::kNo) {
    auto made = plan_sync(dev_, workspace_, config::load_workspace(workspace_), prune);
    EXPECT_TRUE(made) << made.error().message;
    return made ? *made : SyncPlan();
  }

  Result<Changed> run(const SyncPlan& plan) {
    return sync(dev_, anna_.get(), plan, {"for a test", [this] { return take_snapshot(); }});
  }

  Result<std::string> take_snapshot() {
    ++snapshots_;
    return std::string("before-sync");
  }

  config::Files there() {
    const auto files = config::read_config_bucket(*dev_.buckets.config);
    EXPECT_TRUE(files);
    return files ? *files : config::Files();
  }

  Environment dev_ = memory_environment("dev");
  TestOperator anna_;
  config::Files workspace_ = config::toy_files();
  int snapshots_ = 0;
};

TEST_F(SyncTest, ClientsGoUnderTheirIdAndTheMarketAsItLies) {
  const auto changed = run(plan());
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(there().at(kReleased), workspace_.at(kClient));
  for (const auto& [path, bytes] : there()) {
    EXPECT_TRUE(path == kReleased || bytes == workspace_.at(path)) << path;
    EXPECT_FALSE(path.starts_with("clients/templates/")) << path;
  }
  EXPECT_TRUE(changed->entry.snapshot.empty()) << "there was nothing to keep";
  EXPECT_TRUE(plan().changes.empty());
}

TEST_F(SyncTest, AChangeIsToldByValueAndKeptFirst) {
  ASSERT_TRUE(run(plan()));
  workspace_[kClient] =
      config::changed(workspace_[kClient], "default_period_days: ", "default_period_days: 1");
  workspace_[kClient] = config::changed(workspace_[kClient], "version: ", "version: 9");
  const SyncPlan next = plan();
  EXPECT_THAT(difference_text(next.changes), HasSubstr("~ pipeline.default_period_days: "));
  EXPECT_THAT(next.problems, IsEmpty());
  anna_.pass(1);
  const auto changed = run(next);
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(snapshots_, 1);
  EXPECT_EQ(changed->entry.snapshot, "before-sync");
  EXPECT_EQ(there().at(kReleased), workspace_.at(kClient));
}

TEST_F(SyncTest, AVersionThatDoesNotRiseIsNamedInTheWorkspace) {
  ASSERT_TRUE(run(plan()));
  workspace_[kClient] =
      config::changed(workspace_[kClient], "default_period_days: ", "default_period_days: 1");
  const SyncPlan next = plan();
  ASSERT_EQ(next.problems.size(), 1u);
  EXPECT_THAT(config::to_string(next.problems.front()), HasSubstr(kClient));
  EXPECT_THAT(next.problems.front().hint, HasSubstr("vectora client bump ebus_weekly"));
}

TEST_F(SyncTest, WhatOnlyTheEnvironmentHasIsKeptUnlessPruned) {
  ASSERT_TRUE(dev_.buckets.config->put("clients/old.yaml", "old"));
  const SyncPlan kept = plan();
  EXPECT_THAT(kept.only_there, ElementsAre("clients/old.yaml"));
  ASSERT_TRUE(run(kept));
  EXPECT_EQ(there().at("clients/old.yaml"), "old");
  const SyncPlan pruned = plan(Prune::kYes);
  EXPECT_EQ(difference_text(pruned.changes), "- clients/old.yaml\n");
  ASSERT_TRUE(run(pruned));
  EXPECT_FALSE(there().contains("clients/old.yaml"));
  EXPECT_FALSE(dev_.buckets.config->get("clients/old.yaml"));
}

TEST_F(SyncTest, MendsAReleaseWhoseObjectsAreLost) {
  ASSERT_TRUE(run(plan()));
  const auto whole = objects_of(*dev_.buckets.config);
  const auto objects = dev_.buckets.config->list("release/objects/");
  ASSERT_TRUE(objects);
  ASSERT_TRUE(dev_.buckets.config->remove(objects->front().key));
  ASSERT_TRUE(dev_.buckets.config->put(objects->back().key, "damaged"));
  ASSERT_FALSE(config::read_config_bucket(*dev_.buckets.config));
  anna_.pass(1);
  const auto changed = run(plan());
  ASSERT_TRUE(changed) << changed.error().message;
  for (const auto& [key, bytes] : whole)
    EXPECT_EQ(dev_.buckets.config->get(key)->bytes, bytes) << key;
}

TEST_F(SyncTest, APlanThatIsNoLongerTrueIsRefused) {
  const SyncPlan stale = plan();
  ASSERT_TRUE(run(plan()));
  const auto changed = run(stale);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, ErrorCode::kConflict);
}

TEST_F(SyncTest, WithoutASnapshotNothingIsChanged) {
  ASSERT_TRUE(run(plan()));
  const auto before = objects_of(*dev_.buckets.config);
  workspace_["canonical/scopes/company_scopes.yaml"] += "\n# more\n";
  const auto changed = sync(dev_, anna_.get(), plan(), {"", []() -> Result<std::string> {
                                                          return Error{ErrorCode::kIo, "no room"};
                                                        }});
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().message, "snapshot before sync: no room");
  EXPECT_EQ(objects_of(*dev_.buckets.config), before);
  EXPECT_THAT(objects_of(*dev_.buckets.data), IsEmpty()) << "the lease is given back";
}

}  // namespace
}  // namespace vectora::ops
