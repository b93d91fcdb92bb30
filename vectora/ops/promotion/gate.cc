#include "vectora/ops/promotion/gate.h"

#include "vectora/base/counted.h"
#include "vectora/config/release.h"
#include "vectora/ops/configuration/client_version.h"
#include "vectora/ops/history.h"
#include "vectora/ops/promotion/labels_gate.h"

namespace vectora::ops {
namespace {

constexpr size_t kMaxHistory = 1000;
constexpr int64_t kSecondsOfDay = 86400;

GateResult passed(std::string why) {
  return {{}, Verdict::kPassed, std::move(why), Json::object()};
}
GateResult skipped(std::string why) {
  return {{}, Verdict::kSkipped, std::move(why), Json::object()};
}
GateResult refused(std::string why) {
  return {{}, Verdict::kRefused, std::move(why), Json::object()};
}

// The first problem in words, all of them in the details.
GateResult refused_for(const std::vector<config::Problem>& problems) {
  std::vector<std::string> errors;
  for (const config::Problem& problem : problems)
    if (problem.severity == config::Severity::kError) errors.push_back(config::to_string(problem));
  std::string why = errors.empty() ? "no market was read" : errors.front();
  if (errors.size() > 1) why += " (and " + std::to_string(errors.size() - 1) + " more)";
  GateResult result = refused(std::move(why));
  result.details["problems"] = errors;
  return result;
}

Result<GateResult> ask_validate(const Candidate& candidate) {
  const config::LoadedWorkspace& loaded = candidate.after_loaded;
  if (config::has_errors(loaded.problems) || !loaded.canonical) return refused_for(loaded.problems);
  return passed("the market pack and " +
                counted(static_cast<int64_t>(loaded.clients.size()), "client") + " are valid");
}

Result<GateResult> ask_versions(const Candidate& candidate) {
  const auto problems = version_problems(candidate.before.files, candidate.after.files);
  if (!problems.empty()) return refused_for(problems);
  return passed("every client that changed has a higher version");
}

// A plan names the two configurations that it compared.
Result<GateResult> ask_plan(const Candidate& candidate) {
  if (!candidate.plan)
    return skipped("no plan was given; `vectora plan --from " + candidate.from.name + " --to " +
                   candidate.to.name +
                   " --out FILE` shows what readers would get, and --plan FILE has it checked");
  const std::string before = string_member(*candidate.plan, "before");
  const std::string after = string_member(*candidate.plan, "after");
  if (before.empty() || after.empty())
    return refused(
        "the file names no two configurations; `vectora plan --out` writes one that does");
  if (before != candidate.before.digest.str())
    return refused("the plan is stale: '" + candidate.to.name + "' was " + before + ", it is " +
                   candidate.before.digest.str() + " now");
  if (after != candidate.after.digest.str())
    return refused("the plan is stale: '" + candidate.from.name + "' was " + after + ", it is " +
                   candidate.after.digest.str() + " now");
  return passed("the plan compared what is there now");
}

// Since when the environment has had its present configuration without a break.
Result<std::optional<Instant>> present_since(Environment& environment, const Digest& digest) {
  std::optional<Instant> since;
  for (const HistoryEntry& entry : TRY(read_history(*environment.buckets.config, kMaxHistory))) {
    if (entry.outcome != "done" || entry.after.empty()) continue;
    if (entry.after != digest) break;
    since = entry.at;
  }
  return since;
}

Result<GateResult> ask_soak(const Candidate& candidate) {
  if (candidate.soak_days == 0) return passed("no soak time is asked for");
  const std::string days = std::to_string(candidate.soak_days) + " days";
  const auto since = TRY(present_since(candidate.from, candidate.after.digest));
  if (!since)
    return refused("'" + candidate.from.name +
                   "' has no record of this configuration, and it should have been there for " +
                   days);
  const Instant until = *since + candidate.soak_days * kSecondsOfDay;
  if (candidate.now < until)
    return refused("in '" + candidate.from.name + "' since " + since->str() + ", " + days +
                   " are over at " + until.str());
  return passed("in '" + candidate.from.name + "' since " + since->str() + ", longer than " + days);
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed: return "passed";
    case Verdict::kRefused: return "refused";
    case Verdict::kSkipped: return "skipped";
  }
  return "";
}

std::vector<Gate> standard_gates() {
  return {{"validate", ask_validate},
          {"versions", ask_versions},
          labels_gate(),
          {"plan", ask_plan},
          {"soak", ask_soak}};
}

std::vector<GateResult> ask_gates(const std::vector<Gate>& gates, const Candidate& candidate) {
  std::vector<GateResult> results;
  for (const Gate& gate : gates) {
    Result<GateResult> result = gate.ask(candidate);
    results.push_back(result ? *std::move(result) : refused(result.error().message));
    results.back().gate = gate.name;
  }
  return results;
}

}  // namespace vectora::ops
