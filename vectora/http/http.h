// HTTP as a port: requests in, each answered once by a response or a failure.
//
//   client.fetch(requests, [&](size_t index, Outcome outcome) { ... });
//
// The implementation over libcurl is vectora/http/curl_client.h; a fake that
// answers from a table is vectora/http/fake_client.h. Reading what was captured
// earlier is not HTTP: see vectora/pipeline.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/url.h"

namespace vectora::http {

// Names in lower case; of repeated headers the values joined by ", ".
using Headers = std::map<std::string, std::string>;

struct Request {
  Url url;
  std::string method = "GET";
  Headers headers;   // added to the client's own (User-Agent, Accept-Encoding)
  std::string body;
  bool verify_tls = true;      // false only where the catalog says so; reported each run
  bool respect_robots = true;  // false only where the catalog says so; reported each run
};

struct Response {
  int status = 0;          // also 304 and errors: a status is an answer
  std::string final_url;   // after redirects, without credentials
  Headers headers;
  std::string body;        // decompressed
  Instant received;
  int64_t bytes_on_wire = 0;

  std::string header(std::string_view name) const;  // name in lower case; empty: absent
  std::string charset() const;                      // of Content-Type, lower case, or empty
};

// Why there is no response. Persisted by name in run records.
enum class FailureReason { kDns, kConnect, kTls, kTimeout, kTooLarge, kRefused, kProtocol };

std::string_view to_string(FailureReason reason);  // dns, connect, tls, timeout, too_large, ...

struct Failure {
  FailureReason reason = FailureReason::kConnect;
  std::string detail;  // one sentence; never holds credentials
};

using Outcome = std::variant<Response, Failure>;

class Client {
 public:
  virtual ~Client() = default;

  // Returns when each request has been answered. `done` is called once a
  // request, on the calling thread, in order of completion; a body is released
  // when `done` returns, so memory is bounded by what is in flight.
  virtual void fetch(const std::vector<Request>& requests,
                     const std::function<void(size_t index, Outcome outcome)>& done) = 0;
};

}  // namespace vectora::http
