#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/url.h"

// What parses must parse again to itself, and so must what it resolves.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const auto base = vectora::Url::parse("https://a.example/b/c?d");
  for (const auto& url : {vectora::Url::parse(bytes), base->resolve(bytes)}) {
    if (!url || url->str().size() > vectora::Url::kMaxLength) continue;
    const auto again = vectora::Url::parse(url->str());
    if (!again || again->str() != url->str()) std::abort();
  }
  return 0;
}
