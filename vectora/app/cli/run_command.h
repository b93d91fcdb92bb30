// vectora run, ingest, normalize, newsletter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/pipeline/run.h"

namespace vectora::app {

struct RunArguments {
  std::string command = "run";  // run, ingest, normalize, newsletter
  pipeline::Steps steps;
  std::vector<std::string> clients;  // empty: every active one
  std::string as_of;                 // YYYY-MM-DD; also --target-date
  std::string replay;
  bool live = false;
  bool dry_run = false;
  std::optional<int> period_days;
  std::string from_date;
  std::string to_date;
  std::vector<std::string> sources;  // ingest: only these
  std::string temporal_mode;
  std::string ingestion_mode;
  std::string scoring_mode;
  bool force = false;
};

ExitCode run_command(const RunArguments& arguments, const Globals& globals, Console& console);

}  // namespace vectora::app
