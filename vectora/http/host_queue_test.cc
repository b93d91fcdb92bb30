#include "vectora/http/host_queue.h"

#include <gtest/gtest.h>

#include <deque>
#include <vector>

namespace vectora::http {
namespace {

std::vector<size_t> pop_all(HostQueue& queue, int64_t now) {
  std::vector<size_t> ids;
  while (const auto id = queue.pop(now)) ids.push_back(*id);
  return ids;
}

using Ids = std::vector<size_t>;

TEST(HostQueueTest, OneHostGetsItsShareAndNoMore) {
  HostQueue queue({.concurrency = 10, .per_host = 2});
  for (size_t i = 0; i < 5; ++i) queue.push({.id = i, .host = "a"});
  EXPECT_EQ(pop_all(queue, 0), (Ids{0, 1}));
  EXPECT_EQ(queue.next_start(), std::nullopt);
  queue.release("a");
  EXPECT_EQ(queue.next_start(), 0);
  EXPECT_EQ(pop_all(queue, 7), (Ids{2}));
  EXPECT_EQ(queue.in_flight(), 2);
}

TEST(HostQueueTest, AllHostsTogetherStayWithinTheLimit) {
  HostQueue queue({.concurrency = 3, .per_host = 2});
  for (size_t i = 0; i < 6; ++i)
    queue.push({.id = i, .host = std::string(1, static_cast<char>('a' + i))});
  EXPECT_EQ(pop_all(queue, 0).size(), 3U);
  EXPECT_EQ(queue.next_start(), std::nullopt);
  queue.release("a");
  EXPECT_EQ(pop_all(queue, 0), (Ids{3}));
}

TEST(HostQueueTest, HostsTakeTurns) {
  HostQueue queue({.concurrency = 1, .per_host = 1});
  for (size_t i = 0; i < 4; ++i) queue.push({.id = i, .host = "big"});
  queue.push({.id = 10, .host = "small"});
  queue.push({.id = 11, .host = "small"});
  Ids order;
  const auto host_of = [](size_t id) { return id < 10 ? "big" : "small"; };
  for (int64_t now = 0; !queue.empty(); ++now) {
    order.push_back(*queue.pop(now));
    queue.release(host_of(order.back()));
  }
  EXPECT_EQ(order, (Ids{0, 10, 1, 11, 2, 3}));
}

TEST(HostQueueTest, ADelayIsKeptBetweenTheStartsOfOneHost) {
  HostQueue queue({.concurrency = 9, .per_host = 9, .delay_ms = 100});
  queue.push({.id = 0, .host = "a"});
  queue.push({.id = 1, .host = "a"});
  queue.push({.id = 2, .host = "b"});
  EXPECT_EQ(pop_all(queue, 1000), (Ids{0, 2}));
  EXPECT_EQ(queue.next_start(), 1100);
  EXPECT_EQ(pop_all(queue, 1099), Ids{});
  EXPECT_EQ(pop_all(queue, 1100), (Ids{1}));
}

TEST(HostQueueTest, ARequestMayAskForALongerDelayThanTheLimits) {
  HostQueue queue({.concurrency = 9, .per_host = 9, .delay_ms = 100});
  queue.push({.id = 0, .host = "a", .delay_ms = 5000});
  queue.push({.id = 1, .host = "a", .delay_ms = 1});
  queue.push({.id = 2, .host = "a"});
  EXPECT_EQ(pop_all(queue, 0), (Ids{0}));
  EXPECT_EQ(pop_all(queue, 5000), (Ids{1}));
  EXPECT_EQ(queue.next_start(), 5100);
}

TEST(HostQueueTest, ARetryWaitsAndLetsOthersPass) {
  HostQueue queue({.concurrency = 9, .per_host = 1});
  queue.push({.id = 0, .host = "a", .not_before_ms = 500});
  queue.push({.id = 1, .host = "a"});
  EXPECT_EQ(pop_all(queue, 0), (Ids{1}));
  queue.release("a");
  EXPECT_EQ(queue.next_start(), 500);
  EXPECT_EQ(pop_all(queue, 499), Ids{});
  EXPECT_EQ(pop_all(queue, 500), (Ids{0}));
}

TEST(HostQueueTest, APauseHoldsTheWholeHostAndNoOther) {
  HostQueue queue({.concurrency = 9, .per_host = 9});
  queue.push({.id = 0, .host = "a"});
  queue.push({.id = 1, .host = "b"});
  queue.pause("a", 2000);
  queue.pause("a", 1000);  // a shorter one does not undo it
  EXPECT_EQ(pop_all(queue, 0), (Ids{1}));
  EXPECT_EQ(queue.next_start(), 2000);
  EXPECT_EQ(pop_all(queue, 2000), (Ids{0}));
}

TEST(HostQueueTest, IsEmptyWhenNothingWaitsAndNothingRuns) {
  HostQueue queue({});
  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(queue.pop(0), std::nullopt);
  queue.push({.id = 0, .host = "a"});
  EXPECT_FALSE(queue.empty());
  EXPECT_EQ(queue.pop(0), 0U);
  EXPECT_FALSE(queue.empty());
  queue.release("a");
  EXPECT_TRUE(queue.empty());
}

// Runs a whole batch in virtual time, each request taking `duration`, and checks
// the limits at each start.
TEST(HostQueueTest, ALargeBatchKeepsAllLimitsAndEndsInTime) {
  constexpr HostLimits kLimits{.concurrency = 20, .per_host = 2, .delay_ms = 30};
  constexpr size_t kHosts = 37;
  constexpr int64_t kDuration = 100;
  HostQueue queue(kLimits);
  for (size_t i = 0; i < 1000; ++i) queue.push({.id = i, .host = std::to_string(i % kHosts)});

  std::multimap<int64_t, std::string> running;  // by the time of the end
  std::map<std::string, int64_t> last_start;
  std::map<std::string, int> at_once;
  int64_t now = 0;
  while (!queue.empty()) {
    while (const auto id = queue.pop(now)) {
      const std::string host = std::to_string(*id % kHosts);
      ASSERT_TRUE(!last_start.contains(host) || now - last_start[host] >= kLimits.delay_ms);
      last_start[host] = now;
      ASSERT_LE(++at_once[host], kLimits.per_host);
      running.emplace(now + kDuration, host);
      ASSERT_LE(running.size(), static_cast<size_t>(kLimits.concurrency));
    }
    const auto next = queue.next_start();
    ASSERT_TRUE(next || !running.empty());
    now = running.empty() ? *next : running.begin()->first;
    if (next && *next > 0 && *next < now) now = *next;
    while (!running.empty() && running.begin()->first <= now) {
      queue.release(running.begin()->second);
      --at_once[running.begin()->second];
      running.erase(running.begin());
    }
  }
  EXPECT_EQ(now, 1000 / 20 * kDuration);  // concurrency is the bottleneck, and is used up
}

}  // namespace
}  // namespace vectora::http
