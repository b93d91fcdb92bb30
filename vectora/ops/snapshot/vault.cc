#include "vectora/ops/snapshot/vault.h"

#include "vectora/ops/snapshot/batch.h"
#include "vectora/ops/snapshot/names.h"
#include "vectora/store/content.h"
#include "vectora/store/transfer.h"

namespace vectora::ops::snapshot {
namespace {

Error not_read() { return {ErrorCode::kUnavailable, "not read"}; }

}  // namespace

Result<Digest> VaultWriter::keep(std::string_view bytes) {
  if (bytes.size() > kMaxObjectBytes)
    return Error{ErrorCode::kTooLarge, "more than 1 GiB: too large for a snapshot"};
  const Digest digest = sha256(bytes);
  if (!known_.insert(digest.hex()).second) return digest;
  waiting_.push_back({object_key(digest), store::pack(bytes)});
  waiting_bytes_ += waiting_.back().bytes.size();
  if (waiting_.size() >= kBatchObjects || waiting_bytes_ >= kBatchBytes) TRY(flush());
  return digest;
}

Result<void> VaultWriter::flush() {
  std::vector<store::Write> writes;
  for (const Frame& frame : waiting_) writes.push_back({frame.key, frame.bytes});
  TRY(config_.put_all(writes));
  objects_written_ += waiting_.size();
  bytes_written_ += waiting_bytes_;
  waiting_.clear();
  waiting_bytes_ = 0;
  return {};
}

Result<std::string> fetch(store::ObjectStore& config, const Digest& digest) {
  const std::string key = object_key(digest);
  const store::Object object = TRY(config.get(key));
  std::string bytes = TRY_IN(key, store::unpack(object.bytes, kMaxObjectBytes));
  if (sha256(bytes) != digest)
    return Error{ErrorCode::kMalformed, key + ": the bytes are not those of this digest"};
  return bytes;
}

bool is_damage(const Error& error) {
  return error.code == ErrorCode::kNotFound || error.code == ErrorCode::kMalformed ||
         error.code == ErrorCode::kTooLarge;
}

std::vector<Result<std::string>> fetch_all(store::ObjectStore& config,
                                           const std::vector<Digest>& digests) {
  std::vector<Result<std::string>> contents(digests.size(), not_read());
  const auto work = [&](size_t i) -> Result<void> {
    contents[i] = fetch(config, digests[i]);
    return {};
  };
  // `work` keeps its errors: there is none to pass on.
  static_cast<void>(store::in_parallel(digests.size(), kThreads, work));
  return contents;
}

}  // namespace vectora::ops::snapshot
