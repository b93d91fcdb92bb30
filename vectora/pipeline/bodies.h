// Bodies: what a run answers to its caller, by the event contract.
//
// The same objects are printed by `--json` and returned by the functions in the
// cloud. Durations are given by the caller, who holds the clock.
#pragma once

#include <string>

#include "vectora/base/json.h"
#include "vectora/pipeline/run.h"

namespace vectora::pipeline {

struct BodyContext {
  std::string execution_date;  // RFC 3339
  double seconds = 0;
  bool dry_run = false;
  std::string ingestion_mode = "balanced";
  std::string temporal_mode = "strict";
  std::string scoring_mode = "balanced";
  int clients_discovered = 0;
  int clients_active = 0;
};

Json ingest_body(const ClientResult& result, const config::ClientPlan& client,
                 const BodyContext& context);
Json normalize_body(const ClientResult& result, const config::ClientPlan& client,
                    const BodyContext& context);
Json newsletter_body(const ClientResult& result, const config::ClientPlan& client,
                     const BodyContext& context);
// Of many clients; also of a scan that found none ("no_active_clients").
Json many_body(const RunResult& result, const BodyContext& context);

}  // namespace vectora::pipeline
