#include "vectora/ops/promotion/rollback.h"

#include "vectora/ops/history.h"

namespace vectora::ops {
namespace {

constexpr size_t kMaxHistory = 1000;

// Of the change that brought the present configuration.
Result<std::string> snapshot_before_present(Environment& environment, const Digest& present) {
  for (const HistoryEntry& entry : TRY(read_history(*environment.buckets.config, kMaxHistory)))
    if (entry.outcome == "done" && entry.after == present && !entry.snapshot.empty())
      return entry.snapshot;
  return Error{ErrorCode::kNotFound,
               "environment '" + environment.name +
                   "': no snapshot was taken before the change that brought its configuration; "
                   "name one with --to, see `vectora snapshot list --env " +
                   environment.name + "`"};
}

}  // namespace

Result<RollbackPlan> plan_rollback(Environment& environment, const RollbackOptions& options) {
  const Configuration present = TRY(read_configuration(environment));
  RollbackPlan plan;
  plan.before = present.digest;
  plan.snapshot = options.to;
  if (plan.snapshot.empty())
    plan.snapshot = TRY(snapshot_before_present(environment, present.digest));
  plan.after = TRY_IN("snapshot " + plan.snapshot, options.read_snapshot(plan.snapshot));
  if (plan.after.empty())
    return Error{ErrorCode::kNotFound,
                 "snapshot " + plan.snapshot + " holds no configuration; name another with --to"};
  plan.changes = differences(present.files, plan.after);
  return plan;
}

Result<Changed> roll_back(Environment& environment, const Operator& who, const RollbackPlan& plan,
                          const RollbackOptions& options) {
  Lease lease = TRY(Lease::acquire(environment, who, "rollback"));
  TRY(recover_under(environment, lease));
  const Configuration present = TRY(read_configuration(environment));
  TRY(expect_planned_from(plan.before, present, environment));
  Change change{"rollback", plan.after, {}, options.why, {{"to", plan.snapshot}}, {}};
  if (options.take_snapshot && !plan.changes.empty())
    change.snapshot = TRY_IN("snapshot before rollback", options.take_snapshot());
  Changed changed = TRY(change_configuration(environment, who, lease, change));
  TRY(lease.release());
  return changed;
}

}  // namespace vectora::ops
