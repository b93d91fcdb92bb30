#include "vectora/ops/configuration/sync.h"

#include "vectora/config/release.h"
#include "vectora/ops/configuration/client_version.h"

namespace vectora::ops {
namespace {

constexpr const char* kCanonical = "canonical/";
constexpr const char* kTestClients = "clients/test/";

// Problems name the file that a person has before them.
std::vector<config::Problem> in_workspace(std::vector<config::Problem> problems,
                                          const config::LoadedWorkspace& loaded) {
  for (config::Problem& problem : problems)
    for (const auto& [id, file] : loaded.client_files)
      if (problem.where.file == store::keys::client_config(id)) {
        problem.where.file = file;
        break;
      }
  return problems;
}

Json counts_of(const std::vector<FileChange>& changes) {
  return {{"files", difference_counts(changes)}};
}

}  // namespace

config::Files files_to_release(const config::Files& workspace,
                               const config::LoadedWorkspace& loaded) {
  config::Files files;
  for (const auto& [path, bytes] : workspace)
    if (path.starts_with(kCanonical)) files[path] = bytes;
  for (const auto& [id, file] : loaded.client_files)
    if (!file.starts_with(kTestClients)) files[store::keys::client_config(id)] = workspace.at(file);
  return files;
}

Result<SyncPlan> plan_sync(Environment& environment, const config::Files& workspace,
                           const config::LoadedWorkspace& loaded, Prune prune) {
  const Configuration present = TRY(readable_configuration(environment));
  SyncPlan plan;
  plan.before = present.digest;
  plan.after = files_to_release(workspace, loaded);
  plan.problems = in_workspace(version_problems(present.files, plan.after), loaded);
  for (const auto& [path, bytes] : present.files) {
    if (plan.after.contains(path)) continue;
    plan.only_there.push_back(path);
    if (prune == Prune::kNo) plan.after[path] = bytes;
  }
  plan.changes = differences(present.files, plan.after);
  return plan;
}

Result<Changed> sync(Environment& environment, const Operator& who, const SyncPlan& plan,
                     const SyncOptions& options) {
  Lease lease = TRY(Lease::acquire(environment, who, "sync"));
  TRY(recover_under(environment, lease));
  const Configuration present = TRY(readable_configuration(environment));
  TRY(expect_planned_from(plan.before, present, environment));
  Change change{"sync", plan.after, {}, options.why, counts_of(plan.changes), {}};
  const bool is_new = config::release_of(plan.after, {}).digest() != present.digest;
  if (options.take_snapshot && is_new && !present.files.empty())
    change.snapshot = TRY_IN("snapshot before sync", options.take_snapshot());
  Changed changed = TRY(change_configuration(environment, who, lease, change));
  TRY(lease.release());
  return changed;
}

}  // namespace vectora::ops
