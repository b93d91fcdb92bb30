// The HTTP client of this product: libcurl multi, one event loop, polite.
//
// HTTP/1.1 and HTTP/2, gzip, deflate, brotli and zstd as libcurl offers;
// redirects limited; sizes bounded while streaming, also after decompression;
// addresses that are private, loopback or link-local refused after resolution
// and on each redirect; retries with exponential back-off for connection
// failures, 429 and 5xx, where Retry-After is honoured; per host a limit and a
// delay. Threads: one `fetch` at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "vectora/http/http.h"

namespace vectora::http {

struct CurlOptions {
  std::string contact;            // e-mail or URL in the User-Agent
  int concurrency = 64;           // requests in flight
  int per_host = 2;               // of these, to one host
  int64_t delay_ms = 500;         // between two requests to one host
  int64_t timeout_s = 20;         // for one attempt, connection included
  int64_t max_bytes = 20000000;   // of a body, before and after decompression
  int max_redirects = 5;
  int retries = 2;                // after the first attempt
  int64_t retry_base_ms = 500;    // first back-off; doubles; Retry-After wins
  int64_t max_retry_after_s = 60; // longer demands are not waited for
  bool allow_private_addresses = false;
};

std::unique_ptr<Client> make_curl_client(CurlOptions options);

}  // namespace vectora::http
