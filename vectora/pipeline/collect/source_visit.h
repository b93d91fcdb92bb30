// One source's way through a run: what to ask it, what it offered, what to
// remember of it. Does no I/O.
//
//   SourceVisit visit(source, state, options);
//   for (const Question& question : visit.questions()) ... visit.take(answer);
//   const Reading reading = visit.finish();
//   save(visit.state());
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/pipeline/collect/answers.h"
#include "vectora/pipeline/reading.h"
#include "vectora/pipeline/source_state.h"

namespace vectora::pipeline {

// Whether a run asks for whole answers, also of what did not change.
enum class Refresh { kNo, kYes };

struct VisitOptions {
  Instant now;
  Refresh refresh = Refresh::kNo;
  int64_t max_fresh_s = 3600;  // an answer is used that long without asking, if its server says so
};

class SourceVisit {
 public:
  // `source` must outlive the visit.
  SourceVisit(const config::Source& source, SourceState state, const VisitOptions& options);

  // One, or none where the source is not read.
  std::vector<Question> questions() const;
  // What the capture is to record of it.
  Exchange take(Answer answer);

  // Once every question is answered.
  Reading finish();

  // The state as it was, until `finish`.
  const SourceState& state() const { return state_; }
  bool has_news() const { return state_ != before_; }

 private:
  bool is_read() const;
  std::string address() const;
  Url where_to_ask(const Url& url) const;
  Question question(const Url& url, const std::string& address) const;
  void remember(const Answer& answer);
  void remember_move(const Exchange& exchange);

  const config::Source& source_;
  SourceState before_;
  SourceState state_;
  VisitOptions options_;
  Reading reading_;
};

}  // namespace vectora::pipeline
