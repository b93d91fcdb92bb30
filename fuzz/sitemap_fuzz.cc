#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/feed/sitemap.h"

// Any bytes give an error, or pages with addresses and titles in valid UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vectora::feed::SitemapOptions options;
  options.url = vectora::Url::parse("https://a.example/sitemap.xml");
  const auto map = vectora::feed::parse_sitemap(
      std::string_view(reinterpret_cast<const char*>(data), size), options);
  if (!map) return 0;
  for (const auto& page : map->pages) {
    if (!vectora::Url::parse(page.url)) std::abort();
    if (!vectora::is_valid_utf8(page.title)) std::abort();
  }
  return 0;
}
