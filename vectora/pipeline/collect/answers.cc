#include "vectora/pipeline/collect/answers.h"

#include <limits>

#include "vectora/http/revalidation.h"

namespace vectora::pipeline {
namespace {

constexpr int kNotModified = 304;

// An answer that is dated after now was heard by a run with another clock.
bool needs_no_request(const Question& question, Instant now) {
  return question.known && question.good_until && question.known->received <= now &&
         now < *question.good_until;
}

void add_validators(Question& question) {
  if (!question.known) return;
  const http::Headers& headers = question.known->headers;
  http::Response stored;
  stored.headers = headers;
  http::add_to(question.request, http::validators_of(stored));
}

}  // namespace

Answer Answers::unanswered(const Question& question) const {
  Answer answer;
  answer.exchange.source = question.source;
  answer.exchange.kind = question.kind;
  answer.exchange.url =
      question.address.empty() ? question.request.url.without_credentials() : question.address;
  answer.exchange.final_url = answer.exchange.url;
  answer.exchange.time = now_;
  return answer;
}

// Nothing where the store no longer has the body: then it is asked for in full.
std::optional<Answer> Answers::from_store(const Question& question) {
  Result<std::string> body = store::get_content(data_, question.known->body);
  if (!body) return std::nullopt;
  Answer answer = unanswered(question);
  answer.response.status = kNotModified;
  answer.response.final_url = question.known->final_url;
  answer.response.headers = question.known->headers;
  answer.response.body = *std::move(body);
  answer.response.received = question.known->received;
  answer.exchange.asked = false;
  answer.exchange.status = kNotModified;
  answer.exchange.final_url = question.known->final_url;
  answer.exchange.headers = question.known->headers;
  answer.exchange.body = question.known->body;
  return answer;
}

// The body that a 304 confirms; a store that lost it is named in the place of it.
void Answers::confirm(const Question& question, Answer& answer) {
  Result<std::string> body = store::get_content(data_, question.known->body);
  if (!body) {
    answer.exchange.failure = http::to_string(http::FailureReason::kProtocol);
    answer.exchange.failure_detail =
        "the server has no change, and the store no longer has what it had: " +
        body.error().message;
    return;
  }
  answer.response.body = *std::move(body);
  answer.response.headers =
      http::confirmed(question.known->headers, kept_headers(answer.response.headers));
  answer.exchange.headers = answer.response.headers;
  answer.exchange.body = question.known->body;
}

Result<Answer> Answers::from_client(const Question& question, http::Outcome outcome) {
  Answer answer = unanswered(question);
  if (const auto* failure = std::get_if<http::Failure>(&outcome)) {
    answer.exchange.failure = http::to_string(failure->reason);
    answer.exchange.failure_detail = failure->detail;
    return answer;
  }
  answer.response = std::get<http::Response>(std::move(outcome));
  answer.exchange.status = answer.response.status;
  answer.exchange.final_url = answer.response.final_url;
  answer.exchange.headers = kept_headers(answer.response.headers);
  answer.exchange.time = answer.response.received;
  answer.exchange.moved_to = answer.response.moved_to;
  if (!answer.response.body.empty())
    answer.exchange.body = TRY(bodies_.add(answer.response.body));
  else if (answer.response.status == kNotModified && question.known)
    confirm(question, answer);
  return answer;
}

Result<void> Answers::ask(std::vector<Question> questions,
                          const std::function<void(size_t index, Answer answer)>& done) {
  std::vector<http::Request> requests;
  std::vector<size_t> asked;  // request -> question
  for (size_t i = 0; i < questions.size(); ++i) {
    Question& question = questions[i];
    if (needs_no_request(question, now_)) {
      if (std::optional<Answer> answer = from_store(question)) {
        done(i, *std::move(answer));
        continue;
      }
      question.known.reset();
    }
    add_validators(question);
    requests.push_back(question.request);
    asked.push_back(i);
  }
  std::optional<Error> failure;  // the first one
  client_.fetch(requests, [&](size_t index, http::Outcome outcome) {
    const size_t i = asked[index];
    Result<Answer> answer = from_client(questions[i], std::move(outcome));
    if (!answer && !failure) failure = answer.error();
    done(i, answer ? *std::move(answer) : unanswered(questions[i]));
  });
  if (failure) return *failure;
  return bodies_.flush();
}

std::optional<StoredAnswer> kept_answer(const Answer& answer) {
  const Exchange& exchange = answer.exchange;
  if (exchange.body.empty() || !http::may_store(answer.response)) return std::nullopt;
  constexpr int64_t kAsLongAsItSays = std::numeric_limits<int32_t>::max();
  return StoredAnswer{
      exchange.url,  exchange.final_url,       exchange.headers,
      exchange.body, answer.response.received, http::fresh_until(answer.response, kAsLongAsItSays)};
}

}  // namespace vectora::pipeline
