// SHA-256 (FIPS 180-4): how content is named.
//
//   sha256("abc").str()      "sha256:ba7816bf8f01cfea414140de5dae2223..."
//   sha256("abc").hex()      "ba7816bf8f01cfea..."
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace vectora {

class Digest {
 public:
  Digest() = default;  // names nothing; empty() is true

  // "sha256:" and 64 hexadecimal digits, or the digits alone.
  static std::optional<Digest> parse(std::string_view text);

  const std::string& hex() const { return hex_; }
  std::string str() const { return "sha256:" + hex_; }
  bool empty() const { return hex_.empty(); }

  auto operator<=>(const Digest&) const = default;

 private:
  friend Digest sha256(std::string_view bytes);

  std::string hex_;
};

// Never empty. Each OpenSSL has SHA-256, in FIPS mode too; where it gives none all the same,
// memory or the library is broken, and the program ends with a word on standard error.
Digest sha256(std::string_view bytes);

}  // namespace vectora
