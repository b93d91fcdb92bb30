#include "vectora/config/schema/bounds.h"

#include <algorithm>

#include "vectora/base/json.h"
#include "vectora/base/url.h"
#include "vectora/feed/feed.h"
#include "vectora/feed/json_list.h"
#include "vectora/feed/json_path.h"
#include "vectora/feed/sitemap.h"
#include "vectora/feed/values.h"
#include "vectora/feed/xml/content.h"
#include "vectora/feed/xml/declared_entities.h"
#include "vectora/feed/xml_tree.h"
#include "vectora/http/robots.h"
#include "vectora/http/robots_client.h"
#include "vectora/page/dom.h"

namespace vectora::config {
namespace {

constexpr int64_t kMebibyte = 1 << 20;
constexpr int64_t kKibibyte = 1 << 10;

// 50000 -> "50,000"
template <class Number>
std::string grouped(Number value) {
  std::string digits = std::to_string(value);
  for (auto at = static_cast<ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<size_t>(at), ",");
  return digits;
}

void add_fetching(std::vector<Bound>& bounds) {
  const http::RobotsOptions robots;
  const http::CurlOptions curl;
  const std::vector<Bound> rows = {
      {"an answer, also after decompression", "`http.max_bytes`, at most 64 MB",
       "the source fails: `too_large`"},
      {"headers of an answer", "256 KiB", "the source fails: `too_large`"},
      {"content codings of an answer; window of zstd", "4; 8 MB", "the source fails: `connect`"},
      {"time to connect", "15 s", "the source fails: `timeout`"},
      {"a pause that a server asks for (Retry-After)",
       grouped(curl.max_retry_after_ms / 1000) + " s", "not waited for: the answer counts"},
      {"a pause that robots.txt asks for (Crawl-delay)",
       grouped(robots.max_crawl_delay_ms / 1000) + " s", "shortened to that"},
      {"robots.txt; a line of it", grouped(http::Robots::kMaxBytes) + " bytes; 16,384 bytes",
       "the rest is not read"},
      {"a robots.txt that is remembered", "64 KiB, for 30 days", "asked for in each run"},
      {"pages of a source's entries that are remembered", "1,000, for 30 days", "read again"},
      {"an ETag or Last-Modified", "1,024 bytes", "not sent back"},
      {"an address", grouped(Url::kMaxLength) + " bytes", "is no address"},
      {"what `source probe` asks for", "5 linked feeds, 5 sitemaps, 3 parts of an index",
       "not asked for"},
      {"a capture's file, a stored body", "64 MB", "refused"},
      {"an object in a snapshot", "1 GiB", "refused"},
      {"a key of the store", "1,024 bytes, 255 a segment", "refused"},
  };
  bounds.insert(bounds.end(), rows.begin(), rows.end());
}

void add_feeds(std::vector<Bound>& bounds) {
  using feed::xml::DeclaredEntities;
  const feed::Options feed;
  const std::vector<Bound> rows = {
      {"entries of a feed", grouped(feed.max_entries), "further ones are not read"},
      {"one text of a feed",
       grouped(static_cast<int64_t>(feed::xml::ContentReader::kMaxBytes) / kMebibyte) + " MiB",
       "cut"},
      {"an attribute; a date; an author of a feed", "64 KiB; 256 bytes; 1,024 bytes",
       "not read; no date; as it is"},
      {"authors, categories, enclosures of an entry", grouped(feed::kMaxListSize) + " each",
       "further ones are not read"},
      {"depth of a feed's XML", grouped(feed.max_depth), "flattened"},
      {"entities that a feed declares; one; all expansions",
       grouped(DeclaredEntities::kMaxCount) + "; " + grouped(DeclaredEntities::kMaxValueBytes) +
           " bytes; " +
           grouped(static_cast<int64_t>(DeclaredEntities::kMaxExpandedBytes) / kKibibyte) + " KiB",
       "not expanded"},
      {"pages of a sitemap", grouped(feed::kMaxSitemapPages), "further ones are not read"},
      {"parts of an index of sitemaps", "the latest 20", "not asked for"},
      {"a packed sitemap (gz)", "64 MB unpacked", "the source fails: `parse`"},
      {"an XML answer of a service; an element of it",
       grouped(feed::kMaxXmlElements) + " elements, " + grouped(feed::kMaxXmlDepth) + " levels; " +
           grouped(feed::kMaxXmlNames) + " names",
       "the source fails: `parse`"},
      {"depth of JSON; members of one object",
       grouped(kMaxJsonDepth) + "; " + grouped(kMaxJsonMembers) + " (of a service's answer 1,000)",
       "not read"},
      {"ids that a first answer lists", grouped(feed::kMaxIds), "further ones are not asked for"},
      {"steps of a path in `api`; a text with paths",
       grouped(feed::kMaxPathSteps) + "; 1,000 characters", "refused by `validate`"},
      {"values of a `*` in a path", grouped(feed::kMaxPathValues), "further ones are not read"},
  };
  bounds.insert(bounds.end(), rows.begin(), rows.end());
}

void add_pages(std::vector<Bound>& bounds) {
  const std::vector<Bound> rows = {
      {"an HTML page", "64 MiB", "not read"},
      {"depth of HTML", grouped(page::Dom::kMaxDepth) + " elements", "flattened"},
      {"JSON-LD of an article", "2 MiB a script, 6 objects deep", "not looked at"},
      {"JSON in a list page", "8 MiB a script, 1,000 entries", "not looked at"},
      {"an entry of a list page found by structure",
       "1,500 elements, 45 links, a title of 45 words or 600 bytes", "is none"},
      {"groups of elements of a list page; elements of one", "4,000; 2,000",
       "further ones are not looked at"},
      {"work on the structure of a list page", "5,000,000 nodes",
       "dates of headings are no longer given to entries"},
      {"title of an article", "400 bytes", "another candidate is taken"},
      {"a CSS selector; its work on a page", "16,384 bytes, nesting 16; 20,000,000 steps",
       "refused by `validate`; the search ends"},
      {"a PDF", "20 s, 512 MiB of memory, 2 MB of text", "no text; more text is cut"},
      {"text of an item, unless `max_content_length` says otherwise",
       "1,000 bytes (basic), 2,000 (summary), 20,000 (full article)", "cut at a sentence"},
      {"summary of an item", "5 of its first 60 sentences, 900 bytes", "left out"},
      {"names found in an item; by one open-world pattern", "1,000; 200",
       "further ones are not read"},
      {"what a run looks back for known items", "90 days, or twice the window",
       "an older entry counts as new; the window keeps it out"},
  };
  bounds.insert(bounds.end(), rows.begin(), rows.end());
}

void add_configuration(std::vector<Bound>& bounds) {
  const std::vector<Bound> rows = {
      {"configuration", "5,000 files, 16 MB a file, 64 MB in all", "refused"},
      {"a YAML file", "64 levels, 300,000 nodes, 1,024 bytes a key", "refused"},
      {"a regular expression", "4 MiB compiled", "refused by `validate`"},
      {"a combination (`AND`, `OR`) of a profile or matching rule", "depth 32, 64 alternatives",
       "refused by `validate`"},
  };
  bounds.insert(bounds.end(), rows.begin(), rows.end());
}

}  // namespace

std::vector<Bound> fixed_bounds() {
  std::vector<Bound> bounds;
  add_fetching(bounds);
  add_feeds(bounds);
  add_pages(bounds);
  add_configuration(bounds);
  return bounds;
}

}  // namespace vectora::config
