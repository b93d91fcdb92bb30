// One page as a list of news: a newsroom, a board, an archive.
//
//   const Result<Listing> listing = read_listing(html, {.url = *url});
//   for (const ListingEntry& entry : listing->entries) ...
//
// With selectors of the catalog, those decide. Without, the list is found by its
// structure: blocks that repeat with a link, a title and often a date; JSON-LD
// ItemList; microdata; tables. Navigation, "Read more", "Download attachment"
// and pagination are not entries; nested containers give one entry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/base/url.h"
#include "vectora/page/article.h"
#include "vectora/text/lenient_date.h"

namespace vectora::page {

// CSS selectors, each may be a comma list; empty ones are not used. `container`
// and `item` bound the search; the others are looked up inside an item.
struct ListingSelectors {
  std::string container;
  std::string item;
  std::string title;
  std::string url;
  std::string date;
  std::string description;

  bool empty() const { return item.empty(); }
};

struct ListingOptions {
  std::optional<Url> url;  // of the page
  std::string transport_charset;
  ListingSelectors selectors;
  std::string date_format;                 // strftime-like, "%Y.%m.%d"; tried first
  std::vector<text::Regex> date_patterns;  // group 1 is the date
  std::optional<Url> base_url;             // where the catalog overrides <base>
  std::optional<Date> now;                 // for relative dates
  size_t max_items = 200;
};

struct ListingEntry {
  std::string title;
  std::string url;  // absolute
  std::optional<text::ParsedDate> published;
  DateSource date_source = DateSource::kNone;
  std::string date_text;    // as written
  std::string description;  // text beside the title; empty: none
};

struct Listing {
  std::vector<ListingEntry> entries;  // document order
  std::string next_page;              // absolute; empty: none
  std::string language;
};

// kInvalidArgument if a selector does not compile (with its column). A page
// without a list gives no entries, not an error.
Result<Listing> read_listing(std::string_view bytes, const ListingOptions& options = {});

}  // namespace vectora::page
