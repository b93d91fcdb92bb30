#include "vectora/store/content.h"

#include <zstd.h>

#include <memory>

#include "vectora/store/buckets.h"

namespace vectora::store {
namespace {

constexpr int kLevel = 3;
constexpr size_t kMaxWaitingBytes = 8000000;
constexpr size_t kMaxWaiting = 256;
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
  if (waiting_.contains(key)) return digest;
  const Result<ObjectInfo> known = data_.head(key);
  if (known) return digest;
  if (known.error().code != ErrorCode::kNotFound) return known.error();
  std::string frame = pack(bytes);
  waiting_bytes_ += frame.size();
  waiting_.emplace(key, std::move(frame));
  if (waiting_bytes_ >= kMaxWaitingBytes || waiting_.size() >= kMaxWaiting) TRY(flush());
  return digest;
}

Result<void> ContentBatch::flush() {
  std::vector<Write> writes;
  for (const auto& [key, frame] : waiting_) writes.push_back({key, frame});
  TRY(data_.put_all(writes));
  waiting_.clear();
  waiting_bytes_ = 0;
  return {};
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
