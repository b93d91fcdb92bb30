// Vault: the contents of an environment's snapshots, each once.
//
//   VaultWriter writer(config, known);
//   const Digest digest = TRY(writer.keep(bytes));   // kept once, whoever asks
//   TRY(writer.flush());                             // now it lies in the store
//   const std::string same = TRY(fetch(config, digest));
//
// A content lies under snapshots/objects/{aa}/{sha256} as one zstd frame. The digest is
// that of the bytes as they lie in the environment: a stored body of a capture, a frame
// itself, is kept as the frame that it is, so that restoring gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "vectora/base/digest.h"
#include "vectora/store/object_store.h"

namespace vectora::ops::snapshot {

// The largest object that a snapshot takes; larger ones are kTooLarge.
inline constexpr size_t kMaxObjectBytes = size_t{1} << 30U;

// By digits, since most contents are asked for once.
using Known = std::unordered_set<std::string>;

// Keeps contents, many at a time. What is in `known` is there and is not written.
class VaultWriter {
 public:
  VaultWriter(store::ObjectStore& config, Known known)
      : config_(config), known_(std::move(known)) {}

  Result<Digest> keep(std::string_view bytes);
  Result<void> flush();

  uint64_t objects_written() const { return objects_written_; }
  uint64_t bytes_written() const { return bytes_written_; }  // as they lie in the store

 private:
  struct Frame {
    std::string key;
    std::string bytes;
  };

  store::ObjectStore& config_;
  Known known_;
  std::vector<Frame> waiting_;
  size_t waiting_bytes_ = 0;
  uint64_t objects_written_ = 0;
  uint64_t bytes_written_ = 0;
};

// The bytes of a digest, checked against it; kNotFound, kMalformed name the key.
Result<std::string> fetch(store::ObjectStore& config, const Digest& digest);

// Whether the error is one of what lies there, not of a store that does not answer.
bool is_damage(const Error& error);

// Of several digests, at the same time; each in its place, what failed with its error.
std::vector<Result<std::string>> fetch_all(store::ObjectStore& config,
                                           const std::vector<Digest>& digests);

}  // namespace vectora::ops::snapshot
