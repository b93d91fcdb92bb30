// The run: one collection of sources, then each client's items, judgements and
// issue.
//
//   const Result<RunResult> result = run_pipeline(plan, {client, buckets, observer});
//
// `run_pipeline` reads as the list of its steps. The command line is one caller;
// others may be a function in the cloud, a server, a worker.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/http/http.h"
#include "vectora/pipeline/collector.h"
#include "vectora/pipeline/issue_maker.h"
#include "vectora/pipeline/observer.h"
#include "vectora/pipeline/run_record.h"
#include "vectora/store/buckets.h"

namespace vectora::pipeline {

// Which steps are run; what an earlier step would have given is read from the store.
struct Steps {
  bool ingest = true;
  bool normalize = true;
  bool newsletter = true;
};

struct RunPlan {
  const config::Canonical& canonical;
  std::vector<config::ClientPlan> clients;  // windows set, overrides applied
  Date as_of;
  Instant now;  // end of as_of in a replay, else the clock
  Mode mode = Mode::kLive;
  Steps steps;
  std::string capture_id;        // of the capture that a live run makes
  std::vector<Digest> captures;  // that a replay reads
  Refresh refresh = Refresh::kNo;
  int64_t max_fresh_s = 3600;  // of VisitOptions
};

struct RunPorts {
  http::Client& client;
  store::Buckets& buckets;
  Observer& observer;
};

struct ClientResult {
  ClientId client;
  std::string status;  // success, partial, no_items, failed
  std::string error;   // of a failure that is the client's own
  RunRecord record;
  Ingested ingested;
  int items_input = 0;  // stored items of the window
  int items_normalized = 0;
  int items_matched = 0;
  std::map<std::string, int> score_bands;    // "0-5", "5-10", ...
  std::map<std::string, int> entity_counts;  // distinct names by plural kind
  std::map<std::string, int> domain_counts;  // matched items by watch domain
  std::optional<MadeIssue> issue;
};

struct RunResult {
  std::vector<ClientResult> clients;
  size_t sources_asked = 0;

  std::string status() const;  // success, partial, no_items, failed: of all together
};

// An error is one that concerns every client: a store that does not answer.
Result<RunResult> run_pipeline(const RunPlan& plan, const RunPorts& ports);

// Keys of what a client's run writes, for messages and bodies.
std::string issue_key(const ClientId& client, Date target_day, std::string_view file);

}  // namespace vectora::pipeline
