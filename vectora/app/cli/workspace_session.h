// A workspace, opened: its files read and checked, its environment's buckets.
#pragma once

#include <string>

#include "vectora/app/cli/console.h"
#include "vectora/app/cli/exit_code.h"
#include "vectora/app/cli/globals.h"
#include "vectora/config/plan.h"
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

// kInvalidArgument where the workspace, the canonical pack or the environment is
// not valid; every problem was printed then.
Result<WorkspaceSession> open_workspace(const Globals& globals, Access access, Console& console);

// The folder of a "file://" store, relative ones against the workspace.
Result<std::string> store_folder(const std::string& store, const std::string& workspace);

// What to say of a client that no file names, with the nearest that one does.
Error no_such_client(const ClientId& id, const config::LoadedWorkspace& loaded);

// Prints problems, one a line, errors first.
void print_problems(const std::vector<config::Problem>& problems, Console& console);

}  // namespace vectora::app
