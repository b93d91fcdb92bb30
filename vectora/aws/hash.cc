#include "vectora/aws/hash.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace vectora::aws {
namespace {

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string text_of(const unsigned char* bytes, size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

Error unavailable(const std::string& hash) {
  return {ErrorCode::kUnavailable, "the OpenSSL of this machine gives no " + hash};
}

}  // namespace

Result<std::string> hmac_sha256(std::string_view key, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  const unsigned char* done = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
                                   data_of(text), text.size(), out.data(), &size);
  if (done == nullptr) return unavailable("HMAC-SHA256");
  return text_of(out.data(), size);
}

Result<std::string> md5(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  const int done = EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_md5(), nullptr);
  if (done != 1) return unavailable("MD5");
  return text_of(out.data(), size);
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), data_of(bytes),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<size_t>(size));
  return text;
}

}  // namespace vectora::aws
