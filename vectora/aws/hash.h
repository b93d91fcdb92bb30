// Hashes that AWS asks for, beyond the SHA-256 of base.
#pragma once

#include <string>
#include <string_view>

namespace vectora::aws {

std::string hmac_sha256(std::string_view key, std::string_view text);  // 32 bytes
std::string md5(std::string_view bytes);                               // 16 bytes
std::string hex(std::string_view bytes);                               // lower case
std::string base64(std::string_view bytes);

}  // namespace vectora::aws
