#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include "test/keys/workspace_flips.h"
#include "vectora/app/cli/live_client.h"
#include "vectora/http/loopback_server.h"

namespace vectora::keys {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto kLongGap = std::chrono::milliseconds(1400);
constexpr int64_t kSlowMs = 1500;  // longer than the shortest timeout
constexpr int64_t kBusyMs = 1900;  // a request that waits for another one comes after kLongGap

// A server with two addresses, so that it is two hosts, and what it was asked.
class Server {
 public:
  Server()
      : server_([this](const http::ReceivedRequest& request) { return answer(request); },
                {{"127.0.0.1", "127.0.0.2"}}) {}

  // "1 /busy" is a page of the first host, "2 /busy" of the second.
  std::string url(const std::string& page) const {
    return "http://127.0.0." + page.substr(0, 1) + ":" + std::to_string(server_.port()) +
           page.substr(2);
  }

  std::string received() const {
    std::map<std::string, int> asked;
    for (const http::ReceivedRequest& request : server_.log())
      ++asked[request.target + " by " + request.headers.at("user-agent")];
    std::string all;
    for (const auto& [target, count] : asked) all += target + " " + std::to_string(count) + "\n";
    return all + (longest_gap_ >= kLongGap ? "with pauses\n" : "");
  }

 private:
  http::Reply answer(const http::ReceivedRequest& request) {
    const Steady::time_point now = Steady::now();
    if (last_ != Steady::time_point()) longest_gap_ = std::max(longest_gap_, now - last_);
    last_ = now;
    const std::string& page = request.target;
    http::Reply reply = http::reply(200, {}, std::string(2000, '.'));
    if (page == "/robots.txt") reply = http::reply(200, {}, "User-agent: *\nDisallow: /private\n");
    if (page == "/moved") reply = http::reply(302, {{"location", "/page"}}, "");
    if (page == "/flaky") reply = http::reply(503, {{"retry-after", "0"}}, "");
    if (page == "/slow") reply.delay_ms = kSlowMs;
    if (page == "/busy") reply.delay_ms = kBusyMs;
    return reply;
  }

  Steady::time_point last_;
  Steady::duration longest_gap_ = {};
  http::LoopbackServer server_;
};

std::string told(const http::Outcome& outcome) {
  if (const auto* failure = std::get_if<http::Failure>(&outcome))
    return std::string(http::to_string(failure->reason));
  return std::to_string(std::get<http::Response>(outcome).status);
}

}  // namespace

std::vector<NetworkFlip> network_flips() {
  return {
      {"http.contact", "workspace http.contact: someone@example.org", {"1 /page"}},
      {"http.concurrency", "workspace http.concurrency: 1", {"1 /busy", "2 /busy"}},
      {"http.per_host", "workspace http.per_host: 1", {"1 /busy", "1 /busy"}},
      {"http.delay_ms", "workspace http.delay_ms: 1900", {"1 /page", "1 /page"}},
      {"http.timeout_s", "workspace http.timeout_s: 1", {"1 /slow"}},
      {"http.max_bytes", "workspace http.max_bytes: 1000", {"1 /page"}},
      {"http.allow_private_addresses",
       "workspace http.allow_private_addresses: false",
       {"1 /page"}},
      {"http.respect_robots", "workspace http.respect_robots: false", {"1 /private"}},
      {"http.retries", "workspace http.retries: 0", {"1 /flaky"}},
      {"http.max_redirects", "workspace http.max_redirects: 0", {"1 /moved"}},
  };
}

std::string fetch_pages(const World& world, const std::vector<std::string>& pages) {
  const config::LoadedWorkspace loaded = config::load_workspace(world.files());
  const Server server;
  std::vector<http::Request> requests;
  for (const std::string& page : pages) requests.push_back({.url = *Url::parse(server.url(page))});
  std::vector<std::string> answers(pages.size());
  const app::LiveClient live = app::open_live_client(loaded.workspace.http);
  live.client->fetch(requests,
                     [&](size_t index, http::Outcome outcome) { answers[index] = told(outcome); });
  std::string all;
  for (size_t i = 0; i < pages.size(); ++i) all += pages[i] + ": " + answers[i] + "\n";
  return all + server.received();
}

}  // namespace vectora::keys
