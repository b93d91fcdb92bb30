// A promotion that gets SIGKILL at random operations on its stores, while another
// process reads: on directories, as processes meet there.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>

#include "vectora/ops/promotion/promote.h"
#include "vectora/ops/promotion/promotion_fixture.h"
#include "vectora/pipeline/capture.h"
#include "vectora/store/hooked_store.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::ops {
namespace {

constexpr int kKills = 30;
constexpr uint32_t kSeed = 20261121;

Environment open_in(const testing::TempDir& folder, const std::string& name) {
  return {"vectora-inbox", name, "directory", Protection::kNone,
          store::open_directory_buckets(folder.path().string(), "vectora-inbox", name)};
}

class KilledPromotion : public ::testing::Test {
 protected:
  KilledPromotion() {
    Environment dev = open_in(folder_, "dev");
    Environment stage = open_in(folder_, "stage");
    fill(stage, old_, anna_);
    fill(dev, new_, anna_);
    EXPECT_TRUE(pipeline::import_capture(*stage.buckets.data, kToyCapture));
  }

  // The promotion as another process; it ends before its n-th operation. The number
  // of operations where it comes to its end, else nothing.
  static Result<int> promote_until(const testing::TempDir& folder, const TestOperator& who, int n,
                                   const std::function<void()>& meanwhile) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return Error{ErrorCode::kIo, "no pipe"};
    const pid_t child = ::fork();
    if (child == 0) run_child(folder, who, n, ends[1]);
    ::close(ends[1]);
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) meanwhile();
    int count = 0;
    const ssize_t size = ::read(ends[0], &count, sizeof count);
    ::close(ends[0]);
    if (size == static_cast<ssize_t>(sizeof count)) return count;
    return Error{ErrorCode::kIo, WIFSIGNALED(status) ? "killed" : "failed"};
  }

  [[noreturn]] static void run_child(const testing::TempDir& folder, const TestOperator& who, int n,
                                     int out) {
    int count = 0;
    const auto hook = [&count, n](std::string_view, const std::string&) {
      if (count++ == n) ::kill(::getpid(), SIGKILL);
      return Result<void>();
    };
    Environment dev = open_in(folder, "dev");
    Environment stage = open_in(folder, "stage");
    Environment hooked = open_in(folder, "stage");
    hooked.buckets.config = std::make_unique<store::HookedStore>(*stage.buckets.config, hook);
    hooked.buckets.data = std::make_unique<store::HookedStore>(*stage.buckets.data, hook);
    pipeline::SilentObserver observer;
    const auto report = promote(dev, hooked, who.get(), {}, observer);
    if (report && report->outcome == Promotion::kDone) {
      const ssize_t written = ::write(out, &count, sizeof count);
      ::_exit(written == static_cast<ssize_t>(sizeof count) ? 0 : 2);
    }
    ::_exit(1);
  }

  const config::Files old_ = toy_release();
  const config::Files new_ = toy_release_with("max_items_total: 10", "max_items_total: 5");
  TestOperator anna_{"anna"};
  testing::TempDir folder_;
};

// The folder as it was, made again.
void restore(const testing::TempDir& folder, const testing::TempDir& kept) {
  std::filesystem::remove_all(folder.path());
  std::filesystem::copy(kept.path(), folder.path(), std::filesystem::copy_options::recursive);
}

TEST_F(KilledPromotion, IsNeverSeenMixedAndIsFinishedOrUndoneByTheNextCommand) {
  const testing::TempDir kept;
  restore(kept, folder_);
  Environment stage = open_in(folder_, "stage");
  const auto before = state(stage);
  const auto operations = promote_until(folder_, anna_, -1, [] {});
  ASSERT_TRUE(operations) << operations.error().message;
  const auto after = state(stage);
  ASSERT_EQ(seen(stage), new_);
  ASSERT_GT(*operations, kKills);

  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> point(0, *operations - 1);
  TestOperator bert("bert", "2026-11-21T09:01:00Z");
  bert.ended = "anna-process";
  int reads = 0;
  std::map<bool, int> ends;
  for (int i = 0; i < kKills; ++i) {
    const int n = point(random);
    restore(folder_, kept);
    const auto end = promote_until(folder_, anna_, n, [&] {
      const config::Files visible = seen(stage);
      ASSERT_TRUE(visible == old_ || visible == new_) << "mixed, killed at " << n;
      ++reads;
    });
    ASSERT_FALSE(end) << "it should have been killed at " << n;
    ASSERT_EQ(end.error().message, "killed");
    const auto recovered = recover(stage, bert.get());
    ASSERT_TRUE(recovered) << recovered.error().message;
    { ASSERT_TRUE(Lease::acquire(stage, bert.get(), "next")); }
    const bool is_done = seen(stage) == new_;
    ++ends[is_done];
    EXPECT_EQ(state(stage), is_done ? after : before) << "killed at " << n;
  }
  EXPECT_GT(reads, kKills);
  EXPECT_GT(ends[false], 0) << "none was undone";
  EXPECT_GT(ends[true], 0) << "none was finished";
  RecordProperty("reads", reads);
  RecordProperty("undone", ends[false]);
}

}  // namespace
}  // namespace vectora::ops
