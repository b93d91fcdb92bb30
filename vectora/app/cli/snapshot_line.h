// The part of the command line that is about snapshots, plans and what expires.
#pragma once

#include <functional>
#include <string>

#include "vectora/app/cli/clean_command.h"
#include "vectora/app/cli/plan_command.h"
#include "vectora/app/cli/snapshot_command.h"

namespace CLI {
class App;
}

namespace vectora::app {

// Outlives the line that it belongs to; `globals` and `action` too.
class SnapshotLine {
 public:
  using Action = std::function<ExitCode(Console&)>;

  SnapshotLine(const Globals& globals, Action& action) : globals_(globals), action_(action) {}

  // A command that is named leaves what is to be done in `action`.
  void add_to(CLI::App& app);

 private:
  CLI::App* add_act(CLI::App& snapshot, const std::string& name, const std::string& example,
                    const std::string& what, SnapshotAct act);
  void add_create(CLI::App& snapshot);
  void add_looking(CLI::App& snapshot);
  void add_restore(CLI::App& snapshot);
  void add_prune(CLI::App& snapshot);
  void add_plan(CLI::App& app);
  void add_clean(CLI::App& app);
  void add_name(CLI::App& command, const std::string& what);
  void add_dry_run_and_consent(CLI::App& command);

  const Globals& globals_;
  Action& action_;
  SnapshotArguments arguments_;
  PlanArguments plan_;
  CleanArguments clean_;
};

}  // namespace vectora::app
