// Hashes that AWS asks for, beyond the SHA-256 of base. kUnavailable where the machine's
// OpenSSL does not give one: in FIPS mode there is no MD5.
#pragma once

#include <string>
#include <string_view>

#include "vectora/base/result.h"

namespace vectora::aws {

Result<std::string> hmac_sha256(std::string_view key, std::string_view text);  // 32 bytes
Result<std::string> md5(std::string_view bytes);                               // 16 bytes
std::string hex(std::string_view bytes);                                       // lower case
std::string base64(std::string_view bytes);

}  // namespace vectora::aws
