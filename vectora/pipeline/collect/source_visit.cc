#include "vectora/pipeline/collect/source_visit.h"

#include <algorithm>

namespace vectora::pipeline {
namespace {

constexpr int kNotModified = 304;

// A failure's name in the table of sources, where "protocol" is not one.
std::string reason_name(const std::string& failure) {
  return failure == "protocol" ? "connect" : failure;
}

std::optional<Date> newest_day(const std::vector<normalize::Entry>& entries) {
  std::optional<Date> newest;
  for (const normalize::Entry& entry : entries)
    if (entry.published && (!newest || entry.published->day > *newest))
      newest = entry.published->day;
  return newest;
}

}  // namespace

SourceVisit::SourceVisit(const config::Source& source, SourceState state,
                         const VisitOptions& options)
    : source_(source), before_(std::move(state)), state_(before_), options_(options) {
  reading_.source = source.facts.key;
  reading_.end = SourceEnd::kDisabled;
  if (is_read() && !Url::parse(source.url))
    reading_ = failed_reading(source.facts.key, "refused", "not an http address: " + source.url);
  // What is remembered belongs to an address: another one in the catalog starts anew.
  if (state_.moved_from != address()) state_.moved_from = state_.moved_to = "";
}

bool SourceVisit::is_read() const {
  return source_.enabled && source_.mode != config::SourceMode::kNone;
}

std::string SourceVisit::address() const {
  const auto url = Url::parse(source_.url);
  return url ? url->without_credentials() : std::string();
}

Url SourceVisit::where_to_ask(const Url& url) const {
  const auto moved = Url::parse(state_.moved_to);
  return moved ? *moved : url;
}

Question SourceVisit::question(const Url& url, const std::string& address) const {
  Question question{source_.facts.key, RequestKind::kSource, {}, address};
  question.request.url = url;
  question.request.verify_tls = source_.verify_tls;
  question.request.respect_robots = source_.respect_robots;
  if (options_.refresh == Refresh::kYes) return question;
  for (const StoredAnswer& answer : state_.answers)
    if (answer.url == address) question.known = answer;
  // Only what was read without trouble is taken again without a word from the server.
  if (question.known && state_.failures_in_a_row == 0)
    question.good_until =
        std::min(question.known->fresh_until, question.known->received + options_.max_fresh_s);
  return question;
}

std::vector<Question> SourceVisit::questions() const {
  const auto url = Url::parse(source_.url);
  if (!is_read() || !url) return {};
  return {question(where_to_ask(*url), address())};
}

Exchange SourceVisit::take(Answer answer) {
  Exchange& exchange = answer.exchange;
  if (exchange.moved_to.empty()) exchange.moved_to = state_.moved_to;
  if (exchange.moved_to == exchange.url) exchange.moved_to.clear();  // and back again
  reading_ = exchange.failure.empty()
                 ? read_answer(source_, answer.response, exchange.body, options_.now.date())
                 : failed_reading(source_.facts.key, reason_name(exchange.failure),
                                  exchange.failure_detail);
  reading_.moved_to = exchange.moved_to;
  remember(answer);
  return std::move(answer.exchange);
}

// Answers are remembered only if they were read to their end: a later 304 never
// turns a failed source green and hides nothing unread.
void SourceVisit::remember(const Answer& answer) {
  const bool failed = reading_.end == SourceEnd::kFailed;
  if (answer.exchange.asked) ++state_.requests;
  if (reading_.end == SourceEnd::kNotModified && answer.exchange.asked) ++state_.not_modified;
  if (failed) {
    ++state_.failures_in_a_row;
    state_.last_failure = options_.now;
    state_.last_error = reading_.reason + ": " + reading_.detail;
    state_.moved_from = state_.moved_to = "";  // the next run tries the catalog's address
    if (answer.exchange.status == kNotModified) state_.answers.clear();  // and asks in full
    return;
  }
  if (answer.exchange.asked) state_.last_success = options_.now;
  state_.failures_in_a_row = 0;
  state_.last_error.clear();
  state_.last_entries = static_cast<int>(reading_.entries.size());
  state_.drift = reading_.drift;
  if (const auto newest = newest_day(reading_.entries)) state_.newest_entry = newest;
  remember_move(answer.exchange);
  state_.answers.clear();
  if (auto kept = kept_answer(answer)) state_.answers.push_back(*std::move(kept));
}

void SourceVisit::remember_move(const Exchange& exchange) {
  state_.moved_to = exchange.moved_to;
  state_.moved_from = exchange.moved_to.empty() ? "" : exchange.url;
}

Reading SourceVisit::finish() { return std::move(reading_); }

}  // namespace vectora::pipeline
