// Content by digest: bodies of captures, written once, compressed (zstd).
#pragma once

#include <string>
#include <string_view>

#include "vectora/base/digest.h"
#include "vectora/store/object_store.h"

namespace vectora::store {

// Stores the bytes under keys::raw_object(sha256(bytes)) unless they are there.
Result<Digest> put_content(ObjectStore& data, std::string_view bytes);

// The bytes of a digest, verified against it; kMalformed if they do not agree,
// kTooLarge beyond `max_bytes` decompressed.
Result<std::string> get_content(ObjectStore& data, const Digest& digest,
                                size_t max_bytes = 64000000);

}  // namespace vectora::store
