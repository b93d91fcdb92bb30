// Sends calls to one bucket: signed, side by side, and again where that helps.
//
// Sent again, with growing random waits: what did not get through (connection, time-out,
// broken answer), 429, 500, 502, 503, 504, RequestTimeout (400) and
// ConditionalRequestConflict (409). Each attempt is signed anew. So a call may be done
// twice, and libcurl too sends again what a kept connection lost. Threads: any number.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "vectora/aws/credentials/credentials.h"
#include "vectora/aws/s3/answer.h"
#include "vectora/aws/s3/call.h"
#include "vectora/base/clock.h"
#include "vectora/http/http.h"

namespace vectora::aws {

struct S3Transport {
  size_t concurrency = 16;  // requests in flight for one call of `send_all`
  int tries = 6;
  int64_t first_wait_ms = 200;  // doubles each time
  int64_t timeout_ms = 120000;  // for one attempt
  int64_t max_bytes = 1'000'000'000;
  std::string ca_file = {};  // trusted certificates, PEM; empty: the system's
};

class S3Client {
 public:
  S3Client(BucketAddress address, std::shared_ptr<CredentialsSource> credentials,
           std::shared_ptr<const Clock> clock, S3Transport transport);

  // A success; an error's text says what to do.
  Result<http::Response> send(const S3Call& call);
  // Any answer, also one that refuses; `accepted` makes of it what `send` gives.
  Result<http::Response> ask(const S3Call& call);
  Result<http::Response> accepted(const S3Call& call, http::Response response) const;
  // Answers in the order of the calls; the error of the first that failed.
  Result<std::vector<http::Response>> send_all(const std::vector<S3Call>& calls);

  const BucketAddress& address() const { return address_; }

 private:
  using Answers = std::vector<Result<http::Response>>;

  Answers attempt_all(const std::vector<S3Call>& calls);
  Result<std::vector<http::Request>> signed_requests(const std::vector<S3Call>& calls,
                                                     const std::vector<size_t>& indices,
                                                     const Credentials& credentials) const;
  Result<http::Response> answered(const S3Call& call, http::Outcome outcome) const;

  // Clients that wait for their next use, with their open connections.
  std::unique_ptr<http::Client> take_client();
  void give_back(std::unique_ptr<http::Client> client);

  const BucketAddress address_;
  const std::shared_ptr<CredentialsSource> credentials_;
  const std::shared_ptr<const Clock> clock_;
  const S3Transport transport_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<http::Client>> idle_;
};

}  // namespace vectora::aws
