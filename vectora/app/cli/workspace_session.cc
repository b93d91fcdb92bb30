#include "vectora/app/cli/workspace_session.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "vectora/config/workspace_files.h"

namespace vectora::app {
namespace {

namespace fs = std::filesystem;

std::string chosen_environment(const Globals& globals, const config::Workspace& workspace) {
  if (!globals.environment.empty()) return globals.environment;
  const char* variable = std::getenv("VECTORA_ENV");
  if (variable != nullptr && *variable != '\0') return variable;
  return workspace.default_environment;
}

Result<config::Environment> environment_named(const std::string& name,
                                              const config::Workspace& workspace) {
  const auto found = workspace.environments.find(name);
  if (found != workspace.environments.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [known, environment] : workspace.environments) names.push_back(known);
  std::string message = "vectora.yaml has no environment '" + name + "'";
  const std::string nearest = config::nearest(name, names);
  if (!nearest.empty()) message += "; did you mean '" + nearest + "'?";
  return Error{ErrorCode::kInvalidArgument, message};
}

Error invalid_configuration() {
  return {ErrorCode::kInvalidArgument, "the configuration is not valid; nothing was run"};
}

}  // namespace

Result<std::string> store_folder(const std::string& store, const std::string& workspace) {
  static constexpr std::string_view kFile = "file://";
  if (!store.starts_with(kFile))
    return Error{ErrorCode::kUnavailable,
                 "store '" + store + "': this version keeps its store in a directory (file://DIR)"};
  const fs::path folder = store.substr(kFile.size());
  return folder.is_absolute() ? folder.string() : (fs::path(workspace) / folder).string();
}

void print_problems(const std::vector<config::Problem>& problems, Console& console) {
  for (const auto severity : {config::Severity::kError, config::Severity::kWarning}) {
    for (const config::Problem& problem : problems) {
      if (problem.severity != severity) continue;
      if (severity == config::Severity::kError)
        console.error(config::to_string(problem));
      else
        console.warn(config::to_string(problem));
    }
  }
}

Error no_such_client(const ClientId& id, const config::LoadedWorkspace& loaded) {
  std::vector<std::string> known;
  for (const auto& [name, file] : loaded.client_files) known.push_back(name.str());
  std::string message = "there is no client '" + id.str() + "'";
  const std::string nearest = config::nearest(id.str(), known);
  message += nearest.empty() ? "; see `vectora client list`" : "; did you mean '" + nearest + "'?";
  return Error{ErrorCode::kInvalidArgument, message};
}

Result<WorkspaceSession> open_workspace(const Globals& globals, Access access, Console& console) {
  WorkspaceSession session;
  session.folder = globals.workspace;
  const config::Files files = TRY(config::read_workspace_folder(globals.workspace));
  session.loaded = config::load_workspace(files);
  const std::vector<config::Problem> problems = session.loaded.workspace_problems();
  if (config::has_errors(problems) || !session.loaded.canonical) {
    print_problems(session.loaded.problems, console);
    return invalid_configuration();
  }
  const std::string name = chosen_environment(globals, session.loaded.workspace);
  session.environment = TRY(environment_named(name, session.loaded.workspace));
  const std::string folder = TRY(store_folder(session.environment.store, globals.workspace));
  session.buckets = store::open_directory_buckets(folder, session.loaded.workspace.project, name);
  if (!session.environment.config_from_workspace) {
    const config::Files remote = TRY(config::read_config_bucket(*session.buckets.config));
    config::Files merged = remote;
    merged["vectora.yaml"] = files.at("vectora.yaml");
    session.loaded = config::load_workspace(merged);
    if (config::has_errors(session.loaded.workspace_problems()) || !session.loaded.canonical) {
      print_problems(session.loaded.problems, console);
      return invalid_configuration();
    }
  }
  if (access == Access::kDryRun) {
    session.beneath = std::move(session.buckets);
    session.buckets = store::open_overlay_buckets(session.beneath);
  }
  return session;
}

}  // namespace vectora::app
