// Asking a server only for what has changed: conditional requests (RFC 9110, 13)
// and how long an answer stays good (RFC 9111, 4.2).
//
//   add_to(request, validators_of(last_response));      // a 304 comes back if nothing changed
//   if (now < fresh_until(last_response, 86400)) ...    // not even worth asking
//
// Of a private cache: s-maxage does not count. Left out aloud: heuristic
// freshness (an answer that says nothing about its lifetime has none).
#pragma once

#include <cstdint>
#include <string>

#include "vectora/http/http.h"

namespace vectora::http {

// What a server needs to tell whether its answer would be the same. Opaque.
struct Validators {
  std::string etag;           // with its quotes and its W/
  std::string last_modified;  // as the server spelt it

  bool empty() const { return etag.empty() && last_modified.empty(); }
  bool operator==(const Validators&) const = default;
};

// A field that cannot be sent back is left out: too long, or with a control character.
Validators validators_of(const Response& response);

// If-None-Match and If-Modified-Since; a server that knows both goes by the first.
void add_to(Request& request, const Validators& validators);

// The fields of a stored answer once a 304 with these has confirmed it (RFC 9111, 3.2).
Headers confirmed(Headers stored, const Headers& confirming);

// False where Cache-Control says no-store: a later request may not use the answer.
bool may_store(const Response& response);

// Seconds from the answer's creation; 0: use it once.
int64_t freshness_lifetime_s(const Response& response);

// Seconds between the answer's creation and its arrival.
int64_t age_at_arrival_s(const Response& response);

// Until when asking again is pointless, at most `max_s` after its arrival: a
// site's mistake must not silence it for years. Never before the arrival.
Instant fresh_until(const Response& response, int64_t max_s);

}  // namespace vectora::http
