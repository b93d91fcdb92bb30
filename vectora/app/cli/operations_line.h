// The part of the command line that is about environments.
#pragma once

#include <functional>
#include <string>

#include "vectora/app/cli/bump_command.h"
#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/app/cli/promote_command.h"
#include "vectora/app/cli/rollback_command.h"
#include "vectora/app/cli/sync_command.h"

namespace CLI {
class App;
}

namespace vectora::app {

using Action = std::function<ExitCode(Console&)>;

// Outlives the line that it belongs to; `globals` and `action` too.
class OperationsLine {
 public:
  OperationsLine(const Globals& globals, Action& action) : globals_(globals), action_(action) {}

  // A command that is named leaves what is to be done in `action`. The command
  // "client" is there already.
  void add_to(CLI::App& app);

 private:
  using EnvironmentCommand = ExitCode (*)(const std::string&, const Globals&, Console&);

  void add_env(CLI::App& app);
  void add_env_command(CLI::App& env, const std::string& name, const std::string& what,
                       EnvironmentCommand command);
  void add_bump(CLI::App& client);
  void add_sync(CLI::App& app);
  void add_inventory(CLI::App& app);
  void add_promote(CLI::App& app);
  void add_rollback(CLI::App& app);
  void add_history(CLI::App& app);

  const Globals& globals_;
  Action& action_;
  std::string name_;  // of an environment or client
  size_t limit_ = 20;
  ops::Part part_ = ops::Part::kPatch;
  SyncArguments sync_;
  PromoteArguments promote_;
  RollbackArguments rollback_;
};

}  // namespace vectora::app
