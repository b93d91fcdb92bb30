#include "vectora/pipeline/collector.h"

#include <algorithm>

#include "vectora/http/revalidation.h"
#include "vectora/page/article.h"
#include "vectora/pipeline/pdf_text.h"
#include "vectora/store/content.h"

namespace vectora::pipeline {
namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

http::Request request_for(const config::Source& source, const Url& url) {
  http::Request request;
  request.url = url;
  request.verify_tls = source.verify_tls;
  request.respect_robots = source.respect_robots;
  return request;
}

void add_validators(http::Request& request, const SourceState& state) {
  if (state.body.empty()) return;  // nothing that a 304 could confirm
  http::add_to(request, {state.etag, state.last_modified});
}

std::optional<Date> newest_day(const std::vector<normalize::Entry>& entries) {
  std::optional<Date> newest;
  for (const normalize::Entry& entry : entries)
    if (entry.published && (!newest || entry.published->day > *newest))
      newest = entry.published->day;
  return newest;
}

// A failure's name in the table of sources, where "protocol" is not one.
std::string reason_name(const std::string& failure) {
  return failure == "protocol" ? "connect" : failure;
}

bool is_entry_feed(const config::Source& source) {
  return source.enabled && source.mode != config::SourceMode::kNone;
}

}  // namespace

Collector::Collector(CollectorPorts ports, CollectorOptions options)
    : ports_(ports), options_(std::move(options)) {
  capture_.id = options_.capture_id;
  capture_.captured_at = options_.now;
}

void Collector::note_failure(const Error& error) {
  if (!store_failure_) store_failure_ = error;
}

Collector::Kept Collector::keep(const SourceKey& source, RequestKind kind, const Url& url,
                                http::Outcome outcome, const SourceState& state) {
  Kept kept;
  kept.exchange.source = source;
  kept.exchange.kind = kind;
  kept.exchange.url = url.without_credentials();
  kept.exchange.final_url = kept.exchange.url;
  kept.exchange.time = options_.now;
  if (const auto* failure = std::get_if<http::Failure>(&outcome)) {
    kept.exchange.failure = std::string(http::to_string(failure->reason));
    kept.exchange.failure_detail = failure->detail;
    return kept;
  }
  kept.response = std::move(std::get<http::Response>(outcome));
  kept.exchange.status = kept.response.status;
  kept.exchange.final_url = kept.response.final_url;
  kept.exchange.headers = kept_headers(kept.response.headers);
  kept.exchange.time = kept.response.received;
  const bool confirms = kept.response.status == kNotModified && kept.response.body.empty();
  if (confirms) {
    Result<std::string> body = store::get_content(ports_.data, state.body);
    if (!body) return note_failure(body.error()), kept;
    kept.response.body = *std::move(body);
    kept.exchange.body = state.body;
  } else if (!kept.response.body.empty()) {
    const Result<Digest> digest = store::put_content(ports_.data, kept.response.body);
    if (!digest) return note_failure(digest.error()), kept;
    kept.exchange.body = *digest;
  }
  return kept;
}

Reading Collector::read_source(const config::Source& source, Kept kept, SourceState& state) {
  const Exchange& exchange = kept.exchange;
  Reading reading = exchange.failure.empty()
                        ? read_answer(source, kept.response, exchange.body, options_.now.date())
                        : failed_reading(source.facts.key, reason_name(exchange.failure),
                                         exchange.failure_detail);
  if (options_.mode == Mode::kLive && !store_failure_)
    if (const auto saved = remember(source, reading, kept, state); !saved)
      note_failure(saved.error());
  capture_.exchanges.push_back(std::move(kept.exchange));
  return reading;
}

// Validators are remembered only with an answer that was read to its end: a
// later 304 never turns a failed source green and hides nothing unread.
Result<void> Collector::remember(const config::Source& source, const Reading& reading,
                                 const Kept& kept, SourceState& state) {
  ++state.requests;
  if (reading.end == SourceEnd::kFailed) {
    ++state.failures_in_a_row;
    state.last_failure = options_.now;
    state.last_error = reading.reason + ": " + reading.detail;
  } else {
    state.failures_in_a_row = 0;
    state.last_success = options_.now;
    state.last_error.clear();
    state.last_entries = static_cast<int>(reading.entries.size());
    state.drift = reading.drift;
    if (const auto newest = newest_day(reading.entries)) state.newest_entry = newest;
  }
  if (reading.end == SourceEnd::kNotModified) ++state.not_modified;
  if (reading.end == SourceEnd::kFetched) {
    const http::Validators validators = http::validators_of(kept.response);
    state.etag = validators.etag;
    state.last_modified = validators.last_modified;
    state.body = kept.exchange.body;
  }
  return save_source_state(ports_.data, source.facts.key, state);
}

Result<std::vector<Reading>> Collector::read_sources(
    const std::vector<const config::Source*>& sources) {
  std::vector<Reading> readings(sources.size());
  std::vector<SourceState> states(sources.size());
  std::vector<http::Request> requests;
  std::vector<size_t> asked;  // request -> source
  for (size_t i = 0; i < sources.size(); ++i) {
    const config::Source& source = *sources[i];
    readings[i].source = source.facts.key;
    readings[i].end = SourceEnd::kDisabled;
    if (!is_entry_feed(source)) continue;
    const auto url = Url::parse(source.url);
    if (!url) {
      readings[i] =
          failed_reading(source.facts.key, "refused", "not an http address: " + source.url);
      continue;
    }
    http::Request request = request_for(source, *url);
    if (options_.mode == Mode::kLive) {
      states[i] = TRY(load_source_state(ports_.data, source.facts.key));
      if (options_.refresh == Refresh::kNo) add_validators(request, states[i]);
    }
    requests.push_back(std::move(request));
    asked.push_back(i);
  }
  ports_.observer.begin("fetch", static_cast<int64_t>(requests.size()));
  int64_t done = 0;
  ports_.client.fetch(requests, [&](size_t index, http::Outcome outcome) {
    const size_t i = asked[index];
    Kept kept = keep(sources[i]->facts.key, RequestKind::kSource, requests[index].url,
                     std::move(outcome), states[i]);
    readings[i] = read_source(*sources[i], std::move(kept), states[i]);
    ports_.observer.advance(++done);
  });
  ports_.observer.finish();
  if (store_failure_) return *store_failure_;
  return readings;
}

void Collector::enrich(const DetailTask& task, const http::Response& response) const {
  normalize::Entry& entry = *task.entry;
  if (response.status != kOk) {
    entry.detail_note = "its page answered with status " + std::to_string(response.status);
    return;
  }
  if (is_pdf(response.body)) {
    Result<std::string> text = pdf_text(response.body);
    if (!text) {
      entry.detail_note = text.error().message;
      return;
    }
    page::Article article;
    article.text = *std::move(text);
    return normalize::enrich(entry, article);
  }
  page::ArticleOptions options = task.source->article;
  options.url = Url::parse(response.final_url);
  options.transport_charset = response.charset();
  options.now = options_.now.date();
  normalize::enrich(entry, page::read_article(response.body, options));
}

Result<void> Collector::read_details(const std::vector<DetailTask>& tasks) {
  std::map<std::string, std::vector<DetailTask>> by_url;
  for (const DetailTask& task : tasks) {
    const auto url = Url::parse(task.entry->url);
    if (url) by_url[url->without_fragment()].push_back(task);
  }
  std::vector<http::Request> requests;
  std::vector<const std::vector<DetailTask>*> groups;
  for (const auto& [address, group] : by_url) {
    requests.push_back(request_for(*group.front().source, *Url::parse(address)));
    groups.push_back(&group);
  }
  ports_.observer.begin("read pages", static_cast<int64_t>(requests.size()));
  int64_t done = 0;
  ports_.client.fetch(requests, [&](size_t index, http::Outcome outcome) {
    const std::vector<DetailTask>& group = *groups[index];
    const Kept kept = keep(group.front().source->facts.key, RequestKind::kDetail,
                           requests[index].url, std::move(outcome), {});
    for (const DetailTask& task : group) {
      if (kept.exchange.failure.empty())
        enrich(task, kept.response);
      else
        task.entry->detail_note = "its page could not be read: " + kept.exchange.failure_detail;
    }
    capture_.exchanges.push_back(kept.exchange);
    ports_.observer.advance(++done);
  });
  ports_.observer.finish();
  if (store_failure_) return *store_failure_;
  return {};
}

Result<void> Collector::save() {
  // Answers come in any order; the record has one order.
  std::sort(capture_.exchanges.begin(), capture_.exchanges.end(),
            [](const Exchange& a, const Exchange& b) {
              return std::tie(a.kind, a.source, a.url) < std::tie(b.kind, b.source, b.url);
            });
  if (options_.mode == Mode::kReplay) return {};
  return save_capture(ports_.data, capture_);
}

}  // namespace vectora::pipeline
