#include "vectora/store/content.h"

#include <zstd.h>

#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "vectora/store/buckets.h"
#include "vectora/store/transfer.h"

namespace vectora::store {
namespace {

constexpr int kLevel = 3;
constexpr size_t kMaxWaitingBytes = 8000000;
constexpr size_t kMaxWaiting = 256;
constexpr size_t kThreads = 8;     // looked for at a time
constexpr int kMaxWindowLog = 24;  // a frame may not make its reader take more than 16 MB

struct FreeCompressor {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

Error malformed(std::string_view why) {
  return {ErrorCode::kMalformed, "not a whole zstd frame: " + std::string(why)};
}

Error too_large(size_t max_bytes) {
  return {ErrorCode::kTooLarge, "more than " + std::to_string(max_bytes) + " bytes decompressed"};
}

}  // namespace

std::string pack(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size =
      ZSTD_compress2(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size());
  assert(!ZSTD_isError(size));  // the bound is enough, and nothing else can fail
  frame.resize(size);
  return frame;
}

// Grows with what comes out, so that a frame that claims much costs nothing.
Result<std::string> unpack(std::string_view frame, size_t max_bytes) {
  const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  std::string block(ZSTD_DStreamOutSize(), '\0');
  std::string bytes;
  ZSTD_inBuffer in{frame.data(), frame.size(), 0};
  for (;;) {
    ZSTD_outBuffer out{block.data(), block.size(), 0};
    const size_t status = ZSTD_decompressStream(context.get(), &out, &in);
    if (ZSTD_isError(status)) return malformed(ZSTD_getErrorName(status));
    if (out.pos > max_bytes - bytes.size()) return too_large(max_bytes);
    bytes.append(block.data(), out.pos);
    if (status == 0) return bytes;
    if (in.pos == in.size && out.pos < out.size) return malformed("it ends early");
  }
}

Result<Digest> put_content(ObjectStore& data, std::string_view bytes) {
  const Digest digest = sha256(bytes);
  const auto written = data.put_if_absent(keys::raw_object(digest), pack(bytes));
  if (!written && written.error().code != ErrorCode::kConflict) return written.error();
  return digest;
}

Result<Digest> ContentBatch::add(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  const std::string key = keys::raw_object(digest);
  if (!waiting_.emplace(key, bytes).second) return digest;
  waiting_bytes_ += bytes.size();
  if (waiting_bytes_ >= kMaxWaitingBytes || waiting_.size() >= kMaxWaiting) TRY(flush());
  return digest;
}

Result<void> ContentBatch::flush() {
  std::vector<std::pair<std::string, std::string>> all(std::make_move_iterator(waiting_.begin()),
                                                       std::make_move_iterator(waiting_.end()));
  waiting_.clear();
  waiting_bytes_ = 0;
  std::vector<char> is_there(all.size());
  const auto look = [&](size_t i) -> Result<void> {
    auto& [key, bytes] = all[i];
    const Result<ObjectInfo> known = data_.head(key);
    is_there[i] = known ? 1 : 0;
    if (known) return {};
    if (known.error().code != ErrorCode::kNotFound) return known.error();
    bytes = pack(bytes);
    return {};
  };
  TRY(in_parallel(all.size(), kThreads, look));
  std::vector<Write> writes;
  for (size_t i = 0; i < all.size(); ++i)
    if (is_there[i] == 0) writes.push_back({all[i].first, all[i].second});
  return data_.put_all(writes);
}

Result<std::string> get_content(ObjectStore& data, const Digest& digest, size_t max_bytes) {
  const std::string key = keys::raw_object(digest);
  const Object object = TRY(data.get(key));
  std::string bytes = TRY_IN(key, unpack(object.bytes, max_bytes));
  if (sha256(bytes) != digest)
    return Error{ErrorCode::kMalformed, key + ": the bytes are not those of this digest"};
  return bytes;
}

}  // namespace vectora::store
