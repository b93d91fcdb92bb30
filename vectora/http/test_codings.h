// Packs bytes as servers do, for tests.
#pragma once

#include <string>

namespace vectora::http {

std::string gzip(const std::string& bytes);
std::string deflated(const std::string& bytes);       // with the zlib header
std::string bare_deflated(const std::string& bytes);  // without
std::string brotli(const std::string& bytes);
std::string zstd(const std::string& bytes);

}  // namespace vectora::http
