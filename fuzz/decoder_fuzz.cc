#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vectora/http/decoder.h"

namespace {

constexpr size_t kMaxBytes = 100000;
constexpr std::array<std::string_view, 6> kCodings = {"gzip", "deflate",       "br",
                                                      "zstd", "gzip, deflate", "br, gzip"};

// What comes out when the bytes arrive `step` at a time, or why nothing does.
std::string decoded(std::string_view codings, std::string_view bytes, size_t step) {
  auto decoder = vectora::http::Decoder::for_codings(codings, kMaxBytes);
  std::string body;
  for (size_t at = 0; at < bytes.size(); at += step)
    if (!decoder->write(bytes.substr(at, step), body)) return "broken";
  if (body.size() > kMaxBytes) std::abort();
  return decoder->finish() ? "whole " + body : "cut";
}

}  // namespace

// The first byte names the coding. How the bytes are cut up makes no difference.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string_view codings = kCodings[data[0] % kCodings.size()];
  if (decoded(codings, bytes, bytes.size() + 1) != decoded(codings, bytes, 7)) std::abort();
  return 0;
}
