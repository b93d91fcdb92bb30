#include "vectora/app/cli/workspace_session.h"

#include <algorithm>
#include <cstdlib>

#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/configuration/change.h"

namespace vectora::app {
namespace {

// Of a flag, or of the variable; empty: nobody named one.
std::string named_environment(const Globals& globals) {
  if (!globals.environment.empty()) return globals.environment;
  const char* variable = std::getenv("VECTORA_ENV");
  return variable == nullptr ? std::string() : variable;
}

Error invalid_configuration() {
  return {ErrorCode::kInvalidArgument, "the configuration is not valid; nothing was run"};
}

Result<void> recover(ops::Environment& environment, Console& console) {
  const auto clock = system_clock();
  const auto recovered = TRY(ops::recover(environment, this_operator(*clock)));
  if (recovered) console.warn(recovered->text);
  return {};
}

Result<config::Workspace> checked(config::Settings settings, Console& console) {
  print_problems(settings.problems, console);
  if (config::has_errors(settings.problems)) return invalid_configuration();
  return std::move(settings.workspace);
}

// The files that an environment runs by, vectora.yaml among them.
Result<config::Files> files_of(const config::Environment& settings, store::ObjectStore& bucket,
                               const config::Files& workspace) {
  if (settings.config_from_workspace) return workspace;
  config::Files files = TRY(config::read_config_bucket(bucket));
  if (files.empty())
    return Error{ErrorCode::kInvalidArgument, "environment '" + settings.name +
                                                  "' has no configuration yet; fill it by "
                                                  "`vectora sync --env " +
                                                  settings.name + "`"};
  if (const auto file = workspace.find("vectora.yaml"); file != workspace.end())
    files.insert(*file);
  return files;
}

}  // namespace

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

ExitCode fail(const Error& error, Console& console) {
  console.error(error.message);
  const bool is_usage =
      error.code == ErrorCode::kInvalidArgument || error.code == ErrorCode::kNotFound;
  return is_usage ? ExitCode::kUsage : ExitCode::kFailed;
}

Result<config::Environment> choose_environment(const std::string& name, const Globals& globals,
                                               const config::Workspace& workspace) {
  std::string chosen = name.empty() ? named_environment(globals) : name;
  if (chosen.empty()) chosen = workspace.default_environment;
  const auto found = workspace.environments.find(chosen);
  if (found != workspace.environments.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [known, environment] : workspace.environments) names.push_back(known);
  std::string message = "vectora.yaml has no environment '" + chosen + "'";
  const std::string nearest = config::nearest(chosen, names);
  message += nearest.empty() ? "; see `vectora env list`" : "; did you mean '" + nearest + "'?";
  return Error{ErrorCode::kInvalidArgument, message};
}

Result<config::Workspace> open_settings(const Globals& globals, Console& console) {
  const config::Files files = TRY(config::read_workspace_folder(globals.workspace));
  return checked(config::load_settings(files), console);
}

Result<ops::Environment> open_named(const std::string& name, const Globals& globals,
                                    Console& console) {
  const config::Workspace workspace = TRY(open_settings(globals, console));
  const config::Environment settings = TRY(choose_environment(name, globals, workspace));
  ops::Environment environment =
      TRY(open_environment(settings, workspace.project, globals.workspace));
  TRY(recover(environment, console));
  return environment;
}

Result<WorkspaceSession> open_workspace(const Globals& globals, Access access, Console& console) {
  WorkspaceSession session;
  session.folder = globals.workspace;
  const config::Files files = TRY(config::read_workspace_folder(globals.workspace));
  config::Settings settings = config::load_settings(files);
  if (config::has_errors(settings.problems)) {
    print_problems(settings.problems, console);
    return invalid_configuration();
  }
  session.environment = TRY(choose_environment({}, globals, settings.workspace));
  ops::Environment environment =
      TRY(open_environment(session.environment, settings.workspace.project, globals.workspace));
  if (access == Access::kReadWrite) TRY(recover(environment, console));
  session.buckets = std::move(environment.buckets);
  session.loaded =
      config::load_workspace(TRY(files_of(session.environment, *session.buckets.config, files)));
  if (config::has_errors(session.loaded.workspace_problems()) || !session.loaded.canonical) {
    print_problems(session.loaded.problems, console);
    return invalid_configuration();
  }
  if (access == Access::kDryRun) {
    session.beneath = std::move(session.buckets);
    session.buckets = store::open_overlay_buckets(session.beneath);
  }
  return session;
}

Result<config::Files> configuration_files(const Globals& globals, Console& console) {
  config::Files files = TRY(config::read_workspace_folder(globals.workspace));
  if (named_environment(globals).empty()) return files;
  const config::Workspace workspace = TRY(checked(config::load_settings(files), console));
  const config::Environment settings = TRY(choose_environment({}, globals, workspace));
  const ops::Environment environment =
      TRY(open_environment(settings, workspace.project, globals.workspace));
  return files_of(settings, *environment.buckets.config, files);
}

Result<config::LoadedWorkspace> load_configuration(const Globals& globals, Console& console) {
  return config::load_workspace(TRY(configuration_files(globals, console)));
}

}  // namespace vectora::app
