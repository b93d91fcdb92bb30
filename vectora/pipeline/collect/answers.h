// Answers: how a run comes to what an address says. From an earlier run where
// that still holds, else from the client. What comes from the client is in the store
// when `ask` returns: before a capture or a state names it.
//
//   Answers answers(client, data, now);
//   TRY(answers.ask(questions, [&](size_t index, Answer answer) { ... }));
//
// An answer that needs no request has status 304 like one that the server
// confirmed: either way the body is the one that the store has.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "vectora/http/http.h"
#include "vectora/pipeline/capture.h"
#include "vectora/pipeline/collect/stored_answer.h"
#include "vectora/store/content.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

struct Question {
  SourceKey source;
  RequestKind kind = RequestKind::kSource;
  http::Request request;
  std::string address = {};                // by which it is recorded; empty: the request's
  std::optional<StoredAnswer> known = {};  // only a change of this is asked for
  std::optional<Instant> good_until = {};  // before which `known` needs no request
};

struct Answer {
  Exchange exchange;
  http::Response response;  // with its body, also where the server only confirmed it
};

class Answers {
 public:
  // Both must outlive it.
  Answers(http::Client& client, store::ObjectStore& data, Instant now)
      : client_(client), data_(data), bodies_(data), now_(now) {}

  // `done` is called once a question, in order of completion. An error is a store
  // that does not take what was heard.
  Result<void> ask(std::vector<Question> questions,
                   const std::function<void(size_t index, Answer answer)>& done);

 private:
  std::optional<Answer> from_store(const Question& question);
  Result<Answer> from_client(const Question& question, http::Outcome outcome);
  Answer unanswered(const Question& question) const;
  void confirm(const Question& question, Answer& answer);

  http::Client& client_;
  store::ObjectStore& data_;
  store::ContentBatch bodies_;
  Instant now_;
};

// What to keep of an answer that was read to its end; nothing where its server
// forbids that or there is no body.
std::optional<StoredAnswer> kept_answer(const Answer& answer);

}  // namespace vectora::pipeline
