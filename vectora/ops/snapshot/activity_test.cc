#include "vectora/ops/snapshot/activity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vectora::ops::snapshot {
namespace {

class ActivityTest : public ::testing::Test {
 protected:
  Result<Activity> begin(Work work) { return Activity::begin(*config_, who_, work); }

  std::unique_ptr<store::ObjectStore> config_ = store::open_memory();
  ManualClock clock_{*Instant::parse("2026-02-03T09:00:00Z")};
  std::string ended_;  // the process that is known to have ended
  Operator who_{"anna@laptop", "laptop/1", clock_,
                [this](const std::string& process) { return process == ended_; }};
};

TEST_F(ActivityTest, WhoExcludesWhom) {
  using enum Work;
  const std::vector<std::tuple<Work, Work, bool>> cases = {
      {kCreate, kCreate, true},  {kCreate, kRead, true},     {kCreate, kRestore, false},
      {kCreate, kPrune, false},  {kRead, kRead, true},       {kRead, kRestore, true},
      {kRead, kPrune, false},    {kRestore, kRead, true},    {kRestore, kRestore, false},
      {kRestore, kPrune, false}, {kRestore, kCreate, false}, {kPrune, kCreate, false},
      {kPrune, kRead, false},    {kPrune, kPrune, false},
  };
  for (const auto& [first, second, together] : cases) {
    auto held = begin(first);
    ASSERT_TRUE(held);
    EXPECT_EQ(begin(second).ok(), together) << to_string(first) << " " << to_string(second);
    ASSERT_TRUE(held->end());
    EXPECT_TRUE(begin(second)) << to_string(second);
  }
}

TEST_F(ActivityTest, AnExclusionSaysWhoSinceWhenAndUntilWhen) {
  const auto held = begin(Work::kPrune);
  EXPECT_EQ(begin(Work::kCreate).error().message,
            "snapshots/activity.json: a snapshot prune is under way by anna@laptop since "
            "2026-02-03T09:00:00Z: "
            "try again when it has ended, or after 2026-02-03T09:05:00Z if it no longer runs");
}

TEST_F(ActivityTest, WhatWasKilledStandsInNobodysWay) {
  const auto held = begin(Work::kPrune);
  EXPECT_FALSE(begin(Work::kCreate));
  ended_ = "laptop/1";
  EXPECT_TRUE(begin(Work::kCreate));
}

TEST_F(ActivityTest, AnEntryCountsAsLongAsItIsRenewed) {
  auto held = begin(Work::kPrune);
  clock_.set(clock_.now() + 200);
  ASSERT_TRUE(held->renew());
  clock_.set(clock_.now() + 200);
  EXPECT_FALSE(begin(Work::kCreate));
  clock_.set(clock_.now() + 100);
  EXPECT_TRUE(begin(Work::kCreate));
  const auto late = held->renew();
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::kConflict);
}

TEST_F(ActivityTest, AListThatCannotBeReadIsNoEmptyList) {
  ASSERT_TRUE(config_->put("snapshots/activity.json", "{}"));
  const auto refused = begin(Work::kCreate);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, ::testing::StartsWith("snapshots/activity.json: "));
}

}  // namespace
}  // namespace vectora::ops::snapshot
