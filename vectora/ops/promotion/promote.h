// Promote: the configuration of one environment becomes that of the next.
//
//   const PromotionReport report = TRY(promote(dev, stage, anna, options));
//   console.print(report_markdown(report));
//
// dev, then stage, then prod, one step at a time. The gates are asked, a snapshot is
// taken, the configuration is changed whole or not at all, and tried by a smoke run
// on what was captured last; if that fails, or anything else, it is undone. A report
// says what happened either way and is kept beside the history's entry, as
// {id}.md and {id}.report.json.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/ops/configuration/sync.h"
#include "vectora/ops/promotion/gate.h"
#include "vectora/ops/promotion/smoke.h"

namespace vectora::ops {

struct Override {
  std::string gate;
  std::string reason;
};

enum class DryRun { kNo, kYes };

struct PromoteOptions {
  std::string why;
  std::vector<Override> overrides;  // each with a reason, which stays in the history
  std::optional<Json> plan;
  int soak_days = 0;
  TakeSnapshot take_snapshot;
  std::vector<Gate> gates = standard_gates();
  DryRun dry_run = DryRun::kNo;  // asks the gates and writes nothing
};

enum class Promotion {
  kDone,
  kNothingToDo,  // the target has this configuration
  kAllowed,      // of a dry run
  kRefused,      // by a gate
  kUndone,       // it was in effect for a moment, and failed
};
std::string_view to_string(Promotion outcome);

struct PromotionReport {
  std::string from;
  std::string to;
  Instant at;
  std::string who;
  std::string why;
  Promotion outcome = Promotion::kDone;
  std::string because;  // of a refusal or an undoing
  Digest before;
  Digest after;
  std::vector<FileChange> changes;
  std::vector<GateResult> gates;
  std::vector<Override> overrides;
  std::string snapshot;
  std::optional<SmokeRun> smoke;
  std::string history_id;
};

// kInvalidArgument for other environments than a step of dev, stage, prod, an override
// without a reason or of no gate.
Result<void> check_promotion(const Environment& from, const Environment& to,
                             const PromoteOptions& options);

// Also kConflict while another change is under way.
Result<PromotionReport> promote(Environment& from, Environment& to, const Operator& who,
                                const PromoteOptions& options, pipeline::Observer& observer);

Json to_json(const PromotionReport& report);
std::string report_markdown(const PromotionReport& report);

}  // namespace vectora::ops
