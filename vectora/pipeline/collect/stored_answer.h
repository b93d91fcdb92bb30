// What an address answered, kept for the next time it is asked.
//
// Only an answer that was read to its end is kept, and none that its server
// forbids to store (Cache-Control: no-store). The capture of the run that heard
// it is another matter: it records what the run was made of.
//
// JSON: {"url", "final_url", "headers": {}, "body": "sha256:...", "received", "fresh_until"}
#pragma once

#include <optional>
#include <string>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/json.h"
#include "vectora/http/http.h"

namespace vectora::pipeline {

struct StoredAnswer {
  std::string url;        // as the catalog or the entry names it, without credentials
  std::string final_url;  // after redirects
  http::Headers headers;  // those that reading and revalidating need
  Digest body;            // in the store
  Instant received;
  Instant fresh_until;  // by Cache-Control or Expires, as the server said it

  bool operator==(const StoredAnswer&) const = default;
};

Json to_json(const StoredAnswer& answer);
// Nothing where what is needed to use it is missing.
std::optional<StoredAnswer> stored_answer_from_json(const Json& json);

Json headers_to_json(const http::Headers& headers);
http::Headers headers_from_json(const Json& json, std::string_view member);

}  // namespace vectora::pipeline
