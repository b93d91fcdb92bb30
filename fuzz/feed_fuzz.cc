#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/json.h"
#include "vectora/base/utf8.h"
#include "vectora/feed/feed_json.h"

// Any bytes give an error or JSON that is valid, whichever way it is written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  vectora::feed::Options options;
  options.url = vectora::Url::parse("https://feeds.example/news/feed.xml");
  const auto feed = vectora::feed::parse_feed(bytes, options);
  const auto streamed = vectora::feed::parse_to_json(bytes, options);
  if (feed.ok() != streamed.ok()) std::abort();
  if (!feed) return 0;
  const std::string json = vectora::feed::to_json(*feed);
  if (json != *streamed || !vectora::is_valid_utf8(json)) std::abort();
  if (!vectora::parse_json(json)) std::abort();
  return 0;
}
