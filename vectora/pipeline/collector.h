// Collector: the only part of a run that fetches.
//
//   Collector collector({client, data, observer}, {.capture_id = "...", ...});
//   std::vector<Reading> readings = TRY(collector.read_sources(sources));
//   TRY(collector.read_details(tasks));
//   // Beyond this point nothing is fetched.
//   TRY(collector.save());
//
// Answers are stored, many at a time, before anything that names them is: a crash
// leaves whole captures and states only. Bodies are released as soon as they are
// read: memory is bounded by what is in flight, by a batch of 8 MB and by the entries.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/http/http.h"
#include "vectora/pipeline/capture.h"
#include "vectora/pipeline/collect/answers.h"
#include "vectora/pipeline/collect/page_memory.h"
#include "vectora/pipeline/collect/source_visit.h"
#include "vectora/pipeline/observer.h"
#include "vectora/pipeline/reading.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

// Live runs ask servers only for what changed and remember their answers; a
// replay does neither.
enum class Mode { kLive, kReplay };

struct CollectorPorts {
  http::Client& client;
  store::ObjectStore& data;
  Observer& observer;
};

struct CollectorOptions {
  Mode mode = Mode::kLive;
  std::string capture_id;
  Instant now;
  Refresh refresh = Refresh::kNo;
  int64_t max_fresh_s = 3600;
};

// An entry whose own page is to be read.
struct DetailTask {
  normalize::Entry* entry = nullptr;
  const config::Source* source = nullptr;
};

class Collector {
 public:
  Collector(CollectorPorts ports, CollectorOptions options);

  // One reading a source, in the given order. An error is a store that fails,
  // never a source that does.
  Result<std::vector<Reading>> read_sources(const std::vector<const config::Source*>& sources);

  // Adds to each entry what its page says; where that cannot be had, the entry
  // says why. Tasks with the same address cause one request.
  Result<void> read_details(const std::vector<DetailTask>& tasks);

  // Stores the capture's record (live runs).
  Result<void> save();

  const Capture& capture() const { return capture_; }

 private:
  using PageMemories = std::map<SourceKey, PageMemory>;

  Result<SourceVisit> open_visit(const config::Source& source);
  Result<PageMemories> open_memories(const std::vector<DetailTask>& tasks);
  Question page_question(const DetailTask& task, const Url& url,
                         const PageMemories& memories) const;
  void enrich(const DetailTask& task, const http::Response& response) const;

  CollectorPorts ports_;
  CollectorOptions options_;
  Answers answers_;
  Capture capture_;
};

}  // namespace vectora::pipeline
