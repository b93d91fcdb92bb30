#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <array>

#include "vectora/http/decoder.h"

namespace vectora::http {
namespace {

constexpr size_t kBlock = 1 << 16;
constexpr int kMaxZstdWindowLog = 23;  // RFC 9659: 8 MB
constexpr int kZlibOrGzip = MAX_WBITS + 32;
constexpr char kGzipStart = '\x1f';

using Block = std::array<uint8_t, kBlock>;

Error malformed(std::string_view coding) {
  return {ErrorCode::kMalformed, "the body is not " + std::string(coding)};
}

// Takes `count` bytes of `block` over, if there is room for them.
Result<void> append(const Block& block, size_t count, std::string& out, size_t& room) {
  if (count > room) return Error{ErrorCode::kTooLarge, "too large once decompressed"};
  room -= count;
  out.append(reinterpret_cast<const char*>(block.data()), count);
  return {};
}

class ZlibCoding : public Coding {
 public:
  explicit ZlibCoding(ZlibForm form) : form_(form) {}
  ~ZlibCoding() override {
    if (open_) inflateEnd(&stream_);
  }
  ZlibCoding(const ZlibCoding&) = delete;
  ZlibCoding& operator=(const ZlibCoding&) = delete;

  Result<void> write(std::string_view bytes, std::string& out, size_t room) override {
    if (bytes.empty()) return {};
    open(bytes.front());
    auto block = std::make_unique_for_overwrite<Block>();
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    while (!ended_ || starts_again()) {
      stream_.next_out = block->data();
      stream_.avail_out = kBlock;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      TRY(append(*block, kBlock - stream_.avail_out, out, room));
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
        return malformed(form_ == ZlibForm::kGzip ? "gzip" : "deflate");
      ended_ = status == Z_STREAM_END;
      if (!ended_ && stream_.avail_in == 0 && stream_.avail_out > 0) break;
    }
    return {};
  }

  bool ended() const override { return ended_; }

 private:
  // "deflate" should have zlib's header, whose low four bits say 8; some servers
  // send it bare, and no bare stream of use starts so.
  void open(char first) {
    if (open_) return;
    const bool bare = form_ == ZlibForm::kDeflate && (static_cast<uint8_t>(first) & 0x0FU) != 8;
    open_ = inflateInit2(&stream_, bare ? -MAX_WBITS : kZlibOrGzip) == Z_OK;
  }

  // A gzip file may have several members.
  bool starts_again() {
    if (form_ != ZlibForm::kGzip || stream_.avail_in == 0) return false;
    if (static_cast<char>(*stream_.next_in) != kGzipStart) return false;
    return inflateReset(&stream_) == Z_OK;
  }

  ZlibForm form_;
  z_stream stream_{};
  bool open_ = false;
  bool ended_ = false;
};

class BrotliCoding : public Coding {
 public:
  Result<void> write(std::string_view bytes, std::string& out, size_t room) override {
    auto block = std::make_unique_for_overwrite<Block>();
    const auto* next_in = reinterpret_cast<const uint8_t*>(bytes.data());
    size_t available_in = bytes.size();
    while (!ended()) {
      uint8_t* next_out = block->data();
      size_t available_out = kBlock;
      const auto status = BrotliDecoderDecompressStream(state_.get(), &available_in, &next_in,
                                                        &available_out, &next_out, nullptr);
      TRY(append(*block, kBlock - available_out, out, room));
      if (status == BROTLI_DECODER_RESULT_ERROR) return malformed("brotli");
      if (status == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) break;
    }
    return {};
  }

  bool ended() const override { return BrotliDecoderIsFinished(state_.get()) != 0; }

 private:
  struct Free {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
  };
  std::unique_ptr<BrotliDecoderState, Free> state_{
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
};

class ZstdCoding : public Coding {
 public:
  ZstdCoding() { ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, kMaxZstdWindowLog); }

  Result<void> write(std::string_view bytes, std::string& out, size_t room) override {
    auto block = std::make_unique_for_overwrite<Block>();
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (bool more = true; more && (in.pos < in.size || !ended_);) {
      ZSTD_outBuffer produced{block->data(), kBlock, 0};
      const size_t status = ZSTD_decompressStream(context_.get(), &produced, &in);
      if (ZSTD_isError(status) && ended_) return {};  // bytes after the end
      if (ZSTD_isError(status)) return malformed("zstd");
      TRY(append(*block, produced.pos, out, room));
      ended_ = status == 0;
      more = in.pos < in.size || produced.pos == kBlock;
    }
    return {};
  }

  bool ended() const override { return ended_; }

 private:
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  std::unique_ptr<ZSTD_DCtx, Free> context_{ZSTD_createDCtx()};
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Coding> make_zlib_coding(ZlibForm form) {
  return std::make_unique<ZlibCoding>(form);
}

std::unique_ptr<Coding> make_brotli_coding() { return std::make_unique<BrotliCoding>(); }

std::unique_ptr<Coding> make_zstd_coding() { return std::make_unique<ZstdCoding>(); }

}  // namespace vectora::http
