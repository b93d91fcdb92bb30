#include "vectora/app/cli/config_command.h"

#include <cstdlib>

#include "vectora/app/cli/workspace_session.h"
#include "vectora/config/effective.h"
#include "vectora/config/explain.h"

namespace vectora::app {
namespace {

config::ChosenEnvironment chosen_environment(const Globals& globals,
                                             const config::Workspace& workspace) {
  if (!globals.environment.empty()) return {globals.environment, config::Origin::kFlag, "--env"};
  const char* variable = std::getenv("VECTORA_ENV");
  if (variable != nullptr && *variable != '\0')
    return {variable, config::Origin::kEnvironment, "VECTORA_ENV"};
  return {workspace.default_environment, config::Origin::kFile};
}

// Files that are not valid are explained all the same: that is when it helps.
Result<void> explain(const ConfigArguments& arguments, const Globals& globals, Console& console) {
  const config::Files files = TRY(configuration_files(globals, console));
  const config::KeyExplanation told = TRY(config::explain_key(arguments.key, files));
  console.print(globals.output == Output::kJson
                    ? to_json_line(config::explanation_json(told)) + "\n"
                    : config::explanation_text(told));
  return {};
}

Result<void> show(const ConfigArguments& arguments, const Globals& globals, Console& console) {
  const config::Files files = TRY(configuration_files(globals, console));
  const config::LoadedWorkspace loaded = config::load_workspace(files);
  std::vector<config::EffectiveValue> values;
  if (arguments.client.empty()) {
    const config::ChosenEnvironment chosen = chosen_environment(globals, loaded.workspace);
    TRY(choose_environment(chosen.environment, globals, loaded.workspace));
    values = config::effective_workspace(files, chosen);
  } else {
    const ClientId client(arguments.client);
    const auto file = loaded.client_files.find(client);
    if (file == loaded.client_files.end()) return no_such_client(client, loaded);
    values = TRY(config::effective_client(files, file->second));
  }
  const auto with_origin = arguments.origin ? config::ShowOrigin::kYes : config::ShowOrigin::kNo;
  if (globals.output == Output::kText) {
    console.print(config::effective_text(values, with_origin));
    return {};
  }
  Json json;
  json["version"] = 1;
  json["values"] = config::effective_json(values);
  console.print(to_json_line(json) + "\n");
  return {};
}

ExitCode finish(const Result<void>& done, Console& console) {
  return done ? ExitCode::kOk : fail(done.error(), console);
}

}  // namespace

ExitCode config_explain_command(const ConfigArguments& arguments, const Globals& globals,
                                Console& console) {
  return finish(explain(arguments, globals, console), console);
}

ExitCode config_show_command(const ConfigArguments& arguments, const Globals& globals,
                             Console& console) {
  return finish(show(arguments, globals, console), console);
}

}  // namespace vectora::app
