// Capture: one collection of sources, enough to replay it.
//
// A capture lists each request with what came back; bodies are stored apart, by
// digest. Every later step reads captures, never the network, so a run can be
// made again with another configuration, offline, to the same bytes.
//
// Format (version 1), in raw/captures/YYYY/MM/DD/{capture_id}.json:
//   {"version": 1, "capture_id": "...", "captured_at": RFC 3339,
//    "requests": [{"source_key", "kind": "source"|"detail", "url", "final_url", "time",
//                  "status", "headers": {}, "body": "sha256:...",
//                  "failure": {"reason", "detail"}, "moved_to", "asked"}]}
// A capture kept as a folder names bodies as files ("body_file") instead.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/id.h"
#include "vectora/base/json.h"
#include "vectora/http/http.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

enum class RequestKind { kSource, kDetail };

struct Exchange {
  SourceKey source;
  RequestKind kind = RequestKind::kSource;
  std::string url;        // as the catalog or the entry names it, without credentials
  std::string final_url;  // after redirects
  Instant time;
  int status = 0;         // 0: no answer, `failure` says why
  http::Headers headers;  // only those that reading needs
  Digest body;            // of a 304: of the body that it confirms; empty: none
  bool asked = true;      // false: the stored body was still good, nobody was asked
  std::string moved_to;   // where permanent redirects lead instead of `url`; empty: nowhere
  std::string failure;    // a reason's name: dns, connect, tls, ...
  std::string failure_detail;
};

struct Capture {
  std::string id;
  Instant captured_at;
  std::vector<Exchange> exchanges;

  // Of its content: what run records and run ids name.
  Digest digest() const;
};

Json to_json(const Capture& capture);
Result<Capture> capture_from_json(const Json& json);

// Stores the record; bodies must be there already.
Result<void> save_capture(store::ObjectStore& data, const Capture& capture);

// A capture of the store, by id; "latest" is the newest.
Result<Capture> load_capture(store::ObjectStore& data, const std::string& id);

// A capture kept as a folder with capture.json, or that file itself: its bodies
// go into the store, which makes it like any other.
Result<Capture> import_capture(store::ObjectStore& data, const std::filesystem::path& path);

// The headers that reading and revalidating need; the rest is not kept.
http::Headers kept_headers(const http::Headers& headers);

}  // namespace vectora::pipeline
