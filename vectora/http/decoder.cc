#include "vectora/http/decoder.h"

#include <algorithm>

#include "vectora/http/http.h"

namespace vectora::http {
namespace {

constexpr size_t kMaxCodings = 4;

// Null for a coding that is passed on as it is.
std::unique_ptr<Coding> coding_named(std::string_view name) {
  if (name == "gzip" || name == "x-gzip") return make_zlib_coding(ZlibForm::kGzip);
  if (name == "deflate") return make_zlib_coding(ZlibForm::kDeflate);
  if (name == "br") return make_brotli_coding();
  if (name == "zstd") return make_zstd_coding();
  return nullptr;
}

}  // namespace

Result<Decoder> Decoder::for_codings(std::string_view codings, size_t max_bytes) {
  Decoder decoder(max_bytes);
  const std::string names = lower_case(codings);
  for (size_t begin = 0; begin <= names.size();) {
    const size_t end = std::min(names.find(',', begin), names.size());
    auto coding = coding_named(trimmed(std::string_view(names).substr(begin, end - begin)));
    if (coding) decoder.stages_.push_back({std::move(coding), 0});
    if (decoder.stages_.size() > kMaxCodings)
      return Error{ErrorCode::kMalformed, "more codings on top of one another than anybody needs"};
    begin = end + 1;
  }
  std::reverse(decoder.stages_.begin(), decoder.stages_.end());
  return decoder;
}

Result<void> Decoder::write(std::string_view bytes, std::string& body) {
  any_ = any_ || !bytes.empty();
  std::string present(bytes);
  for (Stage& stage : stages_) {
    std::string decoded;
    TRY(stage.coding->write(present, decoded, max_bytes_ - stage.produced));
    stage.produced += decoded.size();
    present = std::move(decoded);
  }
  if (present.size() > max_bytes_ - body.size())
    return Error{ErrorCode::kTooLarge, "larger than " + std::to_string(max_bytes_) + " bytes"};
  body += present;
  return {};
}

Result<void> Decoder::finish() const {
  const bool whole = std::all_of(stages_.begin(), stages_.end(),
                                 [](const Stage& stage) { return stage.coding->ended(); });
  if (any_ && !whole) return Error{ErrorCode::kMalformed, "the compressed body ends early"};
  return {};
}

Result<std::string> unpacked(std::string bytes, size_t max_bytes) {
  if (!bytes.starts_with("\x1F\x8B")) return bytes;
  Decoder decoder = TRY(Decoder::for_codings("gzip", max_bytes));
  std::string body;
  TRY(decoder.write(bytes, body));
  TRY(decoder.finish());
  return body;
}

}  // namespace vectora::http
