// Gates: what must be so before a configuration is promoted.
//
//   for (const GateResult& result : ask_gates(standard_gates(), candidate)) ...
//
// A gate looks and says; it changes nothing. One that has nothing to look at (no
// labels, no plan) is skipped and says so. Later work adds to the list.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/ops/configuration/change.h"
#include "vectora/ops/configuration/difference.h"
#include "vectora/ops/environment.h"

namespace vectora::ops {

// What is to be promoted, and what gates may ask of it.
struct Candidate {
  Environment& from;
  Environment& to;
  Configuration before;  // of `to`; no files: it is empty
  Configuration after;   // of `from`
  config::LoadedWorkspace before_loaded;
  config::LoadedWorkspace after_loaded;
  std::vector<FileChange> changes;
  std::optional<Json> plan;  // as `vectora plan --json` wrote it
  int soak_days = 0;
  Instant now;
};

enum class Verdict { kPassed, kRefused, kSkipped };
std::string_view to_string(Verdict verdict);  // passed, refused, skipped

struct GateResult {
  std::string gate;
  Verdict verdict = Verdict::kPassed;
  std::string why;
  Json details = Json::object();
};

struct Gate {
  std::string name;
  // An error is a refusal: what cannot be looked at is not known to be well.
  std::function<Result<GateResult>(const Candidate& candidate)> ask;
};

// validate, versions, labels, plan, soak, in that order.
std::vector<Gate> standard_gates();

std::vector<GateResult> ask_gates(const std::vector<Gate>& gates, const Candidate& candidate);

}  // namespace vectora::ops
