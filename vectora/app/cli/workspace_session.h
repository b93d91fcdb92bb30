// A workspace, opened: its files read and checked, its environment's buckets.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/config/plan.h"
#include "vectora/ops/environment.h"
#include "vectora/store/buckets.h"

namespace vectora::app {

enum class Access { kReadWrite, kDryRun };

struct WorkspaceSession {
  config::LoadedWorkspace loaded;
  config::Environment environment;
  store::Buckets buckets;  // where commands read and write
  store::Buckets beneath;  // of a dry run: what `buckets` reads through to
  std::string folder;

  const config::Canonical& canonical() const { return *loaded.canonical; }
};

// kInvalidArgument where the configuration that the environment runs by, or
// vectora.yaml, is not valid; every problem was printed then. A change of its
// configuration that was cut short is finished or undone first.
Result<WorkspaceSession> open_workspace(const Globals& globals, Access access, Console& console);

// vectora.yaml, read and valid.
Result<config::Workspace> open_settings(const Globals& globals, Console& console);

// The environment of that name; empty: the one that flags, variable or workspace choose.
Result<config::Environment> choose_environment(const std::string& name, const Globals& globals,
                                               const config::Workspace& workspace);

// The environment, opened; what was cut short in it is finished or undone.
Result<ops::Environment> open_named(const std::string& name, const Globals& globals,
                                    Console& console);

// The configuration that `validate`, `client` and `config` look at: that of the
// environment which a flag or the variable names, else the workspace's own.
Result<config::Files> configuration_files(const Globals& globals, Console& console);
Result<config::LoadedWorkspace> load_configuration(const Globals& globals, Console& console);

// What to say of a client that no file names, with the nearest that one does.
Error no_such_client(const ClientId& id, const config::LoadedWorkspace& loaded);

// Prints problems, one a line, errors first.
void print_problems(const std::vector<config::Problem>& problems, Console& console);

// The message, and the code for it: kUsage for what was asked for in vain, else
// kFailed.
ExitCode fail(const Error& error, Console& console);

}  // namespace vectora::app
