// How long 2,000 feeds on 200 hosts take, some of which fail in every way there
// is, and how much memory that needs. The server runs in a process of its own.
//
// The yardstick is the slowest host: what it needs by the settings alone (requests
// at once, time-outs, retries, pauses it asks for), found by running the same queue
// and the same retry policy in virtual time. Everything else should hide behind it.
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "vectora/http/curl_client.h"
#include "vectora/http/host_queue.h"
#include "vectora/http/loopback_server.h"
#include "vectora/http/retry.h"
#include "vectora/http/test_codings.h"

namespace vectora::http {
namespace {

constexpr size_t kHosts = 200;
constexpr size_t kFeedsPerHost = 10;
constexpr int64_t kServerMs = 50;

enum class Fault { kReset, kStall, kTooMany, kBusy, kTruncated, kLoop, kNone };

CurlOptions settings() {
  CurlOptions options;
  options.concurrency = 2000;
  options.per_host = 2;
  options.delay_ms = 0;
  options.timeout_ms = 3000;
  options.retries = 1;
  options.allow_private_addresses = true;
  return options;
}

// One feed in a hundred fails in each way, spread over the hosts.
Fault fault_of(size_t feed) {
  const size_t mixed = feed * 2654435761U >> 7U;
  const size_t share = mixed % 100;
  return share < static_cast<size_t>(Fault::kNone) ? static_cast<Fault>(share) : Fault::kNone;
}

size_t host_of(size_t feed) { return feed % kHosts; }

std::string address(size_t host) { return "127.0.7." + std::to_string(host + 1); }

std::string path(size_t feed) { return "/" + std::to_string(feed); }

Reply answer(const ReceivedRequest& request, const std::string& packed) {
  Reply reply;
  switch (fault_of(std::stoul(request.target.substr(1)))) {
    case Fault::kReset: reply.then = Reply::Then::kReset; break;
    case Fault::kStall: reply.then = Reply::Then::kStall; break;
    case Fault::kTooMany: reply = http::reply(429, {{"retry-after", "2"}}, "slow down"); break;
    case Fault::kBusy: reply = http::reply(503, {}, "busy"); break;
    case Fault::kTruncated:
      reply = http::reply(200, {{"content-encoding", "gzip"}}, packed.substr(0, packed.size() / 2));
      break;
    case Fault::kLoop: reply = http::reply(302, {{"location", request.target}}, ""); break;
    case Fault::kNone: reply = http::reply(200, {{"content-encoding", "gzip"}}, packed); break;
  }
  reply.delay_ms = kServerMs;
  return reply;
}

std::string feed_text() {
  std::string text = "<rss><channel>";
  for (int i = 0; i < 100; ++i)
    text += "<item><title>News " + std::to_string(i * 7919) + "</title><description>" +
            std::string(400, static_cast<char>('a' + i % 26)) + "</description></item>";
  return text + "</channel></rss>";
}

// A process that serves until it is killed.
struct Server {
  pid_t process = 0;
  int port = 0;
};

Server start_server() {
  int ports[2] = {-1, -1};
  if (::pipe(ports) != 0) std::abort();
  Server server;
  server.process = ::fork();
  if (server.process == 0) {
    ServerOptions options;
    options.addresses.clear();
    for (size_t host = 0; host < kHosts; ++host) options.addresses.push_back(address(host));
    const std::string packed = gzip(feed_text());
    LoopbackServer running(
        [&packed](const ReceivedRequest& request) { return answer(request, packed); }, options);
    const int port = running.port();
    if (::write(ports[1], &port, sizeof port) != sizeof port) std::abort();
    for (;;) ::pause();
  }
  if (::read(ports[0], &server.port, sizeof server.port) != sizeof server.port) std::abort();
  ::close(ports[0]);
  ::close(ports[1]);
  return server;
}

// What one attempt takes and gives.
struct Expected {
  int64_t duration_ms = kServerMs;
  Outcome outcome = Response{};
};

Expected expected(Fault fault) {
  Response response;
  switch (fault) {
    case Fault::kReset: return {kServerMs, Failure{FailureReason::kConnect, ""}};
    case Fault::kStall: return {settings().timeout_ms, Failure{FailureReason::kTimeout, ""}};
    case Fault::kTooMany:
      response.status = 429;
      response.headers["retry-after"] = "2";
      return {kServerMs, response};
    case Fault::kBusy: response.status = 503; return {kServerMs, response};
    case Fault::kTruncated: return {kServerMs, Failure{FailureReason::kProtocol, ""}};
    case Fault::kLoop:
      return {kServerMs * (settings().max_redirects + 1), Failure{FailureReason::kRefused, ""}};
    case Fault::kNone: break;
  }
  response.status = 200;
  return {kServerMs, response};
}

// When the last request of one host ends, in virtual time.
int64_t time_of_host(size_t host) {
  const CurlOptions options = settings();
  const RetryPolicy policy{options.retries, options.retry_base_ms, options.max_retry_after_ms};
  HostQueue queue({options.concurrency, options.per_host, options.delay_ms});
  for (size_t feed = host; feed < kHosts * kFeedsPerHost; feed += kHosts)
    queue.push({.id = feed, .host = "h"});
  std::multimap<int64_t, size_t> running;  // by the end
  std::map<size_t, int> attempts;
  int64_t now = 0;
  while (!queue.empty()) {
    while (const auto feed = queue.pop(now))
      running.emplace(now + expected(fault_of(*feed)).duration_ms, *feed);
    const auto next = queue.next_start();
    if (running.empty() || (next && *next < running.begin()->first)) {
      now = std::max(now, *next);
      continue;
    }
    const auto [end, feed] = *running.begin();
    running.erase(running.begin());
    now = end;
    queue.release("h");
    const Outcome outcome = expected(fault_of(feed)).outcome;
    const auto wait = retry_delay_ms(policy, {"GET", ++attempts[feed]}, outcome, Instant());
    if (!wait) continue;
    if (fault_of(feed) == Fault::kTooMany) queue.pause("h", now + *wait);
    queue.push({.id = feed, .host = "h", .not_before_ms = now + *wait});
  }
  return now;
}

int64_t time_of_slowest_host() {
  int64_t slowest = 0;
  for (size_t host = 0; host < kHosts; ++host) slowest = std::max(slowest, time_of_host(host));
  return slowest;
}

void fetch_2000_feeds(benchmark::State& state) {
  const Server server = start_server();
  std::vector<Request> requests;
  for (size_t feed = 0; feed < kHosts * kFeedsPerHost; ++feed)
    requests.push_back({.url = *Url::parse("http://" + address(host_of(feed)) + ":" +
                                           std::to_string(server.port) + path(feed))});
  const auto client = make_curl_client(settings());
  std::map<std::string, int> outcomes;
  int64_t milliseconds = 0;
  for ([[maybe_unused]] const auto step : state) {
    const auto start = std::chrono::steady_clock::now();
    client->fetch(requests, [&outcomes](size_t, const Outcome& outcome) {
      const auto* response = std::get_if<Response>(&outcome);
      ++outcomes[response != nullptr ? std::to_string(response->status)
                                     : std::string(to_string(std::get<Failure>(outcome).reason))];
    });
    milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
                       std::chrono::steady_clock::now() - start)
                       .count();
  }
  ::kill(server.process, SIGKILL);
  ::waitpid(server.process, nullptr, 0);

  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const int64_t slowest = time_of_slowest_host();
  state.counters["total_ms"] = static_cast<double>(milliseconds);
  state.counters["slowest_host_ms"] = static_cast<double>(slowest);
  state.counters["ratio"] = static_cast<double>(milliseconds) / static_cast<double>(slowest);
  state.counters["resident_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
  for (const auto& [outcome, count] : outcomes) std::printf("%s: %d\n", outcome.c_str(), count);
}

BENCHMARK(fetch_2000_feeds)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace vectora::http
