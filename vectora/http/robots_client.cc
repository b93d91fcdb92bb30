#include "vectora/http/robots_client.h"

#include <algorithm>
#include <map>
#include <optional>

#include "vectora/http/robots.h"

namespace vectora::http {
namespace {

constexpr int64_t kGoodForSeconds = 86400;
constexpr int kNotModified = 304;

// What is known of an origin.
struct Site {
  Robots robots;
  std::optional<Failure> unreachable;
};

bool is_success(int status) { return status >= 200 && status < 300; }

bool is_current(const RobotsAnswer& answer, Instant now) {
  return answer.received <= now && now < answer.received + kGoodForSeconds;
}

Site site_from(const RobotsAnswer& answer, const std::string& product_token) {
  if (!is_success(answer.status)) return {};
  return {Robots::parse(answer.body, product_token), std::nullopt};
}

// Too many redirects, and what we refuse, keep no rules from us.
bool is_unreachable(const Outcome& outcome) {
  const auto* failure = std::get_if<Failure>(&outcome);
  if (failure != nullptr) return failure->reason != FailureReason::kRefused;
  return std::get<Response>(outcome).status >= 500;
}

Failure why_unreachable(const Outcome& outcome) {
  if (const auto* failure = std::get_if<Failure>(&outcome))
    return {failure->reason, "robots.txt: " + failure->detail};
  return {FailureReason::kRefused, "robots.txt answers " +
                                       std::to_string(std::get<Response>(outcome).status) +
                                       ", which disallows everything until it can be read"};
}

class RobotsClient : public Client {
 public:
  RobotsClient(Client& inner, RobotsOptions options)
      : inner_(inner), options_(std::move(options)) {}

  void fetch(const std::vector<Request>& requests,
             const std::function<void(size_t index, Outcome outcome)>& done) override {
    fetch_robots(requests);
    std::vector<Request> allowed;
    std::vector<size_t> indexes;  // of `allowed`, in `requests`
    for (size_t i = 0; i < requests.size(); ++i) {
      if (auto failure = refused(requests[i])) {
        done(i, *std::move(failure));
      } else {
        allowed.push_back(paced(requests[i]));
        indexes.push_back(i);
      }
    }
    inner_.fetch(allowed,
                 [&](size_t index, Outcome outcome) { done(indexes[index], std::move(outcome)); });
  }

 private:
  // Of origins of which nothing is known yet that is good for today.
  void fetch_robots(const std::vector<Request>& requests) {
    std::map<std::string, Request> missing;
    for (const Request& request : requests) {
      const std::string site = origin(request.url);
      if (!request.respect_robots || sites_.contains(site)) continue;
      if (const RobotsAnswer* known = known_of(site); known && is_current(*known, options_.now)) {
        sites_[site] = site_from(*known, options_.product_token);
        continue;
      }
      Request& robots = missing[site];
      robots.url = *request.url.resolve("/robots.txt");
      robots.verify_tls = robots.verify_tls && request.verify_tls;
      if (const RobotsAnswer* known = known_of(site); known && is_success(known->status))
        add_to(robots, known->validators);
    }
    std::vector<Request> wanted;
    for (auto& [site, request] : missing) wanted.push_back(std::move(request));
    inner_.fetch(wanted, [&](size_t index, Outcome outcome) {
      learn(origin(wanted[index].url), std::move(outcome));
    });
  }

  const RobotsAnswer* known_of(const std::string& site) const {
    const auto found = options_.known.find(site);
    return found == options_.known.end() ? nullptr : &found->second;
  }

  void learn(const std::string& site, Outcome outcome) {
    const RobotsAnswer* known = known_of(site);
    if (is_unreachable(outcome)) {
      sites_[site] = known != nullptr ? site_from(*known, options_.product_token)
                                      : Site{{}, why_unreachable(outcome)};
      return;
    }
    RobotsAnswer answer;
    if (auto* response = std::get_if<Response>(&outcome)) {
      answer = {response->status, std::move(response->body), validators_of(*response),
                response->received};
      if (answer.status == kNotModified && known != nullptr) {
        answer = *known;
        answer.received = response->received;
      }
      if (options_.learned) options_.learned(site, answer);
    }
    sites_[site] = site_from(answer, options_.product_token);
  }

  std::optional<Failure> refused(const Request& request) const {
    if (!request.respect_robots) return std::nullopt;
    const Site& site = sites_.at(origin(request.url));
    if (site.unreachable) return site.unreachable;
    if (site.robots.allows(request.url)) return std::nullopt;
    return Failure{FailureReason::kRefused, "robots.txt disallows " + request.url.path()};
  }

  Request paced(Request request) const {
    if (!request.respect_robots) return request;
    const int64_t asked = sites_.at(origin(request.url)).robots.crawl_delay_ms();
    request.host_delay_ms =
        std::max(request.host_delay_ms, std::min(asked, options_.max_crawl_delay_ms));
    return request;
  }

  Client& inner_;
  RobotsOptions options_;
  std::map<std::string, Site> sites_;
};

}  // namespace

std::unique_ptr<Client> make_robots_client(Client& inner, RobotsOptions options) {
  return std::make_unique<RobotsClient>(inner, std::move(options));
}

}  // namespace vectora::http
