// Content by digest: bodies of captures, written once, compressed (zstd).
//
// `pack` and `unpack` are the form in which contents lie, wherever they lie.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "vectora/base/digest.h"
#include "vectora/store/object_store.h"

namespace vectora::store {

// Stores the bytes under keys::raw_object(sha256(bytes)) unless they are there.
Result<Digest> put_content(ObjectStore& data, std::string_view bytes);

// Bodies on their way into the store, many to one sync of the disk.
//
//   ContentBatch batch(data);
//   const Digest digest = TRY(batch.add(bytes));
//   TRY(batch.flush());          // from here on a record may name the digest
//
// What waits is bounded: 8 MB or 256 bodies are looked for and, where they are missing,
// written at once. A batch that ends without `flush` has lost what waited.
class ContentBatch {
 public:
  explicit ContentBatch(ObjectStore& data) : data_(data) {}

  Result<Digest> add(std::string_view bytes);
  Result<void> flush();

 private:
  ObjectStore& data_;
  std::map<std::string, std::string> waiting_;  // by key: bytes
  size_t waiting_bytes_ = 0;
};

// The bytes of a digest, verified against it; kMalformed if they do not agree,
// kTooLarge beyond `max_bytes` decompressed.
Result<std::string> get_content(ObjectStore& data, const Digest& digest,
                                size_t max_bytes = 64000000);

// One zstd frame with a checksum; the same bytes give the same frame.
std::string pack(std::string_view bytes);

// kMalformed for what is no whole frame, kTooLarge beyond `max_bytes` decompressed,
// of which no more is ever held.
Result<std::string> unpack(std::string_view frame, size_t max_bytes);

}  // namespace vectora::store
