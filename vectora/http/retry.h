// When a request is worth another attempt, and how long to wait for it.
//
// Attempted again: names that do not resolve, connections that fail, time-outs,
// broken answers, and the statuses 429, 500, 502, 503 and 504. What we refused
// ourselves, what is too large and what fails in TLS would do so again. A method
// that is not idempotent (RFC 9110, 9.2.2) is repeated only where the server
// cannot have acted on it: no connection, or 429.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vectora/http/http.h"

namespace vectora::http {

struct RetryPolicy {
  int retries = 2;                     // after the first attempt
  int64_t base_ms = 500;               // the first wait; each later one is twice as long
  int64_t max_retry_after_ms = 60000;  // a server that asks for more gets no further attempt
};

struct Attempt {
  std::string method = "GET";
  int number = 1;  // 1: the first
};

// The wait before the next attempt; nothing: `outcome` is final.
std::optional<int64_t> retry_delay_ms(const RetryPolicy& policy, const Attempt& attempt,
                                      const Outcome& outcome, Instant now);

// Retry-After (RFC 9110, 10.2.3), seconds or a date, as milliseconds from `now`.
std::optional<int64_t> parse_retry_after(std::string_view value, Instant now);

}  // namespace vectora::http
