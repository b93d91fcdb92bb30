#include "vectora/pipeline/reading.h"

#include <algorithm>
#include <set>

#include "vectora/feed/feed.h"
#include "vectora/feed/json_list.h"
#include "vectora/page/listing.h"

namespace vectora::pipeline {
namespace {

constexpr int kNotModified = 304;

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
  const SourceKey& key = source.facts.key;
  const bool unchanged = answer.status == kNotModified && !answer.body.empty();
  if (!unchanged && (answer.status < 200 || answer.status > 299))
    return failed_reading(key, "status", status_line(answer.status));
  if (answer.body.find_first_not_of(" \t\r\n") == std::string::npos)
    return failed_reading(key, "empty", "the answer has no content");
  Reading reading = source.mode == config::SourceMode::kHtml
                        ? read_page(source, answer, body, today)
                        : read_feed(source, answer, body);
  for (normalize::Entry& entry : reading.entries)
    entry.offer = sha256(entry.title + "\n" + entry.snippet + "\n" + entry.body);
  reading.source = key;
  if (!reading.reason.empty()) return reading;
  reading.end = unchanged ? SourceEnd::kNotModified : SourceEnd::kFetched;
  reading.drift = drift_of(source, reading.entries);
  return reading;
}

}  // namespace vectora::pipeline
