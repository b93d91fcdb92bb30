// Feeds: bytes in, entries out, as their publishers worded them.
//
//   const Result<Feed> feed = parse_feed(bytes, {.transport_charset = "utf-8", .url = url});
//   for (const Entry& entry : feed->entries) ...
//
// Reads RSS 0.9x to 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0,
// Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.x (https://jsonfeed.org). Namespaces
// are known by their URI, not by their prefix; ill-formed XML is repaired as
// readers do; no entity is expanded but the predefined, HTML's and short texts
// that the document declares, none is fetched. One pass, memory bounded by the
// input: a text of more than 8 MiB is cut.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/base/url.h"
#include "vectora/text/lenient_date.h"

namespace vectora::feed {

struct Enclosure {
  std::string url;
  std::string type;

  bool operator==(const Enclosure&) const = default;
};

// Text fields are trimmed and decoded but not interpreted; summary and content
// may be HTML. A field that the feed does not give is empty.
struct Entry {
  std::string title;                          // plain text: markup and references resolved
  std::string link;                           // absolute where it could be resolved
  std::string id;                             // guid, rdf:about, atom:id
  std::optional<text::ParsedDate> published;  // pubDate, published, issued, date_published
  std::optional<text::ParsedDate> updated;    // updated, modified, date_modified
  std::string date_text;                      // the publication date as written
  std::string summary;                        // description, summary
  std::string content;                        // content:encoded, content, content_html
  std::vector<std::string> authors;
  std::vector<std::string> categories;
  std::vector<Enclosure> enclosures;
};

enum class Format { kRss, kRdf, kAtom, kJson };

struct Feed {
  Format format = Format::kRss;
  std::string title;
  std::string link;
  std::string description;
  std::string id;
  std::string language;
  std::string author;
  std::optional<text::ParsedDate> updated;
  std::string encoding;        // as decoded: "utf-8"
  std::vector<Entry> entries;  // document order; empty when an entry sink was given
};

struct Options {
  std::string transport_charset;  // of the Content-Type header, or empty
  std::optional<Url> url;         // where the feed came from, to resolve links
  size_t max_entries = 100000;    // further ones are not read
  int max_depth = 512;            // of XML elements; deeper ones are flattened
  // When given, each entry goes here as soon as it is complete, and
  // Feed::entries stays empty: a feed of any size in constant memory.
  std::function<void(Entry&&)> sink;
};

// kMalformed if the bytes are no feed ("an HTML page", "empty", "JSON without
// items"); the message says what they look like.
Result<Feed> parse_feed(std::string_view bytes, const Options& options = {});

}  // namespace vectora::feed
