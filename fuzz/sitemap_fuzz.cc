#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/feed/sitemap.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

// The day by which the pages are sorted.
std::optional<vectora::Date> day_of(const vectora::feed::SitemapPage& page) {
  const auto& date = page.published ? page.published : page.changed;
  return date ? std::optional(date->day) : std::nullopt;
}

}  // namespace

// Any bytes give an error, or pages with addresses and titles in valid UTF-8, the
// latest first and those without a day last.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vectora::feed::SitemapOptions options;
  options.url = vectora::Url::parse("https://a.example/sitemap.xml");
  const auto map = vectora::feed::parse_sitemap(
      std::string_view(reinterpret_cast<const char*>(data), size), options);
  if (!map) return 0;
  check(map->pages.size() <= vectora::feed::kMaxSitemapPages);
  check(map->pages.size() <= size / 5);  // "<loc>"
  const vectora::feed::SitemapPage* before = nullptr;
  for (const auto& page : map->pages) {
    check(vectora::Url::parse(page.url).has_value());
    check(vectora::is_valid_utf8(page.title) && vectora::is_valid_utf8(page.language));
    check(before == nullptr || !day_of(page) ||
          (day_of(*before) && *day_of(*before) >= *day_of(page)));
    before = &page;
  }
  return 0;
}
