// Smoke run: the configuration that readers of an environment now see, tried on what
// was captured last. Nothing is fetched, nothing is written.
//
//   const SmokeRun smoke = TRY(smoke_run({stage, dev, before}, observer));
//   if (!smoke.failures.empty()) ...      // undo
//
// The newest capture of the environment is replayed for each active client by the
// new configuration and by the one before. It fails where the configuration is not
// valid, where a client's run fails that did not fail before, and where an issue
// would be empty that had items before.
#pragma once

#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/ops/environment.h"
#include "vectora/pipeline/observer.h"

namespace vectora::ops {

struct SmokeClient {
  ClientId client;
  std::string status;  // success, partial, no_items, failed
  std::string error;
  int items = 0;  // of the issue
};

struct SmokeRun {
  std::string capture;  // empty: neither environment has one, so the files were only loaded
  std::vector<SmokeClient> before;
  std::vector<SmokeClient> after;
  std::vector<std::string> failures;
};

struct SmokeInput {
  Environment& environment;
  Environment& fallback;        // whose newest capture is taken where there is none
  const config::Files& before;  // no files: there was no configuration
};

// An error is one of the store; what is wrong with the configuration is a failure.
Result<SmokeRun> smoke_run(const SmokeInput& input, pipeline::Observer& observer);

Json to_json(const SmokeRun& run);

}  // namespace vectora::ops
