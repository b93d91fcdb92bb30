#include "vectora/base/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace vectora {
namespace {

constexpr std::string_view kPrefix = "sha256:";
constexpr size_t kHexLength = 64;

[[noreturn]] void give_up() {
  std::fputs("the OpenSSL of this machine gives no SHA-256\n", stderr);
  std::abort();
}

bool is_lower_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

std::optional<Digest> Digest::parse(std::string_view text) {
  if (text.starts_with(kPrefix)) text.remove_prefix(kPrefix.size());
  if (text.size() != kHexLength || !std::all_of(text.begin(), text.end(), is_lower_hex))
    return std::nullopt;
  Digest digest;
  digest.hex_ = text;
  return digest;
}

Digest sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), raw.data(), &size, EVP_sha256(), nullptr) != 1)
    give_up();
  static constexpr std::string_view kDigits = "0123456789abcdef";
  Digest digest;
  digest.hex_.reserve(kHexLength);
  for (unsigned int i = 0; i < size; ++i) {
    digest.hex_ += kDigits[raw[i] >> 4U];
    digest.hex_ += kDigits[raw[i] & 15U];
  }
  return digest;
}

}  // namespace vectora
