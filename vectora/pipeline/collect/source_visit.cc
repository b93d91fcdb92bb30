#include "vectora/pipeline/collect/source_visit.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace vectora::pipeline {
namespace {

constexpr int kNotModified = 304;

// A failure's name in the table of sources, where "protocol" is not one.
std::string reason_name(const std::string& failure) {
  return failure == "protocol" ? "connect" : failure;
}

std::vector<std::string> notes_on(const config::Source& source, const std::string& moved_to) {
  std::vector<std::string> notes;
  if (!source.verify_tls) notes.emplace_back("certificate is not checked (ssl_verify: false)");
  if (!source.respect_robots) notes.emplace_back("robots.txt is overridden");
  if (!moved_to.empty())
    notes.push_back("source moved for good: put " + moved_to + " into the catalog");
  return notes;
}

std::optional<Date> newest_day(const std::vector<normalize::Entry>& entries) {
  std::optional<Date> newest;
  for (const normalize::Entry& entry : entries)
    if (entry.published && (!newest || entry.published->day > *newest))
      newest = entry.published->day;
  return newest;
}

}  // namespace

int rhythm_of(const std::vector<normalize::Entry>& entries, Date today) {
  constexpr size_t kLatest = 20;
  constexpr size_t kFewest = 5;
  std::set<Date, std::greater<>> days;
  for (const normalize::Entry& entry : entries)
    if (entry.published && entry.published->day <= today) days.insert(entry.published->day);
  if (days.size() < kFewest) return 0;
  std::vector<int> gaps;
  for (auto day = days.begin(); std::next(day) != days.end() && gaps.size() + 1 < kLatest; ++day)
    gaps.push_back(*day - *std::next(day));
  const auto middle = gaps.begin() + static_cast<ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

SourceVisit::SourceVisit(const config::Source& source, SourceState state,
                         const VisitOptions& options)
    : source_(source), before_(std::move(state)), state_(before_), options_(options) {
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

std::optional<Url> SourceVisit::where_to_ask() const {
  const auto moved = Url::parse(state_.moved_to);
  return moved ? moved : Url::parse(source_.url);
}

Question SourceVisit::question(const Url& url, const std::string& address) const {
  Question question{source_.facts.key, RequestKind::kSource, {}, address};
  question.request.url = url;
  question.request.verify_tls = source_.verify_tls;
  question.request.respect_robots = source_.respect_robots;
  question.request.timeout_ms = int64_t{1000} * source_.timeout_s;
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
  const auto url = where_to_ask();
  if (!is_read() || !url) return {};
  if (!first_) return {question(*url, address())};
  std::vector<Question> questions;
  for (const Part& part : parts_)
    if (!part.reading) questions.push_back(question(*Url::parse(part.address), part.address));
  return questions;
}

Reading SourceVisit::read(const Answer& answer) const {
  const Exchange& exchange = answer.exchange;
  if (!exchange.failure.empty())
    return failed_reading(source_.facts.key, reason_name(exchange.failure),
                          exchange.failure_detail);
  const Date today = options_.now.date();
  return first_ ? read_part(source_, answer.response, exchange.body, today)
                : read_answer(source_, answer.response, exchange.body, today);
}

Exchange SourceVisit::take(Answer answer) {
  return first_ ? take_part(std::move(answer)) : take_first(std::move(answer));
}

Exchange SourceVisit::take_first(Answer answer) {
  Exchange& exchange = answer.exchange;
  if (exchange.moved_to.empty()) exchange.moved_to = state_.moved_to;
  if (exchange.moved_to == exchange.url) exchange.moved_to.clear();  // and back again
  moved_to_ = exchange.moved_to;
  first_ = read(answer);
  remember(*first_, answer);
  for (const Url& url : first_->more) {
    const std::string address = url.without_credentials();
    const auto same = [&address](const Part& part) { return part.address == address; };
    if (address != exchange.url && std::none_of(parts_.begin(), parts_.end(), same))
      parts_.push_back({address, std::nullopt});
  }
  return std::move(exchange);
}

Exchange SourceVisit::take_part(Answer answer) {
  Exchange& exchange = answer.exchange;
  exchange.moved_to.clear();  // the catalog does not name it
  Reading reading = read(answer);
  if (!reading.more.empty())
    reading = failed_reading(source_.facts.key, "parse", "a list of lists inside another one");
  remember(reading, answer);
  if (!reading.detail.empty()) reading.detail += " (" + exchange.url + ")";
  for (Part& part : parts_)
    if (part.address == exchange.url) part.reading = std::move(reading);
  return std::move(exchange);
}

// Answers are remembered only if they were read to their end: a later 304 never
// turns a failed source green and hides nothing unread.
void SourceVisit::remember(const Reading& reading, const Answer& answer) {
  asked_ = asked_ || answer.exchange.asked;
  if (reading.end != SourceEnd::kFailed) {
    if (auto kept = kept_answer(answer)) heard_.push_back(*std::move(kept));
    return;
  }
  // What failed now may still be confirmed the next time, unless that was the failure.
  if (answer.exchange.status == kNotModified) return;
  for (const StoredAnswer& known : state_.answers)
    if (known.url == answer.exchange.url) heard_.push_back(known);
}

Reading SourceVisit::finish() {
  Reading reading;
  reading.source = source_.facts.key;
  reading.end = SourceEnd::kDisabled;
  if (!is_read()) return reading;
  if (!first_)
    return failed_reading(source_.facts.key, "refused", "not an http address: " + source_.url);
  std::vector<Reading> parts;
  for (Part& part : parts_)
    if (part.reading) parts.push_back(*std::move(part.reading));
  reading = joined(source_, *std::move(first_), std::move(parts));
  reading.moved_to = moved_to_;
  reading.notes = notes_on(source_, moved_to_);
  update_state(reading);
  return reading;
}

void SourceVisit::update_state(const Reading& reading) {
  state_.answers = std::move(heard_);
  if (asked_) ++state_.requests;
  if (asked_ && reading.end == SourceEnd::kNotModified) ++state_.not_modified;
  const bool failed = reading.end == SourceEnd::kFailed;
  // Where the new address cannot be read the next run tries the catalog's.
  state_.moved_to = failed ? "" : reading.moved_to;
  state_.moved_from = state_.moved_to.empty() ? "" : address();
  if (failed) {
    ++state_.failures_in_a_row;
    state_.last_failure = options_.now;
    state_.last_error = reading.reason + ": " + reading.detail;
    return;
  }
  if (asked_) state_.last_success = options_.now;
  state_.failures_in_a_row = 0;
  state_.last_error.clear();
  state_.last_entries = static_cast<int>(reading.entries.size());
  state_.drift = reading.drift;
  if (const auto newest = newest_day(reading.entries)) state_.newest_entry = newest;
  if (const int days = rhythm_of(reading.entries, options_.now.date())) state_.rhythm_days = days;
}

}  // namespace vectora::pipeline
