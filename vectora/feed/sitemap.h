// Sitemaps: the addresses of a site, or of its sitemaps.
//
//   const Result<Sitemap> map = parse_sitemap(bytes, {.url = url});
//   if (map->is_index) for (const SitemapPage& part : map->pages) ...   // ask these
//
// Follows https://www.sitemaps.org/protocol.html and the news extension
// (https://www.google.com/schemas/sitemap-news/0.9), which gives a page its title and
// day of publication. Elements are known by their local names; ill-formed XML is read
// as its author meant it. Left out aloud: sitemaps in plain text, and changefreq and
// priority, which say nothing of a page. One pass, no entity but the predefined ones
// is expanded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/base/url.h"
#include "vectora/text/lenient_date.h"

namespace vectora::feed {

struct SitemapPage {
  std::string url;                            // absolute
  std::optional<text::ParsedDate> changed;    // lastmod: published then or earlier
  std::string title;                          // news:title
  std::optional<text::ParsedDate> published;  // news:publication_date
  std::string language;                       // news:language
};

struct Sitemap {
  bool is_index = false;
  std::vector<SitemapPage> pages;  // latest first (published, else changed), then in their order
};

constexpr size_t kMaxSitemapPages = 50000;  // the protocol's own bound; further ones are not read

struct SitemapOptions {
  std::string transport_charset;  // of the Content-Type header, or empty
  std::optional<Url> url;         // where it came from, to resolve addresses
};

// kMalformed if the bytes are no sitemap.
Result<Sitemap> parse_sitemap(std::string_view bytes, const SitemapOptions& options = {});

}  // namespace vectora::feed
