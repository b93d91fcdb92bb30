#include "vectora/pipeline/collector.h"

#include <algorithm>

#include "vectora/page/article.h"
#include "vectora/pipeline/pdf_text.h"

namespace vectora::pipeline {
namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

// A page that answered, or one that did so earlier and is as it was.
bool is_read(const http::Response& response) {
  return response.status == kOk || (response.status == kNotModified && !response.body.empty());
}

std::vector<Question> questions_of(const std::vector<SourceVisit>& visits,
                                   std::vector<size_t>& askers) {
  std::vector<Question> questions;
  for (size_t i = 0; i < visits.size(); ++i)
    for (Question& question : visits[i].questions()) {
      questions.push_back(std::move(question));
      askers.push_back(i);
    }
  return questions;
}

}  // namespace

Collector::Collector(CollectorPorts ports, CollectorOptions options)
    : ports_(ports),
      options_(std::move(options)),
      answers_(ports.client, ports.data, options_.now) {
  capture_.id = options_.capture_id;
  capture_.captured_at = options_.now;
}

Result<SourceVisit> Collector::open_visit(const config::Source& source) {
  SourceState state;
  if (options_.mode == Mode::kLive) state = TRY(load_source_state(ports_.data, source.facts.key));
  return SourceVisit(source, std::move(state),
                     {options_.now, options_.refresh, options_.max_fresh_s});
}

Result<std::vector<Reading>> Collector::read_sources(
    const std::vector<const config::Source*>& sources) {
  std::vector<SourceVisit> visits;
  for (const config::Source* source : sources) visits.push_back(TRY(open_visit(*source)));
  // The sources' own addresses, then those that their answers lead to.
  for (std::vector<size_t> askers;; askers.clear()) {
    std::vector<Question> questions = questions_of(visits, askers);
    if (questions.empty()) break;
    ports_.observer.begin("fetch", static_cast<int64_t>(questions.size()));
    int64_t done = 0;
    const auto asked = answers_.ask(std::move(questions), [&](size_t index, Answer answer) {
      capture_.exchanges.push_back(visits[askers[index]].take(std::move(answer)));
      ports_.observer.advance(++done);
    });
    ports_.observer.finish();
    TRY(asked);
  }
  std::vector<Reading> readings;
  for (SourceVisit& visit : visits) {
    readings.push_back(visit.finish());
    if (options_.mode == Mode::kLive && visit.has_news())
      TRY(save_source_state(ports_.data, readings.back().source, visit.change()));
  }
  return readings;
}

void Collector::enrich(const DetailTask& task, const http::Response& response) const {
  normalize::Entry& entry = *task.entry;
  if (!is_read(response)) {
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

Result<Collector::PageMemories> Collector::open_memories(const std::vector<DetailTask>& tasks) {
  PageMemories memories;
  for (const DetailTask& task : tasks) {
    const SourceKey& key = task.source->facts.key;
    if (memories.contains(key)) continue;
    memories[key] =
        options_.mode == Mode::kLive ? TRY(PageMemory::load(ports_.data, key)) : PageMemory();
  }
  return memories;
}

Question Collector::page_question(const DetailTask& task, const Url& url,
                                  const PageMemories& memories) const {
  const config::Source& source = *task.source;
  Question question{source.facts.key, RequestKind::kDetail, {}};
  question.request.url = url;
  question.request.verify_tls = source.verify_tls;
  question.request.respect_robots = source.respect_robots;
  question.request.timeout_ms = int64_t{1000} * source.timeout_s;
  if (options_.refresh == Refresh::kYes) return question;
  const StoredAnswer* known =
      memories.at(source.facts.key).find(url.without_credentials(), task.entry->offer);
  if (known == nullptr) return question;
  question.known = *known;
  question.good_until = known->received + PageMemory::kGoodForSeconds;
  return question;
}

Result<void> Collector::read_details(const std::vector<DetailTask>& tasks) {
  std::map<std::string, std::vector<DetailTask>> by_url;
  for (const DetailTask& task : tasks) {
    const auto url = Url::parse(task.entry->url);
    if (url) by_url[url->without_fragment()].push_back(task);
  }
  PageMemories memories = TRY(open_memories(tasks));
  std::vector<Question> questions;
  std::vector<const std::vector<DetailTask>*> groups;
  for (const auto& [address, group] : by_url) {
    questions.push_back(page_question(group.front(), *Url::parse(address), memories));
    groups.push_back(&group);
  }
  ports_.observer.begin("read pages", static_cast<int64_t>(questions.size()));
  int64_t done = 0;
  const auto asked = answers_.ask(std::move(questions), [&](size_t index, Answer answer) {
    const std::vector<DetailTask>& group = *groups[index];
    for (const DetailTask& task : group) {
      if (answer.exchange.failure.empty())
        enrich(task, answer.response);
      else
        task.entry->detail_note = "its page could not be read: " + answer.exchange.failure_detail;
    }
    if (auto kept = kept_answer(answer); kept && is_read(answer.response))
      memories[answer.exchange.source].keep(group.front().entry->offer, *std::move(kept));
    capture_.exchanges.push_back(std::move(answer.exchange));
    ports_.observer.advance(++done);
  });
  ports_.observer.finish();
  TRY(asked);
  if (options_.mode == Mode::kReplay) return {};
  for (auto& [source, memory] : memories) TRY(memory.save(ports_.data, source, options_.now));
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
