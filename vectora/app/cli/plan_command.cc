#include "vectora/app/cli/plan_command.h"

#include <filesystem>
#include <utility>

#include "vectora/app/cli/replace_file.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/config/release.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/configuration/sync.h"
#include "vectora/ops/plan/plan.h"

namespace vectora::app {
namespace {

namespace fs = std::filesystem;

// A configuration as it was read, and as it would be released.
struct Loaded {
  std::string name;
  config::LoadedWorkspace configuration;
  config::Files files;

  ops::PlanSide side() const {
    return {name, files, configuration, config::release_of(files, VECTORA_VERSION).digest()};
  }
};

class PlanCommand {
 public:
  PlanCommand(const PlanArguments& arguments, const Globals& globals, Console& console)
      : arguments_(arguments), globals_(globals), console_(console) {}

  Result<ExitCode> run() {
    TRY(check_arguments());
    settings_ = TRY(open_settings(globals_, console_));
    const Loaded before = TRY(load_before());
    const Loaded after = TRY(load_after());
    std::vector<ClientId> clients;
    for (const std::string& name : arguments_.clients) clients.emplace_back(name);
    for (const ClientId& client : clients)
      if (!before.configuration.client_files.contains(client) &&
          !after.configuration.client_files.contains(client))
        return no_such_client(client, after.configuration);
    store::Buckets layer = store::open_overlay_buckets(environment_.buckets);
    const std::vector<pipeline::Capture> captures = TRY(find_captures(layer));
    const ops::PlanSide was = before.side();
    const ops::PlanSide is = after.side();
    const ops::Plan plan =
        TRY(ops::make_plan({was, is, captures, layer, std::move(clients)}, console_));
    return tell(plan);
  }

 private:
  Result<void> check_arguments() const {
    if (arguments_.from.empty() != arguments_.to.empty())
      return Error{ErrorCode::kInvalidArgument, "--from and --to go together"};
    if (!arguments_.from.empty() && !arguments_.config.empty())
      return Error{ErrorCode::kInvalidArgument, "either --from and --to, or --config"};
    return {};
  }

  // What readers have now: of the environment that would be changed.
  Result<Loaded> load_before() {
    environment_settings_ = TRY(choose_environment(arguments_.to, globals_, settings_));
    environment_ =
        TRY(open_environment(environment_settings_, settings_.project, globals_.workspace));
    if (environment_settings_.config_from_workspace)
      return load_folder(globals_.workspace, environment_.name);
    return load_environment(environment_);
  }

  Result<Loaded> load_after() {
    if (arguments_.from.empty()) {
      const std::string& folder =
          arguments_.config.empty() ? globals_.workspace : arguments_.config;
      return load_folder(folder, folder == globals_.workspace ? "workspace" : folder);
    }
    const config::Environment settings =
        TRY(choose_environment(arguments_.from, globals_, settings_));
    source_ = TRY(open_environment(settings, settings_.project, globals_.workspace));
    if (settings.config_from_workspace) return load_folder(globals_.workspace, source_.name);
    return load_environment(source_);
  }

  Result<Loaded> load_folder(const std::string& folder, const std::string& name) {
    const config::Files files = TRY_IN(name, config::read_workspace_folder(folder));
    config::LoadedWorkspace loaded = TRY_IN(name, checked(config::load_workspace(files)));
    config::Files released = ops::files_to_release(files, loaded);
    return Loaded{name, std::move(loaded), std::move(released)};
  }

  Result<Loaded> load_environment(ops::Environment& environment) {
    const ops::Configuration configuration =
        TRY_IN(environment.name, ops::read_configuration(environment));
    if (configuration.files.empty())
      return Error{ErrorCode::kInvalidArgument,
                   "'" + environment.name +
                       "' has no configuration yet, so there is nothing to "
                       "compare; `vectora sync` or `vectora promote` brings one"};
    config::LoadedWorkspace loaded =
        TRY_IN(environment.name, checked(config::load_workspace(configuration.files)));
    return Loaded{environment.name, std::move(loaded), configuration.files};
  }

  Result<config::LoadedWorkspace> checked(config::LoadedWorkspace loaded) {
    if (!config::has_errors(loaded.problems) && loaded.canonical) return loaded;
    print_problems(loaded.problems, console_);
    return Error{ErrorCode::kInvalidArgument, "the configuration is not valid; nothing was run"};
  }

  // Those that were recorded, else the one that the environment replays.
  Result<std::vector<pipeline::Capture>> find_captures(store::Buckets& layer) {
    std::vector<pipeline::Capture> captures =
        TRY(ops::recorded_captures(*layer.data, arguments_.days));
    if (captures.empty() && source_.buckets.data) {
      captures = TRY(ops::recorded_captures(*source_.buckets.data, arguments_.days));
      if (!captures.empty()) layer = store::open_overlay_buckets(source_.buckets);
    }
    const fs::path replayed = fs::path(globals_.workspace) / environment_settings_.replay;
    if (captures.empty() && !environment_settings_.replay.empty() && fs::exists(replayed))
      captures.push_back(TRY(pipeline::import_capture(*layer.data, replayed)));
    if (!captures.empty()) return captures;
    return Error{ErrorCode::kNotFound, "'" + environment_.name +
                                           "' has no capture to compare by; `vectora run --env " +
                                           environment_.name + "` records one"};
  }

  Result<ExitCode> tell(const ops::Plan& plan) {
    const Json json = ops::to_json(plan);
    if (!arguments_.out.empty()) {
      TRY_IN("--out " + arguments_.out, replace_file(arguments_.out, to_json_text(json)));
      console_.note("the plan is in " + arguments_.out +
                    "; `vectora promote` takes it with --plan");
    }
    console_.print(globals_.output == Output::kJson ? to_json_line(json) + "\n"
                                                    : ops::plan_text(plan));
    if (plan.changes_anything()) return ExitCode::kChanges;
    console_.note(plan.configuration.empty() ? "nothing changes"
                                             : "the configurations differ, no newsletter does");
    return ExitCode::kOk;
  }

  const PlanArguments& arguments_;
  const Globals& globals_;
  Console& console_;
  config::Workspace settings_;
  config::Environment environment_settings_;
  ops::Environment environment_;  // that would be changed
  ops::Environment source_;       // of --from
};

}  // namespace

ExitCode plan_command(const PlanArguments& arguments, const Globals& globals, Console& console) {
  const Result<ExitCode> code = PlanCommand(arguments, globals, console).run();
  return code ? *code : fail(code.error(), console);
}

}  // namespace vectora::app
