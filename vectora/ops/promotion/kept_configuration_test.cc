#include "vectora/ops/promotion/kept_configuration.h"

#include <gtest/gtest.h>

#include "vectora/ops/promotion/promotion_fixture.h"
#include "vectora/ops/snapshot/create.h"

namespace vectora::ops {
namespace {

class KeptConfiguration : public ::testing::Test {
 protected:
  std::string keep(const std::string& act) {
    const auto name = snapshot::snapshot_before({stage_, anna_.get(), observer_}, act);
    EXPECT_TRUE(name) << name.error().message;
    anna_.pass(1);
    return name ? *name : std::string();
  }

  Environment stage_ = memory_environment("stage");
  TestOperator anna_;
  pipeline::SilentObserver observer_;
};

TEST_F(KeptConfiguration, IsTheReleaseOfTheSnapshotsTime) {
  fill(stage_, toy_release(), anna_);
  const std::string name = keep("promote");
  fill(stage_, toy_release_with("max_items_total: 10", "max_items_total: 5"), anna_);
  const auto kept = kept_configuration(*stage_.buckets.config, name);
  ASSERT_TRUE(kept) << kept.error().message;
  EXPECT_EQ(*kept, toy_release());
}

TEST_F(KeptConfiguration, IsTheFlatKeysWhereThereWasNoRelease) {
  for (const auto& [path, bytes] : toy_release())
    ASSERT_TRUE(stage_.buckets.config->put(path, bytes));
  const auto kept = kept_configuration(*stage_.buckets.config, keep("sync"));
  ASSERT_TRUE(kept) << kept.error().message;
  EXPECT_EQ(*kept, toy_release());
}

TEST_F(KeptConfiguration, ASnapshotThatIsNotThereIsNotFound) {
  const auto kept = kept_configuration(*stage_.buckets.config, "no-such");
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace vectora::ops
