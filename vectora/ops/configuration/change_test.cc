#include "vectora/ops/configuration/change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/config/release.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/test_environment.h"
#include "vectora/store/hooked_store.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;
using Objects = std::map<std::string, std::string>;

const config::Files kOld = {{"clients/a.yaml", "old a"},
                            {"clients/gone.yaml", "old gone"},
                            {"canonical/same.yaml", "same"}};
const config::Files kNew = {
    {"clients/a.yaml", "new a"}, {"clients/b.yaml", "new b"}, {"canonical/same.yaml", "same"}};

Change change_to(const config::Files& files, const std::string& action = "sync") {
  return {action, files, {}, "a test", Json::object(), {}};
}

Change promotion_to(const config::Files& files, const Result<void>& verdict) {
  Change change = change_to(files, "promote");
  change.accept = [verdict] { return verdict; };
  return change;
}

// What readers, other tools and snapshots see: all but history.
Objects state(Environment& environment) {
  Objects objects;
  for (const auto& [key, bytes] : objects_of(*environment.buckets.config))
    if (!key.starts_with("history/")) objects["config/" + key] = bytes;
  for (const auto& [key, bytes] : objects_of(*environment.buckets.data))
    objects["data/" + key] = bytes;
  return objects;
}

config::Files seen(Environment& environment) {
  auto files = config::read_config_bucket(*environment.buckets.config);
  EXPECT_TRUE(files) << files.error().message;
  return files ? *files : config::Files();
}

// What a finished change to `files` leaves for other tools.
void expect_flat(Environment& environment, const config::Files& files) {
  Objects flat;
  for (const auto& [key, bytes] : objects_of(*environment.buckets.config))
    if (key.starts_with("clients/") || key.starts_with("canonical/")) flat[key] = bytes;
  EXPECT_EQ(flat, files);
}

class ChangeTest : public ::testing::Test {
 protected:
  Result<Changed> apply(Environment& environment, const Change& change) {
    auto lease = Lease::acquire(environment, anna_.get(), change.action);
    if (!lease) return lease.error();
    auto changed = change_configuration(environment, anna_.get(), *lease, change);
    return changed;
  }

  std::vector<HistoryEntry> history(Environment& environment) {
    auto entries = read_history(*environment.buckets.config, 100);
    EXPECT_TRUE(entries);
    return entries ? *entries : std::vector<HistoryEntry>();
  }

  TestOperator anna_{"anna"};
  TestOperator bert_{"bert"};
};

TEST_F(ChangeTest, AReleaseAndItsCopyTakeThePlaceOfTheOldOnes) {
  Environment stage = memory_environment("stage");
  ASSERT_TRUE(apply(stage, change_to(kOld)));
  EXPECT_EQ(seen(stage), kOld);
  anna_.pass(60);
  const auto changed = apply(stage, change_to(kNew));
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_FALSE(changed->undone);
  EXPECT_EQ(seen(stage), kNew);
  expect_flat(stage, kNew);
  const auto entries = history(stage);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].id, changed->entry.id);
  EXPECT_EQ(entries[0].before, config::release_of(kOld, "").digest());
  EXPECT_EQ(entries[0].after, config::release_of(kNew, "").digest());
  EXPECT_EQ(entries[0].why, "a test");
  EXPECT_TRUE(entries[1].before.empty());
}

TEST_F(ChangeTest, FlatKeysOfABucketWithoutReleaseBecomeOne) {
  Environment stage = memory_environment("stage");
  for (const auto& [path, bytes] : kOld) ASSERT_TRUE(stage.buckets.config->put(path, bytes));
  ASSERT_TRUE(apply(stage, change_to(kNew)));
  EXPECT_EQ(seen(stage), kNew);
  expect_flat(stage, kNew);
}

TEST_F(ChangeTest, TheSameAgainIsNothingToDoUnlessAnObjectIsDamaged) {
  Environment stage = memory_environment("stage");
  ASSERT_TRUE(apply(stage, change_to(kNew)));
  const Objects before = state(stage);
  auto again = apply(stage, change_to(kNew));
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->nothing_to_do);
  EXPECT_EQ(state(stage), before);
  const std::string object = config::release_object(sha256("new a"));
  ASSERT_TRUE(stage.buckets.config->put(object, "damaged"));
  again = apply(stage, change_to(kNew));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_FALSE(again->nothing_to_do);
  EXPECT_EQ(state(stage), before);
}

TEST_F(ChangeTest, ObjectsOfTwoReleasesAgoAreRemoved) {
  Environment stage = memory_environment("stage");
  ASSERT_TRUE(apply(stage, change_to(kOld)));
  ASSERT_TRUE(apply(stage, change_to(kNew)));
  EXPECT_TRUE(stage.buckets.config->get(config::release_object(sha256("old a"))))
      << "readers may be at it";
  ASSERT_TRUE(apply(stage, change_to({{"clients/a.yaml", "newest"}})));
  EXPECT_FALSE(stage.buckets.config->get(config::release_object(sha256("old a"))));
  EXPECT_TRUE(stage.buckets.config->get(config::release_object(sha256("new a"))));
}

TEST_F(ChangeTest, WhatIsNotAcceptedLeavesEveryByteAsItWas) {
  for (const config::Files& old : {kOld, config::Files()}) {
    Environment stage = memory_environment("stage");
    if (!old.empty()) {
      ASSERT_TRUE(apply(stage, change_to(old)));
    }
    const Objects before = state(stage);
    anna_.pass(1);
    config::Files tried;
    Change change = change_to(kNew, "promote");
    change.accept = [&]() -> Result<void> {
      tried = seen(stage);
      return Error{ErrorCode::kUnavailable, "the smoke run failed"};
    };
    const auto changed = apply(stage, change);
    ASSERT_TRUE(changed) << changed.error().message;
    ASSERT_TRUE(changed->undone);
    EXPECT_EQ(changed->undone->message, "the smoke run failed");
    EXPECT_EQ(tried, kNew);
    EXPECT_EQ(state(stage), before);
    const HistoryEntry entry = history(stage).front();
    EXPECT_EQ(entry.outcome, "undone");
    EXPECT_EQ(string_member(entry.details, "undone_because"), "the smoke run failed");
  }
}

TEST_F(ChangeTest, AManifestThatOthersChangedMeanwhileStays) {
  Environment stage = memory_environment("stage");
  ASSERT_TRUE(apply(stage, change_to(kOld)));
  const auto memory = std::move(stage.buckets.config);
  const std::string theirs = to_json_text(config::to_json(config::release_of({}, "x")));
  stage.buckets.config = std::make_unique<store::HookedStore>(
      *memory, [&](std::string_view operation, const std::string& key) {
        if (operation != "put_if" || key != config::kReleaseManifest) return Result<void>();
        EXPECT_TRUE(memory->put(key, theirs));
        return Result<void>();
      });
  const auto changed = apply(stage, change_to(kNew));
  ASSERT_TRUE(changed) << changed.error().message;
  ASSERT_TRUE(changed->undone);
  EXPECT_EQ(changed->undone->code, ErrorCode::kConflict);
  EXPECT_EQ(memory->get(config::kReleaseManifest)->bytes, theirs);
}

TEST_F(ChangeTest, WhoLostTheLeaseLeavesTheUndoingToWhoTookIt) {
  Environment stage = memory_environment("stage");
  ASSERT_TRUE(apply(stage, change_to(kOld)));
  Change change = change_to(kNew, "promote");
  change.accept = [&]() -> Result<void> {
    bert_.pass(kLeaseSeconds + 10);
    const auto recovered = recover(stage, bert_.get());
    EXPECT_TRUE(recovered && *recovered);
    EXPECT_TRUE(apply(stage, change_to(kNew, "promote"))) << "by another process";
    return {};
  };
  const auto changed = apply(stage, change);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, ErrorCode::kConflict);
  EXPECT_EQ(seen(stage), kNew) << "what the other did stays";
}

// The process ends before the n-th operation on the stores, for every n.
class Killed : public ChangeTest {
 protected:
  // Whether the change came to its end.
  bool change_killed_at(Environment& environment, const Change& change, int n) {
    int count = 0;
    const auto hook = [&](std::string_view, const std::string&) -> Result<void> {
      if (count++ < n) return {};
      return Error{ErrorCode::kIo, "the process has ended"};
    };
    Environment dying = memory_environment(environment.name);
    dying.buckets.config = std::make_unique<store::HookedStore>(*environment.buckets.config, hook);
    dying.buckets.data = std::make_unique<store::HookedStore>(*environment.buckets.data, hook);
    static_cast<void>(apply(dying, change).ok());
    return count <= n;
  }

  // A reader sees one of the two whole; the next command leaves one of them, whole,
  // and nothing else.
  void expect_recovery(Environment& environment, const std::string& where) {
    const config::Files visible = seen(environment);
    EXPECT_TRUE(visible == kOld || visible == kNew) << where;
    bert_.ended = "anna-process";
    const auto recovered = recover(environment, bert_.get());
    ASSERT_TRUE(recovered) << where << ": " << recovered.error().message;
    const config::Files left = seen(environment);
    EXPECT_TRUE(left == kOld || left == kNew) << where;
    expect_flat(environment, left);
    EXPECT_FALSE(*read_pending(*environment.buckets.data)) << where;
    EXPECT_TRUE(Lease::acquire(environment, bert_.get(), "next")) << where;
  }
};

TEST_F(Killed, APromotionAtAnyPointIsFinishedOrUndoneToTheByte) {
  bool ended = false;
  int undone = 0;
  int done = 0;
  for (int n = 0; !ended; ++n) {
    const std::string where = "at operation " + std::to_string(n);
    Environment stage = memory_environment("stage");
    ASSERT_TRUE(apply(stage, change_to(kOld)));
    const Objects before = state(stage);
    ended = change_killed_at(stage, promotion_to(kNew, {}), n);
    expect_recovery(stage, where);
    if (seen(stage) == kNew) ++done;
    if (seen(stage) != kOld) continue;
    EXPECT_EQ(state(stage), before) << where;
    ++undone;
  }
  EXPECT_GT(undone, 10);
  EXPECT_GT(done, 5);
}

TEST_F(Killed, AnUndoingAtAnyPointIsUndoneInTheEnd) {
  bool ended = false;
  for (int n = 0; !ended; ++n) {
    Environment stage = memory_environment("stage");
    ASSERT_TRUE(apply(stage, change_to(kOld)));
    const Objects before = state(stage);
    const Result<void> no = Error{ErrorCode::kUnavailable, "the smoke run failed"};
    ended = change_killed_at(stage, promotion_to(kNew, no), n);
    expect_recovery(stage, "at operation " + std::to_string(n));
    EXPECT_EQ(state(stage), before) << "at operation " << n;
  }
}

TEST_F(Killed, ASyncMadeAgainComesToTheSameEnd) {
  Environment straight = memory_environment("dev");
  ASSERT_TRUE(apply(straight, change_to(kOld)));
  ASSERT_TRUE(apply(straight, change_to(kNew)));
  bool ended = false;
  for (int n = 0; !ended; ++n) {
    const std::string where = "at operation " + std::to_string(n);
    Environment dev = memory_environment("dev");
    ASSERT_TRUE(apply(dev, change_to(kOld)));
    ended = change_killed_at(dev, change_to(kNew), n);
    expect_recovery(dev, where);
    ASSERT_TRUE(apply(dev, change_to(kNew))) << where;
    EXPECT_EQ(state(dev), state(straight)) << where;
  }
}

TEST_F(Killed, WhoIsStillAtWorkIsNotRecovered) {
  Environment stage = memory_environment("stage");
  ASSERT_TRUE(apply(stage, change_to(kOld)));
  ASSERT_FALSE(change_killed_at(stage, change_to(kNew), 12));
  ASSERT_TRUE(*read_pending(*stage.buckets.data));
  const auto recovered = recover(stage, bert_.get());
  ASSERT_TRUE(recovered);
  EXPECT_FALSE(*recovered);
  bert_.pass(kLeaseSeconds + 1);
  const auto later = recover(stage, bert_.get());
  ASSERT_TRUE(later);
  ASSERT_TRUE(*later);
  EXPECT_THAT((*later)->text, HasSubstr("a sync of 2026-11-21T09:00:00Z by anna@laptop was cut"));
}

TEST_F(Killed, AJournalThatCannotBeReadIsNamed) {
  Environment stage = memory_environment("stage");
  for (const char* bytes : {"", "{}", "{\"version\": 1}"}) {
    ASSERT_TRUE(stage.buckets.data->put(kJournalKey, bytes));
    const auto recovered = recover(stage, bert_.get());
    ASSERT_FALSE(recovered);
    EXPECT_THAT(recovered.error().message, HasSubstr("journal/configuration.json: "));
  }
}

}  // namespace
}  // namespace vectora::ops
