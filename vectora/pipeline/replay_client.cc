#include "vectora/pipeline/replay_client.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "vectora/store/content.h"
#include "vectora/store/transfer.h"

namespace vectora::pipeline {
namespace {

constexpr size_t kWindow = 32;  // bodies in memory at a time
constexpr size_t kThreads = 8;  // of which so many are being read

std::string lookup_name(const Url& url) {
  const std::string name = url.without_credentials();
  return name.substr(0, name.find('#'));
}

http::FailureReason reason_named(std::string_view name) {
  using Reason = http::FailureReason;
  for (const Reason reason : {Reason::kDns, Reason::kConnect, Reason::kTls, Reason::kTimeout,
                              Reason::kTooLarge, Reason::kRefused, Reason::kProtocol})
    if (http::to_string(reason) == name) return reason;
  return Reason::kProtocol;
}

class ReplayClient : public http::Client {
 public:
  ReplayClient(const Capture& capture, store::ObjectStore& data) : data_(data) {
    for (const Exchange& exchange : capture.exchanges) {
      const auto url = Url::parse(exchange.url);
      if (url) by_url_.emplace(lookup_name(*url), &exchange);
    }
  }

  void fetch(const std::vector<http::Request>& requests,
             const std::function<void(size_t, http::Outcome)>& done) override {
    for (size_t begin = 0; begin < requests.size(); begin += kWindow) {
      std::vector<http::Outcome> outcomes(std::min(kWindow, requests.size() - begin));
      const auto read = [&](size_t i) -> Result<void> {
        outcomes[i] = answer(requests[begin + i]);
        return {};
      };
      // A body that cannot be read is an outcome: there is no error to pass on.
      static_cast<void>(store::in_parallel(outcomes.size(), kThreads, read));
      for (size_t i = 0; i < outcomes.size(); ++i) done(begin + i, std::move(outcomes[i]));
    }
  }

 private:
  http::Outcome answer(const http::Request& request) const {
    const auto found = by_url_.find(lookup_name(request.url));
    if (found == by_url_.end())
      return http::Failure{http::FailureReason::kRefused, "not in the capture"};
    const Exchange& exchange = *found->second;
    if (!exchange.failure.empty())
      return http::Failure{reason_named(exchange.failure), exchange.failure_detail};
    http::Response response;
    response.status = exchange.status;
    response.final_url = exchange.final_url;
    response.headers = exchange.headers;
    response.received = exchange.time;
    response.moved_to = exchange.moved_to;
    if (exchange.body.empty()) return response;
    Result<std::string> body = store::get_content(data_, exchange.body);
    if (!body)
      return http::Failure{http::FailureReason::kRefused,
                           "the capture's body is unreadable: " + body.error().message};
    response.body = *std::move(body);
    return response;
  }

  std::unordered_map<std::string, const Exchange*> by_url_;
  store::ObjectStore& data_;
};

}  // namespace

std::unique_ptr<http::Client> make_replay_client(const Capture& capture, store::ObjectStore& data) {
  return std::make_unique<ReplayClient>(capture, data);
}

}  // namespace vectora::pipeline
