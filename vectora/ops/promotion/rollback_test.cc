#include "vectora/ops/promotion/rollback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/history.h"
#include "vectora/ops/promotion/promotion_fixture.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;

const config::Files kFirst = {{"clients/a.yaml", "first"}};
const config::Files kSecond = {{"clients/a.yaml", "second"}, {"clients/b.yaml", "new"}};

class RollbackTest : public ::testing::Test {
 protected:
  RollbackTest() {
    options_.take_snapshot = [this] { return take(); };
    options_.read_snapshot = [this](const std::string& name) -> Result<config::Files> {
      const auto found = snapshots_.find(name);
      if (found == snapshots_.end()) return Error{ErrorCode::kNotFound, "there is none"};
      return found->second;
    };
    fill(stage_, kFirst, anna_);
  }

  Result<std::string> take() {
    const std::string name = "snapshot-" + std::to_string(snapshots_.size() + 1);
    snapshots_[name] = seen(stage_);
    return name;
  }

  void change_to(const config::Files& files) {
    auto lease = Lease::acquire(stage_, anna_.get(), "promote");
    ASSERT_TRUE(lease);
    Change change{"promote", files, *take(), {}, Json::object(), {}};
    ASSERT_TRUE(change_configuration(stage_, anna_.get(), *lease, change));
    anna_.pass(1);
  }

  Result<Changed> run() {
    const auto plan = plan_rollback(stage_, options_);
    if (!plan) return plan.error();
    return roll_back(stage_, anna_.get(), *plan, options_);
  }

  std::map<std::string, config::Files> snapshots_;
  Environment stage_ = memory_environment("stage");
  TestOperator anna_;
  RollbackOptions options_;
};

TEST_F(RollbackTest, GoesBackToWhatWasBeforeTheLatestChange) {
  const auto before = state(stage_);
  change_to(kSecond);
  options_.why = "readers complained";
  const auto changed = run();
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(seen(stage_), kFirst);
  const auto history = read_history(*stage_.buckets.config, 1);
  ASSERT_TRUE(history);
  EXPECT_EQ(history->front().action, "rollback");
  EXPECT_EQ(history->front().why, "readers complained");
  EXPECT_EQ(history->front().snapshot, "snapshot-2");
  EXPECT_EQ(history->front().details["to"], "snapshot-1");
  EXPECT_EQ(state(stage_).at("config/clients/a.yaml"), before.at("config/clients/a.yaml"));
  EXPECT_FALSE(state(stage_).contains("config/clients/b.yaml"));
}

TEST_F(RollbackTest, AgainGoesForwardAgain) {
  change_to(kSecond);
  ASSERT_TRUE(run());
  anna_.pass(1);
  ASSERT_TRUE(run());
  EXPECT_EQ(seen(stage_), kSecond);
}

TEST_F(RollbackTest, GoesToASnapshotThatIsNamed) {
  change_to(kSecond);
  change_to({{"clients/a.yaml", "third"}});
  options_.to = "snapshot-1";
  ASSERT_TRUE(run());
  EXPECT_EQ(seen(stage_), kFirst);
  options_.to = "no-such";
  const auto missing = run();
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error(), (Error{ErrorCode::kNotFound, "snapshot no-such: there is none"}));
}

TEST_F(RollbackTest, WithoutASnapshotThereIsNothingToGoBackTo) {
  const auto nothing = run();
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(nothing.error().message, HasSubstr("`vectora snapshot list --env stage`"));
  snapshots_["empty"] = {};
  options_.to = "empty";
  EXPECT_THAT(run().error().message, HasSubstr("snapshot empty holds no configuration"));
}

TEST_F(RollbackTest, APlanThatIsNoLongerTrueIsRefused) {
  change_to(kSecond);
  const auto plan = plan_rollback(stage_, options_);
  ASSERT_TRUE(plan);
  EXPECT_EQ(difference_counts(plan->changes), "+0 ~1 -1");
  change_to({{"clients/a.yaml", "third"}});
  const auto changed = roll_back(stage_, anna_.get(), *plan, options_);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, ErrorCode::kConflict);
  EXPECT_EQ(seen(stage_), (config::Files{{"clients/a.yaml", "third"}}));
}

}  // namespace
}  // namespace vectora::ops
