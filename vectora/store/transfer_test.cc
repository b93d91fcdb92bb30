#include "vectora/store/transfer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "vectora/store/hooked_store.h"

namespace vectora::store {
namespace {

// Keeps a log of how many bytes each batch had.
class CountingStore : public HookedStore {
 public:
  explicit CountingStore(ObjectStore& target)
      : HookedStore(target, [](std::string_view, const std::string&) { return Result<void>(); }),
        target_(target) {}

  Result<void> put_all(const std::vector<Write>& writes) override {
    size_t bytes = 0;
    for (const Write& write : writes) bytes += write.bytes.size();
    batches.push_back({writes.size(), bytes});
    return target_.put_all(writes);
  }

  std::vector<std::pair<size_t, size_t>> batches;  // objects, bytes

 private:
  ObjectStore& target_;
};

class TransferTest : public ::testing::Test {
 protected:
  void make(size_t count, size_t size) {
    for (size_t i = 0; i < count; ++i) {
      const std::string key = "k" + std::to_string(i);
      ASSERT_TRUE(from_->put(key, std::string(size, static_cast<char>('a' + i % 26))));
      pairs_.push_back({key, "copy/" + key});
    }
  }

  void expect_all_copied() {
    for (const KeyPair& pair : pairs_)
      EXPECT_EQ(to_.get(pair.to)->bytes, from_->get(pair.from)->bytes);
  }

  std::unique_ptr<ObjectStore> from_ = open_memory();
  std::unique_ptr<ObjectStore> target_ = open_memory();
  CountingStore to_{*target_};
  std::vector<KeyPair> pairs_;
};

TEST_F(TransferTest, CopiesAllAndTellsOfEachInOrder) {
  make(1000, 10);
  std::vector<size_t> told;
  ASSERT_TRUE(transfer(*from_, to_, pairs_, [&](size_t index, const Object& object) {
    told.push_back(object.bytes.size() == 10 ? index : 9999);
    return Result<void>();
  }));
  ASSERT_EQ(told.size(), 1000U);
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), 999U);
  expect_all_copied();
}

TEST_F(TransferTest, KeepsToItsBounds) {
  make(50, 1000);
  ASSERT_TRUE(transfer(*from_, to_, pairs_, {}, {.threads = 3, .objects = 20, .bytes = 5000}));
  expect_all_copied();
  EXPECT_GE(to_.batches.size(), 6U);
  for (const auto& [objects, bytes] : to_.batches) {
    EXPECT_LE(objects, 20U);
    EXPECT_LE(bytes, 5000U + 3 * 1000U);  // each thread may have begun one more
  }
}

TEST_F(TransferTest, AnObjectLargerThanTheBoundGoesAlone) {
  make(4, 1000);
  ASSERT_TRUE(transfer(*from_, to_, pairs_, {}, {.threads = 1, .objects = 20, .bytes = 10}));
  expect_all_copied();
  EXPECT_EQ(to_.batches.size(), 4U);
}

TEST_F(TransferTest, AMissingObjectEndsItBeforeItsBatchIsWritten) {
  make(30, 10);
  pairs_[25].from = "missing";
  const auto ended = transfer(*from_, to_, pairs_, {}, {.threads = 2, .objects = 10});
  EXPECT_EQ(ended.error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(ended.error().message.starts_with("missing: "));
  EXPECT_EQ(to_.list("")->size(), 20U);
}

TEST_F(TransferTest, WhoIsToldMayEndIt) {
  make(30, 10);
  const auto ended = transfer(*from_, to_, pairs_,
                              [](size_t index, const Object&) -> Result<void> {
                                if (index == 12)
                                  return Error{ErrorCode::kMalformed, "not this one"};
                                return {};
                              },
                              {.threads = 2, .objects = 10});
  EXPECT_EQ(ended.error().message, "not this one");
  EXPECT_EQ(to_.list("")->size(), 10U);
}

TEST(InParallelTest, CallsEachIndexOnce) {
  std::vector<std::atomic<int>> calls(1000);
  ASSERT_TRUE(in_parallel(calls.size(), 8, [&](size_t i) {
    ++calls[i];
    return Result<void>();
  }));
  EXPECT_TRUE(std::all_of(calls.begin(), calls.end(), [](const auto& n) { return n == 1; }));
  EXPECT_TRUE(in_parallel(0, 8, [](size_t) { return Result<void>(); }));
}

TEST(InParallelTest, RunsAsManyAtATimeAsItMay) {
  std::mutex mutex;
  std::condition_variable all_here;
  int here = 0;
  // Each waits for the two others: fewer threads would never end.
  ASSERT_TRUE(in_parallel(3, 3, [&](size_t) {
    std::unique_lock lock(mutex);
    ++here;
    all_here.notify_all();
    all_here.wait(lock, [&] { return here == 3; });
    return Result<void>();
  }));
  EXPECT_EQ(here, 3);
}

TEST(InParallelTest, AnErrorStopsWhatHasNotBegun) {
  std::atomic<int> calls = 0;
  const auto failed = in_parallel(10000, 4, [&](size_t i) -> Result<void> {
    ++calls;
    if (i >= 5) return Error{ErrorCode::kIo, std::to_string(i)};
    return {};
  });
  EXPECT_EQ(failed.error().message, "5");
  EXPECT_LT(calls, 100);
}

TEST(GetAllTest, GivesTheObjectsInTheOrderOfTheirKeys) {
  const auto store = open_memory();
  std::vector<std::string> keys;
  for (int i = 40; i > 0; --i) keys.push_back("k" + std::to_string(i));
  for (const std::string& key : keys) ASSERT_TRUE(store->put(key, "of " + key));
  const auto objects = get_all(*store, keys);
  ASSERT_TRUE(objects) << objects.error().message;
  ASSERT_EQ(objects->size(), keys.size());
  for (size_t i = 0; i < keys.size(); ++i) EXPECT_EQ((*objects)[i].bytes, "of " + keys[i]);
  EXPECT_TRUE(get_all(*store, {})->empty());
}

TEST(GetAllTest, TellsTheFirstThatIsMissing) {
  const auto store = open_memory();
  ASSERT_TRUE(store->put("a", "x"));
  const auto objects = get_all(*store, {"a", "b", "c"}, 1);
  ASSERT_FALSE(objects);
  EXPECT_EQ(objects.error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(objects.error().message.starts_with("b: ")) << objects.error().message;
}

}  // namespace
}  // namespace vectora::store
