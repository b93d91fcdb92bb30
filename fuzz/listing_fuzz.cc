// Any bytes are a page: its listing is read in bounded time, each entry has a
// title and an absolute address, and no address comes twice.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "vectora/page/listing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vectora;
  page::ListingOptions options;
  options.url = Url::parse("https://www.a.example/news/");
  if (size > 0 && data[0] % 2 == 0) options.now = Date::from_civil(2026, 3, 10);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<page::Listing> listing = page::read_listing(bytes, options);
  if (!listing) return 0;
  std::set<std::string> seen;
  for (const page::ListingEntry& entry : listing->entries) {
    const std::optional<Url> url = Url::parse(entry.url);
    if (entry.title.empty() || !url || !seen.insert(url->canonical()).second) std::abort();
  }
  return 0;
}
