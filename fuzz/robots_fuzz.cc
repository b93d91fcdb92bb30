#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vectora/http/robots.h"

// The first line is a path, the rest a robots.txt. The file itself is always
// allowed, and a rule of ours that disallows everything can only close what is open.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using vectora::http::Robots;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view path = bytes.substr(0, bytes.find('\n'));
  const std::string file(bytes.substr(std::min(path.size() + 1, size)));
  static const auto base = vectora::Url::parse("https://a.example/");
  const auto url = base->resolve(path);
  if (!url) return 0;

  const Robots robots = Robots::parse(file, "VectoraInbox");
  const bool allowed = robots.allows(*url);
  if (!robots.allows(*base->resolve("/robots.txt"))) std::abort();
  if (robots.crawl_delay_ms() < 0 || robots.crawl_delay_ms() > 86400000) std::abort();
  if (file.size() > Robots::kMaxBytes / 2) return 0;

  const std::string closed = "User-agent: VectoraInbox\nDisallow: /\n\nUser-agent: x\nAllow:\n\n";
  if (Robots::parse(closed + file, "VectoraInbox").allows(*url) && !allowed) std::abort();
  return 0;
}
