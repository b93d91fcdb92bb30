#include "vectora/aws/s3/client.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <random>
#include <thread>

#include "vectora/http/curl_client.h"
#include "vectora/http/retry.h"

namespace vectora::aws {
namespace {

constexpr int64_t kMaxWaitMs = 20000;

bool is_temporary(const S3Fault& fault) {
  return fault.code == "RequestTimeout" || fault.code == "ConditionalRequestConflict" ||
         fault.code == "InternalError" || fault.code == "SlowDown" ||
         fault.code == "OperationAborted";
}

// The same wait for all that are sent again together; random, so that many who were
// turned away at once do not come back at once.
void wait_some_of(int64_t milliseconds) {
  static thread_local std::minstd_rand random(std::random_device{}());
  const int64_t longest = std::min(milliseconds, kMaxWaitMs);
  std::uniform_int_distribution<int64_t> any(longest / 2, longest);
  std::this_thread::sleep_for(std::chrono::milliseconds(any(random)));
}

// The wait before the next attempt; nothing: `outcome` is final. Every call of ours may
// be repeated, whatever its method.
std::optional<int64_t> wait_before_next(const S3Transport& transport, int attempt,
                                        http::Outcome outcome, Instant now) {
  if (auto* response = std::get_if<http::Response>(&outcome)) {
    const auto fault = fault_in(*response);
    if (fault && is_temporary(*fault)) response->status = 503;
  }
  const http::RetryPolicy policy{transport.tries - 1, transport.first_wait_ms, kMaxWaitMs};
  return http::retry_delay_ms(policy, {"PUT", attempt}, outcome, now);
}

}  // namespace

S3Client::S3Client(BucketAddress address, std::shared_ptr<CredentialsSource> credentials,
                   std::shared_ptr<const Clock> clock, S3Transport transport)
    : address_(std::move(address)),
      credentials_(std::move(credentials)),
      clock_(std::move(clock)),
      transport_(std::move(transport)) {}

std::unique_ptr<http::Client> S3Client::take_client() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto client = std::move(idle_.back());
      idle_.pop_back();
      return client;
    }
  }
  const int concurrency = static_cast<int>(transport_.concurrency);
  return http::make_curl_client({.concurrency = concurrency,
                                 .per_host = concurrency,
                                 .delay_ms = 0,
                                 .timeout_ms = transport_.timeout_ms,
                                 .max_bytes = transport_.max_bytes,
                                 .max_redirects = 0,
                                 .retries = 0,
                                 .allow_private_addresses = true,
                                 .ca_file = transport_.ca_file});
}

void S3Client::give_back(std::unique_ptr<http::Client> client) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(client));
}

Result<http::Response> S3Client::send(const S3Call& call) {
  http::Response response = TRY(ask(call));
  return accepted(call, std::move(response));
}

Result<http::Response> S3Client::ask(const S3Call& call) { return attempt_all({call}).front(); }

Result<std::vector<http::Response>> S3Client::send_all(const std::vector<S3Call>& calls) {
  Answers answers = attempt_all(calls);
  std::vector<http::Response> good;
  for (size_t i = 0; i < calls.size(); ++i) {
    http::Response response = TRY(std::move(answers[i]));
    good.push_back(TRY(accepted(calls[i], std::move(response))));
  }
  return good;
}

Result<http::Response> S3Client::accepted(const S3Call& call, http::Response response) const {
  const auto fault = fault_in(response);
  if (!fault) return response;
  return to_error(address_, call, response, *fault);
}

Result<std::vector<http::Request>> S3Client::signed_requests(const std::vector<S3Call>& calls,
                                                             const std::vector<size_t>& indices,
                                                             const Credentials& credentials) const {
  std::vector<http::Request> requests;
  for (const size_t index : indices)
    requests.push_back(TRY(signed_request(to_request(address_, calls[index]), credentials,
                                          {address_.region(), "s3"}, clock_->now())));
  return requests;
}

S3Client::Answers S3Client::attempt_all(const std::vector<S3Call>& calls) {
  Answers answers(calls.size(), Error{});
  const Result<Credentials> credentials = credentials_->get(clock_->now());
  if (!credentials) return Answers(calls.size(), credentials.error().within(address_.str()));
  std::vector<size_t> pending(calls.size());
  std::iota(pending.begin(), pending.end(), size_t{0});

  auto client = take_client();
  for (int attempt = 1; !pending.empty(); ++attempt) {
    const auto requests = signed_requests(calls, pending, *credentials);
    if (!requests) return Answers(calls.size(), requests.error().within(address_.str()));
    std::vector<size_t> again;
    int64_t longest_wait = 0;
    client->fetch(*requests, [&](size_t i, http::Outcome outcome) {
      const size_t index = pending[i];
      if (const auto wait = wait_before_next(transport_, attempt, outcome, clock_->now())) {
        longest_wait = std::max(longest_wait, *wait);
        again.push_back(index);
        return;
      }
      answers[index] = answered(calls[index], std::move(outcome));
    });
    if (!again.empty()) wait_some_of(longest_wait);
    pending = std::move(again);
  }
  give_back(std::move(client));
  return answers;
}

Result<http::Response> S3Client::answered(const S3Call& call, http::Outcome outcome) const {
  if (const auto* failure = std::get_if<http::Failure>(&outcome))
    return to_error(address_, call, *failure);
  auto& response = std::get<http::Response>(outcome);
  response.received = clock_->now();  // of the clock that signs: what differs from the server's
  return std::move(response);
}

}  // namespace vectora::aws
