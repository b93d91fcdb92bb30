// In which order, and when, requests may start: polite to each host, fair to all.
//
//   HostQueue queue({.concurrency = 64, .per_host = 2, .delay_ms = 500});
//   queue.push({0, "a.example"});
//   while (auto id = queue.pop(now)) start(*id);     // as many as may start now
//   queue.release("a.example");                      // one of that host has ended
//   wait_until(queue.next_start());
//
// Among hosts the one that could have started first goes first; within a host,
// first come, first served, but for requests that wait for a retry. Pure: time is
// an argument, in milliseconds of any clock that does not go back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace vectora::http {

struct HostLimits {
  int concurrency = 64;  // requests in flight, all hosts together
  int per_host = 2;      // of these, to one host
  int64_t delay_ms = 0;  // from the start of one request to the next, per host
};

struct QueuedRequest {
  size_t id = 0;
  std::string host;
  int64_t not_before_ms = 0;
  int64_t delay_ms = 0;  // its own delay, if longer than that of the limits
};

class HostQueue {
 public:
  explicit HostQueue(HostLimits limits) : limits_(limits) {}

  void push(QueuedRequest request);

  // A request that may start at `now_ms`, counted as started.
  std::optional<size_t> pop(int64_t now_ms);

  // A request to `host` has ended.
  void release(const std::string& host);

  // No request to `host` starts before: it asked for a pause.
  void pause(const std::string& host, int64_t until_ms);

  // When `pop` can next succeed if nothing is released; nothing: not before a release.
  std::optional<int64_t> next_start() const;

  bool empty() const { return waiting_ == 0 && in_flight_ == 0; }
  int in_flight() const { return in_flight_; }

 private:
  // Orders the hosts that may start a request: by the time from which they may,
  // then by how long ago they had their last turn.
  using Place = std::tuple<int64_t, uint64_t, std::string>;

  struct Host {
    std::multimap<int64_t, QueuedRequest> waiting;  // by the time before which it may not start
    std::optional<Place> place;                     // in places_
    int in_flight = 0;
    int64_t free_at_ms = 0;  // by delay or pause
    uint64_t last_turn = 0;
  };

  void place(const std::string& name, Host& host);

  HostLimits limits_;
  std::map<std::string, Host> hosts_;
  std::set<Place> places_;
  int in_flight_ = 0;
  size_t waiting_ = 0;
  uint64_t turns_ = 0;
};

}  // namespace vectora::http
