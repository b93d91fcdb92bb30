#include "vectora/ops/lease.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/test_environment.h"
#include "vectora/store/hooked_store.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class LeaseTest : public ::testing::Test {
 protected:
  Result<Lease> acquire(const TestOperator& who) {
    return Lease::acquire(stage_, who.get(), "promote dev stage");
  }

  Environment stage_ = memory_environment("stage");
  TestOperator anna_{"anna"};
  TestOperator bert_{"bert"};
};

TEST_F(LeaseTest, OneHoldsItAndTheOtherIsToldWho) {
  auto lease = acquire(anna_);
  ASSERT_TRUE(lease) << lease.error().message;
  const auto second = acquire(bert_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kConflict);
  EXPECT_EQ(second.error().message,
            "environment 'stage' is being changed by anna@laptop (promote dev stage) since "
            "2026-11-21T09:00:00Z; try again when that has ended, at the latest after "
            "2026-11-21T09:10:00Z");
  EXPECT_TRUE(lease->release());
  EXPECT_TRUE(lease->release()) << "twice is once";
  EXPECT_TRUE(acquire(bert_));
}

TEST_F(LeaseTest, LeavesNothingBehind) {
  { const auto lease = acquire(anna_); }
  EXPECT_THAT(objects_of(*stage_.buckets.data), IsEmpty());
}

TEST_F(LeaseTest, AnExpiredOneIsTakenOverAndItsOwnerIsTold) {
  auto lease = acquire(anna_);
  ASSERT_TRUE(lease);
  bert_.pass(kLeaseSeconds);
  EXPECT_FALSE(acquire(bert_)) << "to the last second it is hers";
  bert_.pass(1);
  auto second = acquire(bert_);
  ASSERT_TRUE(second) << second.error().message;
  const auto renewed = lease->renew();
  ASSERT_FALSE(renewed);
  EXPECT_EQ(renewed.error().code, ErrorCode::kConflict);
  EXPECT_FALSE(lease->release());
  EXPECT_TRUE(second->renew()) << "the other's release must not touch it";
}

TEST_F(LeaseTest, RenewingMovesItsEnd) {
  auto lease = acquire(anna_);
  ASSERT_TRUE(lease);
  anna_.pass(kLeaseSeconds);
  ASSERT_TRUE(lease->renew());
  bert_.pass(kLeaseSeconds + 1);
  const auto second = acquire(bert_);
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().message, HasSubstr("at the latest after 2026-11-21T09:20:00Z"));
}

TEST_F(LeaseTest, OneWhoseProcessEndedIsTakenOverAtOnce) {
  const auto lease = acquire(anna_);
  ASSERT_TRUE(lease);
  bert_.ended = "anna-process";
  EXPECT_TRUE(acquire(bert_));
}

TEST_F(LeaseTest, WhatIsNoLeaseIsNamedWithWhatToDo) {
  for (const char* bytes : {"", "{}", R"({"version": 9, "expires_at": "2026-11-21T09:00:00Z"})"}) {
    ASSERT_TRUE(stage_.buckets.data->put(kLeaseKey, bytes));
    const auto lease = acquire(anna_);
    ASSERT_FALSE(lease);
    EXPECT_EQ(lease.error().message,
              "locks/configuration.json: no lease of version 1; remove it when no command is at "
              "work");
  }
}

// A server that does not know conditions.
class SingleWriterStore : public store::HookedStore {
 public:
  explicit SingleWriterStore(store::ObjectStore& base)
      : HookedStore(base, [](std::string_view, const std::string&) { return Result<void>(); }) {}
  Result<store::Writers> writers() override { return store::Writers::kOne; }
};

TEST_F(LeaseTest, ASingleWriterStoreIsRefused) {
  const auto memory = std::move(stage_.buckets.data);
  stage_.buckets.data = std::make_unique<SingleWriterStore>(*memory);
  const auto lease = acquire(anna_);
  ASSERT_FALSE(lease);
  EXPECT_EQ(lease.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(lease.error().message, HasSubstr("stage: promote dev stage needs a lease, and this"));
}

}  // namespace
}  // namespace vectora::ops
