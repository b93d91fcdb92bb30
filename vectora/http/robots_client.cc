#include "vectora/http/robots_client.h"

#include <algorithm>
#include <map>
#include <optional>

#include "vectora/http/robots.h"

namespace vectora::http {
namespace {

// What is known of an origin.
struct Site {
  Robots robots;
  std::optional<Failure> unreachable;
};

Site site_from(const Outcome& outcome, const std::string& product_token) {
  if (const auto* failure = std::get_if<Failure>(&outcome)) {
    if (failure->reason == FailureReason::kRefused) return {};
    return {{}, Failure{failure->reason, "robots.txt: " + failure->detail}};
  }
  const auto& response = std::get<Response>(outcome);
  if (response.status >= 500)
    return {
        {},
        Failure{FailureReason::kRefused, "robots.txt answers " + std::to_string(response.status) +
                                             ", which disallows everything until it can be read"}};
  if (response.status < 200 || response.status >= 300) return {};
  return {Robots::parse(response.body, product_token), std::nullopt};
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
  // Of origins that are not known yet.
  void fetch_robots(const std::vector<Request>& requests) {
    std::map<std::string, Request> missing;
    for (const Request& request : requests) {
      const std::string site = origin(request.url);
      if (!request.respect_robots || sites_.contains(site)) continue;
      Request& robots = missing[site];
      robots.url = *request.url.resolve("/robots.txt");
      robots.verify_tls = robots.verify_tls && request.verify_tls;
    }
    std::vector<Request> wanted;
    for (auto& [site, request] : missing) wanted.push_back(std::move(request));
    inner_.fetch(wanted, [&](size_t index, const Outcome& outcome) {
      sites_[origin(wanted[index].url)] = site_from(outcome, options_.product_token);
    });
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
