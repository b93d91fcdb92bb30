#include "vectora/http/host_queue.h"

#include <algorithm>
#include <cassert>

namespace vectora::http {

void HostQueue::place(const std::string& name, Host& host) {
  if (host.place) places_.erase(*host.place);
  host.place.reset();
  if (host.waiting.empty() || host.in_flight >= limits_.per_host) return;
  const int64_t from = std::max(host.free_at_ms, host.waiting.begin()->first);
  host.place = Place{from, host.last_turn, name};
  places_.insert(*host.place);
}

void HostQueue::push(QueuedRequest request) {
  const std::string name = request.host;
  Host& host = hosts_[name];
  const int64_t not_before = request.not_before_ms;
  host.waiting.emplace(not_before, std::move(request));
  ++waiting_;
  place(name, host);
}

std::optional<size_t> HostQueue::pop(int64_t now_ms) {
  if (in_flight_ >= limits_.concurrency || places_.empty()) return std::nullopt;
  const auto [from, turn, name] = *places_.begin();
  if (from > now_ms) return std::nullopt;
  Host& host = hosts_[name];
  const QueuedRequest request = std::move(host.waiting.begin()->second);
  host.waiting.erase(host.waiting.begin());
  --waiting_;
  ++in_flight_;
  ++host.in_flight;
  host.last_turn = ++turns_;
  host.free_at_ms = now_ms + std::max(limits_.delay_ms, request.delay_ms);
  place(name, host);
  return request.id;
}

void HostQueue::release(const std::string& name) {
  Host& host = hosts_[name];
  assert(host.in_flight > 0);
  --in_flight_;
  --host.in_flight;
  place(name, host);
}

void HostQueue::pause(const std::string& name, int64_t until_ms) {
  Host& host = hosts_[name];
  host.free_at_ms = std::max(host.free_at_ms, until_ms);
  place(name, host);
}

std::optional<int64_t> HostQueue::next_start() const {
  if (in_flight_ >= limits_.concurrency || places_.empty()) return std::nullopt;
  return std::get<0>(*places_.begin());
}

}  // namespace vectora::http
