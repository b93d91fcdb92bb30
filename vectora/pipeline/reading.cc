#include "vectora/pipeline/reading.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "vectora/feed/feed.h"
#include "vectora/feed/json_list.h"
#include "vectora/feed/sitemap.h"
#include "vectora/http/decoder.h"
#include "vectora/page/listing.h"

namespace vectora::pipeline {
namespace {

constexpr int kNotModified = 304;
constexpr size_t kMaxUnpacked = 64000000;

std::string status_line(int status) {
  return "the server answered with status " + std::to_string(status);
}

Reading read_feed(const config::Source& source, const http::Response& answer, const Digest& body) {
  feed::Options options;
  options.transport_charset = answer.charset();
  options.url = Url::parse(answer.final_url);
  const bool is_list = source.mode == config::SourceMode::kApi && source.api;
  const Result<feed::Feed> feed = is_list ? feed::parse_json_list(answer.body, *source.api, options)
                                          : feed::parse_feed(answer.body, options);
  if (!feed)
    return failed_reading(source.facts.key, is_list ? "parse" : "not_a_feed", feed.error().message);
  Reading reading;
  for (const feed::Entry& entry : feed->entries)
    reading.entries.push_back(normalize::from_feed(source.facts, entry, body));
  return reading;
}

Reading read_sitemap(const config::Source& source, const http::Response& answer,
                     const Digest& body) {
  const Result<std::string> bytes = http::unpacked(answer.body, kMaxUnpacked);
  if (!bytes) return failed_reading(source.facts.key, "parse", bytes.error().message);
  const auto map = feed::parse_sitemap(*bytes, {answer.charset(), Url::parse(answer.final_url)});
  if (!map) return failed_reading(source.facts.key, "parse", map.error().message);
  Reading reading;
  const size_t limit = map->is_index ? kMaxParts : source.listing.max_items;
  for (const feed::SitemapPage& page : map->pages) {
    if (reading.more.size() + reading.entries.size() >= limit) break;
    if (map->is_index)
      reading.more.push_back(*Url::parse(page.url));
    else if (!source.url_pattern || source.url_pattern->search(page.url))
      reading.entries.push_back(normalize::from_sitemap(source.facts, page, body));
  }
  if (reading.entries.empty() && !map->is_index && !map->pages.empty())
    reading.drift = "no address of the sitemap matches url_pattern";
  return reading;
}

// An answer of ids: its entries are elsewhere.
Reading read_ids(const config::Source& source, const http::Response& answer) {
  Result<std::vector<Url>> addresses = feed::record_addresses(answer.body, *source.api);
  if (!addresses) return failed_reading(source.facts.key, "parse", addresses.error().message);
  Reading reading;
  reading.more = *std::move(addresses);
  return reading;
}

Reading read_page(const config::Source& source, const http::Response& answer, const Digest& body,
                  Date today) {
  page::ListingOptions options = source.listing;
  options.transport_charset = answer.charset();
  options.url = Url::parse(answer.final_url);
  options.now = today;
  const Result<page::Listing> listing = page::read_listing(answer.body, options);
  if (!listing) return failed_reading(source.facts.key, "parse", listing.error().message);
  Reading reading;
  for (const page::ListingEntry& entry : listing->entries)
    reading.entries.push_back(normalize::from_listing(source.facts, entry, body));
  return reading;
}

// Signs that a source changed its layout. A feed without entries is quiet; a
// page without entries is most likely misread.
std::string drift_of(const config::Source& source, const std::vector<normalize::Entry>& entries) {
  if (source.mode == config::SourceMode::kSitemap) return "";  // it need not have days or titles
  if (entries.empty())
    return source.mode == config::SourceMode::kHtml ? "no entry was found on the page" : "";
  if (std::none_of(entries.begin(), entries.end(),
                   [](const auto& entry) { return entry.published.has_value(); }))
    return "no entry has a date";
  std::set<std::string> titles;
  for (const normalize::Entry& entry : entries) titles.insert(entry.title);
  if (entries.size() > 2 && titles.size() == 1) return "all titles are equal";
  return "";
}

bool is_unchanged(const http::Response& answer) {
  return answer.status == kNotModified && !answer.body.empty();
}

// Why there is nothing to read; nothing if there is.
std::optional<Reading> unreadable(const SourceKey& key, const http::Response& answer) {
  if (!is_unchanged(answer) && (answer.status < 200 || answer.status > 299))
    return failed_reading(key, "status", status_line(answer.status));
  if (answer.body.find_first_not_of(" \t\r\n") == std::string::npos)
    return failed_reading(key, "empty", "the answer has no content");
  return std::nullopt;
}

// The digest by which a later run tells whether the source says the same of an entry.
Digest offer_of(const normalize::Entry& entry) {
  std::string offer = entry.title + "\n" + entry.snippet + "\n" + entry.body;
  if (entry.changed) offer += "\n" + entry.changed->str();
  return sha256(offer);
}

Reading ended(const config::Source& source, const http::Response& answer, Reading reading) {
  for (normalize::Entry& entry : reading.entries) entry.offer = offer_of(entry);
  reading.source = source.facts.key;
  if (!reading.reason.empty()) return reading;
  reading.end = is_unchanged(answer) ? SourceEnd::kNotModified : SourceEnd::kFetched;
  if (reading.drift.empty() && reading.more.empty())
    reading.drift = drift_of(source, reading.entries);
  return reading;
}

}  // namespace

std::string_view to_string(SourceEnd end) {
  switch (end) {
    case SourceEnd::kFetched: return "fetched";
    case SourceEnd::kNotModified: return "not_modified";
    case SourceEnd::kFailed: return "failed";
    case SourceEnd::kDisabled: return "disabled";
    case SourceEnd::kSkippedBudget: return "skipped_budget";
  }
  return "failed";
}

Reading failed_reading(const SourceKey& source, std::string reason, std::string detail) {
  Reading reading;
  reading.source = source;
  reading.end = SourceEnd::kFailed;
  reading.reason = std::move(reason);
  reading.detail = std::move(detail);
  return reading;
}

Reading read_answer(const config::Source& source, const http::Response& answer, const Digest& body,
                    Date today) {
  const bool lists_ids =
      source.mode == config::SourceMode::kApi && source.api && !source.api->ids.empty();
  if (!lists_ids) return read_part(source, answer, body, today);
  if (auto reading = unreadable(source.facts.key, answer)) return *std::move(reading);
  return ended(source, answer, read_ids(source, answer));
}

Reading read_part(const config::Source& source, const http::Response& answer, const Digest& body,
                  Date today) {
  if (auto reading = unreadable(source.facts.key, answer)) return *std::move(reading);
  switch (source.mode) {
    case config::SourceMode::kHtml:
      return ended(source, answer, read_page(source, answer, body, today));
    case config::SourceMode::kSitemap:
      return ended(source, answer, read_sitemap(source, answer, body));
    default: return ended(source, answer, read_feed(source, answer, body));
  }
}

Reading joined(const config::Source& source, Reading first, std::vector<Reading> parts) {
  if (parts.empty() || first.end == SourceEnd::kFailed) return first;
  size_t failed = 0;
  const Reading* failure = nullptr;
  for (Reading& part : parts) {
    std::move(part.entries.begin(), part.entries.end(), std::back_inserter(first.entries));
    if (part.end == SourceEnd::kFetched) first.end = SourceEnd::kFetched;
    if (part.end != SourceEnd::kFailed) continue;
    ++failed;
    if (failure == nullptr) failure = &part;
  }
  if (failed == parts.size())
    return failed_reading(source.facts.key, failure->reason, failure->detail);
  first.drift = drift_of(source, first.entries);
  if (failed > 0)
    first.drift = std::to_string(failed) + " of its " + std::to_string(parts.size()) +
                  " parts could not be read: " + failure->reason + ": " + failure->detail;
  return first;
}

}  // namespace vectora::pipeline
