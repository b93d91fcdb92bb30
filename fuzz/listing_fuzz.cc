// Any bytes are a page: its listing is read in bounded time, each entry has a
// title of one line and an absolute address, no address comes twice, no day lies
// ahead, and a page read again gives the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/page/listing.h"

namespace {

using namespace vectora;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_entry(const page::ListingEntry& entry, const page::ListingOptions& options) {
  check(!entry.title.empty() && is_valid_utf8(entry.title) && is_valid_utf8(entry.description));
  check(entry.title.find_first_of("\r\n") == std::string::npos);
  check(Url::parse(entry.url).has_value() && is_valid_utf8(entry.date_text));
  check(entry.published.has_value() == (entry.date_source != page::DateSource::kNone));
  if (!entry.published) return;
  check(Date::parse(entry.published->day.str()) == entry.published->day);
  check(!options.now || entry.published->day <= *options.now + 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  page::ListingOptions options;
  options.url = Url::parse("https://www.a.example/news/");
  if (size > 0 && data[0] % 2 == 0) options.now = Date::from_civil(2026, 3, 10);
  if (size > 0 && data[0] % 3 == 0) options.selectors.item = "li, tr, div, a";
  options.max_items = 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<page::Listing> listing = page::read_listing(bytes, options);
  if (!listing) return 0;
  check(listing->entries.size() <= options.max_items);
  check(listing->next_page.empty() || Url::parse(listing->next_page));
  std::set<std::string> seen;
  for (const page::ListingEntry& entry : listing->entries) {
    check_entry(entry, options);
    check(seen.insert(Url::parse(entry.url)->canonical()).second);
  }
  const Result<page::Listing> again = page::read_listing(bytes, options);
  check(again.ok() && again->entries.size() == listing->entries.size());
  for (size_t i = 0; i < again->entries.size(); ++i)
    check(again->entries[i].title == listing->entries[i].title &&
          again->entries[i].url == listing->entries[i].url);
  return 0;
}
