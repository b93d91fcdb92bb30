// One source's way through a run: what to ask it, what it offered, what to
// remember of it. Does no I/O.
//
//   SourceVisit visit(source, state, options);
//   for (const Question& question : visit.questions()) ... visit.take(answer);
//   const Reading reading = visit.finish();
//   save(visit.change());
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

// The median of the days between two days with entries, of the latest 20 such days
// that are not after `today`; 0 where there are fewer than five.
int rhythm_of(const std::vector<normalize::Entry>& entries, Date today);

class SourceVisit {
 public:
  // `source` must outlive the visit.
  SourceVisit(const config::Source& source, SourceState state, const VisitOptions& options);

  // What is still to be asked: the source's address, then those that its answer leads
  // to. None where the source is not read.
  std::vector<Question> questions() const;
  // What the capture is to record of it.
  Exchange take(Answer answer);

  // Once every question is answered.
  Reading finish();

  // The state as it was, until `finish`.
  const SourceState& state() const { return state_; }
  SourceChange change() const { return {before_, state_}; }
  bool has_news() const { return state_ != before_; }

 private:
  bool is_read() const;
  std::string address() const;
  std::optional<Url> where_to_ask() const;
  Question question(const Url& url, const std::string& address) const;
  Reading read(const Answer& answer) const;
  Exchange take_first(Answer answer);
  Exchange take_part(Answer answer);
  void remember(const Reading& reading, const Answer& answer);
  void update_state(const Reading& reading);

  const config::Source& source_;
  SourceState before_;
  SourceState state_;
  VisitOptions options_;
  struct Part {
    std::string address;
    std::optional<Reading> reading;
  };

  std::optional<Reading> first_;
  std::vector<Part> parts_;  // that the first answer led to, in its order
  std::string moved_to_;
  bool asked_ = false;  // any server
  std::vector<StoredAnswer> heard_;
};

}  // namespace vectora::pipeline
