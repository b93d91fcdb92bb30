// What an address offers, as an entry of the catalog. Pure: answers in, a proposal
// out.
//
//   std::optional<Proposal> proposal = propose_feed(answer);
//   if (!proposal) for (const Url& feed : linked_feeds(answer)) ...   // ask these
//   if (!proposal) proposal = propose_listing(answer, today);
//   if (!proposal) for (const Url& map : named_sitemaps(robots_txt, url)) ...   // ask these
//   const std::string entry = catalog_entry(*proposal);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/id.h"
#include "vectora/base/result.h"
#include "vectora/base/url.h"
#include "vectora/config/plan.h"
#include "vectora/http/http.h"
#include "vectora/page/listing.h"

namespace vectora::app {

struct Proposal {
  SourceKey key;
  config::SourceMode mode = config::SourceMode::kRss;
  std::string url;
  std::string display_name;
  std::string homepage_url;
  std::string language = "en";
  std::string profile;      // ingestion profile; empty: the catalog's default
  std::string url_pattern;  // of a sitemap: which of its addresses are entries; empty: all
  bool has_titles = true;   // a sitemap may leave them to the pages
  std::optional<page::ListingSelectors> selectors;  // of a list; nothing: by structure alone
  struct Preview {
    std::string title;
    std::optional<Date> day;
    std::string url;
  };
  std::vector<Preview> entries;
};

// Nothing unless the answer is a feed.
std::optional<Proposal> propose_feed(const http::Response& answer);

// Feeds that a page names in <link rel="alternate">, in its order, at most 5; a
// feed of comments is none.
std::vector<Url> linked_feeds(const http::Response& answer);

// Nothing unless the page has a list of entries. With selectors where some read the
// same as the structure of the page shows.
std::optional<Proposal> propose_listing(const http::Response& answer, Date today);

// What an address alone says: key, names and home page.
Proposal proposal_for(const Url& url);

bool has_days(const Proposal& proposal);  // at least every second entry

// Where a site keeps its sitemaps: the addresses that its robots.txt names, at most 5,
// else "/sitemap.xml".
std::vector<Url> named_sitemaps(std::string_view robots_txt, const Url& site);

// Of an answer that is an index of sitemaps: the latest of these, at most 3.
std::vector<Url> parts_of_sitemap(const http::Response& answer);

// Of an answer that is a sitemap, or an index with the answers of its parts. Nothing
// unless it has entries: pages in the folder that was probed, else in the one that has
// most of them; where they have titles (news) all.
std::optional<Proposal> propose_sitemap(const http::Response& answer,
                                        const std::vector<http::Response>& parts,
                                        const Url& probed);

// "press_sector__alpha" for https://news.alpha.example/.
SourceKey proposed_key(const Url& url);

// One element of `sources`, as the catalog indents it.
std::string catalog_entry(const Proposal& proposal);

// The first entries: day and title on a line, the address beneath; no newline at the end.
std::string preview(const Proposal& proposal);

// The catalog with the entry as the last of its `sources`. kConflict if it has
// one of that key, kMalformed if it has no list of sources.
Result<std::string> with_entry(const std::string& catalog, const Proposal& proposal);

}  // namespace vectora::app
