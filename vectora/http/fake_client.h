// A client that answers from a table and keeps a log: for tests.
//
//   FakeClient client;
//   client.on("https://a.example/feed", FakeClient::ok("<rss/>"));
//   client.on("https://a.example/feed", Failure{FailureReason::kTimeout, "too slow"});  // 2nd time
//   ... client.log()[0].headers
//
// Answers come in the order of the requests. The table knows addresses without
// fragment and credentials; one that it does not know fails with kConnect.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "vectora/http/http.h"

namespace vectora::http {

class FakeClient : public Client {
 public:
  static Response ok(std::string body, std::string content_type = "application/rss+xml") {
    Response response;
    response.status = 200;
    response.headers["content-type"] = std::move(content_type);
    response.body = std::move(body);
    return response;
  }

  static Response status(int status) {
    Response response;
    response.status = status;
    return response;
  }

  // The answer for an address; called again, the one after; the last stays.
  FakeClient& on(const std::string& url, Outcome outcome) {
    answers_[url].push_back(std::move(outcome));
    return *this;
  }

  void fetch(const std::vector<Request>& requests,
             const std::function<void(size_t index, Outcome outcome)>& done) override {
    for (size_t i = 0; i < requests.size(); ++i) {
      log_.push_back(requests[i]);
      done(i, next(requests[i].url));
    }
  }

  const std::vector<Request>& log() const { return log_; }

 private:
  Outcome next(const Url& url) {
    const auto found = answers_.find(url.without_credentials());
    if (found == answers_.end())
      return Failure{FailureReason::kConnect, "no answer in the table for " + url.str()};
    size_t& served = served_[found->first];
    Outcome outcome = found->second[std::min(served++, found->second.size() - 1)];
    if (auto* response = std::get_if<Response>(&outcome); response && response->final_url.empty())
      response->final_url = url.without_credentials();
    return outcome;
  }

  std::map<std::string, std::vector<Outcome>> answers_;
  std::map<std::string, size_t> served_;
  std::vector<Request> log_;
};

}  // namespace vectora::http
