#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vectora/base/url.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// What parses must parse again to itself, and so must what it resolves; what two
// spellings of one address share is an address, and shares it with itself.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const auto base = vectora::Url::parse("https://a.example/b/c?d");
  for (const auto& url : {vectora::Url::parse(bytes), base->resolve(bytes)}) {
    if (!url || url->str().size() > vectora::Url::kMaxLength) continue;
    const auto again = vectora::Url::parse(url->str());
    check(again && again->str() == url->str());
    check(again->canonical() == url->canonical());
    check(url->without_credentials().find('@') == std::string::npos ||
          url->str().find('@') != std::string::npos);
  }
  return 0;
}
