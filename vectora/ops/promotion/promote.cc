#include "vectora/ops/promotion/promote.h"

#include <algorithm>
#include <array>

#include "vectora/config/problem.h"
#include "vectora/config/release.h"
#include "vectora/store/transfer.h"

namespace vectora::ops {
namespace {

constexpr std::array<std::string_view, 3> kSteps = {"dev", "stage", "prod"};

Result<void> check_step(const std::string& from, const std::string& to) {
  const auto at = std::find(kSteps.begin(), kSteps.end(), to);
  const bool is_step = at != kSteps.begin() && at != kSteps.end() && *std::prev(at) == from;
  if (is_step) return {};
  std::string hint = "use `vectora promote dev stage` or `vectora promote stage prod`";
  if (to == kSteps.front()) hint = "dev is filled by `vectora sync --env dev`";
  return Error{ErrorCode::kInvalidArgument,
               "promotion goes dev, stage, prod, one step at a time, not from '" + from + "' to '" +
                   to + "'; " + hint};
}

Result<void> check_overrides(const PromoteOptions& options) {
  std::vector<std::string> names;
  for (const Gate& gate : options.gates) names.push_back(gate.name);
  for (const Override& override : options.overrides) {
    if (std::find(names.begin(), names.end(), override.gate) == names.end()) {
      std::string message = "--override " + override.gate + ": there is no such gate";
      const std::string nearest = config::nearest(override.gate, names);
      if (!nearest.empty()) message += "; did you mean '" + nearest + "'?";
      return Error{ErrorCode::kInvalidArgument, message};
    }
    if (override.reason.find_first_not_of(" \t\n") == std::string::npos)
      return Error{ErrorCode::kInvalidArgument,
                   "--override " + override.gate + " needs a --reason, which stays in the history"};
  }
  return {};
}

class Step {
 public:
  Step(Environment& from, Environment& to, const Operator& who, const PromoteOptions& options,
       pipeline::Observer& observer)
      : from_(from), to_(to), who_(who), options_(options), observer_(observer) {}

  Result<PromotionReport> run() {
    TRY(check_promotion(from_, to_, options_));
    if (options_.dry_run == DryRun::kYes) {
      TRY(look());
      if (is_open()) report_.outcome = Promotion::kAllowed;
      return std::move(report_);
    }
    Lease lease = TRY(Lease::acquire(to_, who_, "promote " + from_.name + " " + to_.name));
    TRY(recover_under(to_, lease));
    TRY(recover(from_, who_));
    TRY(look());
    if (report_.outcome == Promotion::kRefused) TRY(record_refusal());
    if (is_open()) TRY(apply(lease));
    TRY(keep_report());
    TRY(lease.release());
    return std::move(report_);
  }

 private:
  bool is_open() const { return report_.outcome == Promotion::kDone; }

  // Both configurations, what differs, and what the gates say of it.
  Result<void> look() {
    std::array<Configuration, 2> both;
    const auto read = [&](size_t i) -> Result<void> {
      both[i] = TRY(read_configuration(i == 0 ? to_ : from_));
      return {};
    };
    TRY(store::in_parallel(both.size(), both.size(), read));
    auto& [before, after] = both;
    if (after.files.empty())
      return Error{ErrorCode::kNotFound, "environment '" + from_.name +
                                             "' has no configuration to promote; fill it by "
                                             "`vectora sync --env " +
                                             from_.name + "`"};
    report_.from = from_.name;
    report_.to = to_.name;
    report_.at = who_.clock.now();
    report_.who = who_.who;
    report_.why = options_.why;
    report_.before = before.files.empty() ? Digest() : before.digest;
    report_.after = after.digest;
    report_.overrides = options_.overrides;
    if (before.is_release && before.digest == after.digest) {
      report_.outcome = Promotion::kNothingToDo;
      return {};
    }
    before_ = before.files;
    after_ = after.files;
    Candidate candidate{from_, to_, std::move(before), std::move(after),   {},
                        {},    {},  options_.plan,     options_.soak_days, report_.at};
    candidate.before_loaded = config::load_workspace(candidate.before.files);
    candidate.after_loaded = config::load_workspace(candidate.after.files);
    candidate.changes = differences(candidate.before.files, candidate.after.files);
    report_.gates = ask_gates(options_.gates, candidate);
    report_.changes = std::move(candidate.changes);
    settle_gates();
    return {};
  }

  void settle_gates() {
    for (const GateResult& gate : report_.gates) {
      if (gate.verdict != Verdict::kRefused || is_overridden(gate.gate)) continue;
      report_.outcome = Promotion::kRefused;
      report_.because += (report_.because.empty() ? "" : "; ") + gate.gate + ": " + gate.why;
    }
  }

  bool is_overridden(const std::string& gate) const {
    return std::any_of(options_.overrides.begin(), options_.overrides.end(),
                       [&gate](const Override& override) { return override.gate == gate; });
  }

  // What the history keeps: the verdicts, not the whole report.
  Json details() const {
    Json gates = Json::object();
    for (const GateResult& gate : report_.gates) gates[gate.gate] = to_string(gate.verdict);
    Json overrides = Json::array();
    for (const Override& override : report_.overrides)
      overrides.push_back({{"gate", override.gate}, {"reason", override.reason}});
    return {{"from", from_.name},
            {"files", difference_counts(report_.changes)},
            {"gates", std::move(gates)},
            {"overrides", std::move(overrides)}};
  }

  Result<void> record_refusal() {
    HistoryEntry entry;
    entry.at = report_.at;
    entry.who = report_.who;
    entry.action = "promote";
    entry.environment = to_.name;
    entry.outcome = "refused";
    entry.before = entry.after = report_.before;
    entry.why = report_.why;
    entry.details = details();
    entry.details["refused_because"] = report_.because;
    entry.id = TRY(record(*to_.buckets.config, entry));
    entry_ = entry;
    return {};
  }

  Result<void> apply(Lease& lease) {
    Change change{"promote", after_, {}, options_.why, details(), {}};
    if (options_.take_snapshot)
      change.snapshot = TRY_IN("snapshot before promote", options_.take_snapshot());
    change.accept = [this, &lease] { return accept(lease); };
    const Changed changed = TRY(change_configuration(to_, who_, lease, change));
    report_.snapshot = change.snapshot;
    entry_ = changed.entry;
    if (!changed.undone) return {};
    report_.outcome = Promotion::kUndone;
    report_.because = changed.undone->message;
    return {};
  }

  Result<void> accept(Lease& lease) {
    report_.smoke = TRY_IN("smoke run", smoke_run({to_, from_, before_}, observer_));
    TRY(lease.renew());
    if (report_.smoke->failures.empty()) return {};
    return Error{ErrorCode::kUnavailable, "smoke run: " + report_.smoke->failures.front()};
  }

  Result<void> keep_report() {
    if (!entry_) return {};
    report_.history_id = entry_->id;
    store::ObjectStore& config = *to_.buckets.config;
    TRY(config.put(history_key(*entry_, "report.json"), to_json_text(to_json(report_))));
    TRY(config.put(history_key(*entry_, "md"), report_markdown(report_)));
    return {};
  }

  Environment& from_;
  Environment& to_;
  const Operator& who_;
  const PromoteOptions& options_;
  pipeline::Observer& observer_;
  PromotionReport report_;
  config::Files before_;
  config::Files after_;
  std::optional<HistoryEntry> entry_;
};

}  // namespace

std::string_view to_string(Promotion outcome) {
  switch (outcome) {
    case Promotion::kDone: return "done";
    case Promotion::kNothingToDo: return "nothing to do";
    case Promotion::kAllowed: return "allowed";
    case Promotion::kRefused: return "refused";
    case Promotion::kUndone: return "undone";
  }
  return "";
}

Result<void> check_promotion(const Environment& from, const Environment& to,
                             const PromoteOptions& options) {
  TRY(check_step(from.name, to.name));
  return check_overrides(options);
}

Result<PromotionReport> promote(Environment& from, Environment& to, const Operator& who,
                                const PromoteOptions& options, pipeline::Observer& observer) {
  return Step(from, to, who, options, observer).run();
}

}  // namespace vectora::ops
