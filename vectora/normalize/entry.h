// Entry: one thing that a source offered, whichever way it was read.
//
// Feeds, listings and APIs all end here. The texts are the publisher's, plain,
// never mixed with facts about the source.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/digest.h"
#include "vectora/base/id.h"
#include "vectora/feed/feed.h"
#include "vectora/feed/sitemap.h"
#include "vectora/page/article.h"
#include "vectora/page/listing.h"
#include "vectora/text/lenient_date.h"

namespace vectora::normalize {

// What is known of a source without reading it.
struct SourceFacts {
  SourceKey key;
  std::string type;  // press_corporate, press_sector, academic_database, regulator
  std::string display_name;
  std::string company;           // canonical name of the company whose newsroom it is, or empty
  std::string default_language;  // ISO 639-1
};

struct Entry {
  SourceKey source;
  std::string url;      // absolute; empty: unparsable
  std::string title;    // plain text
  std::string snippet;  // plain text that the list or feed gave
  std::string body;     // plain text of feed content, detail page or PDF; empty: none
  std::optional<text::ParsedDate> published;
  page::DateSource date_source = page::DateSource::kNone;
  std::optional<Date> changed;  // when its page last changed, as a sitemap says: no day of
                                // publication, but none lies after it
  std::string author;
  std::vector<std::string> tags;
  std::string language;     // as declared; empty: unknown
  Digest capture;           // body of the response it was read from
  Digest offer;             // of what the list or feed itself said: tells a revision of it
  std::string detail_note;  // why there is no body where one was wanted; empty: nothing to say
};

Entry from_feed(const SourceFacts& source, const feed::Entry& entry, const Digest& capture);
Entry from_listing(const SourceFacts& source, const page::ListingEntry& entry,
                   const Digest& capture);

Entry from_sitemap(const SourceFacts& source, const feed::SitemapPage& page, const Digest& capture);

// Adds what the entry's own page says. The list's date stays unless the page's
// is more trusted; the list's title stays unless it is cut or empty.
void enrich(Entry& entry, const page::Article& article);

}  // namespace vectora::normalize
