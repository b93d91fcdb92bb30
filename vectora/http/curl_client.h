// The HTTP client of this product: libcurl multi, one event loop, polite.
//
// HTTP/1.1 and HTTP/2; gzip, deflate, brotli and zstd; redirects of GET and HEAD
// followed, within http and https, a few; sizes bounded while streaming, also
// after decompression; addresses that are not public refused after resolution and
// on each redirect (address_guard.h); retries with exponential back-off, where
// Retry-After is honoured (retry.h); per host a limit and a delay (host_queue.h).
// Cookies live as long as one request. Proxies, .netrc and other settings of the
// environment are not looked at. Raises the process's soft limit of open files.
// Memory is bounded by concurrency times max_bytes; threads by the number of names
// that are resolved at once. Threads: one `fetch` at a time, never out of `done`.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/http/http.h"

namespace vectora::http {

struct CurlOptions {
  std::string contact = {};            // e-mail or URL in the User-Agent
  int concurrency = 64;                // requests in flight; fewer where open files are scarce
  int per_host = 2;                    // of these, to one host
  int64_t delay_ms = 500;              // between the starts of two requests to one host
  int64_t timeout_ms = 20000;          // for one attempt, connection included
  int64_t max_bytes = 20000000;        // of a body, before and after decompression
  int max_redirects = 5;               // 0: a redirect is the answer
  int retries = 2;                     // after the first attempt
  int64_t retry_base_ms = 500;         // first back-off; doubles; Retry-After wins
  int64_t max_retry_after_ms = 60000;  // longer demands are not waited for
  bool allow_private_addresses = false;
  std::vector<std::string> allowed_addresses = {};  // "10.1.2.3": allowed though not public
  std::string proxy = {};    // "http://host:3128"; empty: none. It may be private.
  std::string ca_file = {};  // trusted certificates, PEM; empty: the system's
};

std::unique_ptr<Client> make_curl_client(CurlOptions options);

// "VectoraInbox/0.1.0 (+ops@example.org)"; a character that no header may hold is "?".
std::string user_agent(std::string_view contact);

// The name by which robots.txt files address this client.
constexpr std::string_view kProductToken = "VectoraInbox";

}  // namespace vectora::http
