// HTTP as a port: requests in, each answered once by a response or a failure.
//
//   client.fetch(requests, [&](size_t index, Outcome outcome) { ... });
//
// The implementation over libcurl is vectora/http/curl_client.h; a fake that
// answers from a table is vectora/http/fake_client.h. Reading what was captured
// earlier is not HTTP: see vectora/pipeline.
#pragma once

#include <cstdint>
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
  Headers headers = {};  // with, or instead of, the client's own (user-agent, accept-encoding)
  std::string body = {};
  bool verify_tls = true;      // false only where the catalog says so; reported each run
  bool respect_robots = true;  // false only where the catalog says so; reported each run
  bool decode_body = true;     // false: the body as it came, whatever Content-Encoding says
  int64_t host_delay_ms = 0;   // before the next request to this host, if more than the client's
  int64_t timeout_ms = 0;      // for one attempt, if less than the client's; 0: the client's
};

struct Response {
  int status = 0;         // also 304 and errors: a status is an answer
  std::string final_url;  // after redirects, without credentials
  Headers headers;
  std::string body;  // decompressed, unless the request says otherwise
  Instant received;
  int64_t bytes_on_wire = 0;  // of the last hop, headers included, before decompression
  std::string moved_to;       // where permanent redirects (301, 308) led, for good; empty: nowhere

  std::string header(std::string_view name) const;  // name in lower case; empty: absent
  std::string charset() const;                      // of Content-Type, lower case, or empty
};

// Why there is no response. Persisted by name in run records.
//   kDns       the name does not resolve
//   kConnect   refused, unreachable, or reset before the answer was whole
//   kTls       handshake or certificate; the detail names what is wrong with it
//   kTimeout   the time for one attempt is over
//   kTooLarge  headers or body beyond the bound
//   kRefused   by us: private address, scheme, robots.txt, too many redirects
//   kProtocol  not HTTP, or a body that ends early or does not decompress
enum class FailureReason { kDns, kConnect, kTls, kTimeout, kTooLarge, kRefused, kProtocol };

std::string_view to_string(FailureReason reason);  // dns, connect, tls, timeout, too_large, ...

struct Failure {
  FailureReason reason = FailureReason::kConnect;
  std::string detail;  // one sentence; never holds credentials
};

using Outcome = std::variant<Response, Failure>;

std::string lower_case(std::string_view text);    // ASCII
std::string_view trimmed(std::string_view text);  // of blanks and tabs, as header values are

// "https://example.org": what robots.txt and connections belong to.
std::string origin(const Url& url);

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
