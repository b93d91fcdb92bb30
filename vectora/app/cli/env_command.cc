#include "vectora/app/cli/env_command.h"

#include <algorithm>

#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/config/release.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/history.h"
#include "vectora/ops/survey/doctor.h"
#include "vectora/ops/survey/inventory.h"

namespace vectora::app {
namespace {

constexpr int kJsonVersion = 1;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

bool is_protected(const ops::Environment& environment) {
  return environment.protection == ops::Protection::kByName;
}

Json settings_json(const config::Environment& settings, const ops::Environment& environment,
                   const config::Workspace& workspace) {
  Json buckets = Json::object();
  for (const char* role : {"config", "data", "newsletters", "lambda-code"})
    buckets[role] = environment.bucket(role);
  return {{"name", settings.name},
          {"default", settings.name == workspace.default_environment},
          {"store", environment.store},
          {"config", settings.config_from_workspace ? "workspace" : "bucket"},
          {"protected", is_protected(environment)},
          {"soak_days", settings.soak_days},
          {"region", text_or_null(settings.region)},
          {"profile", text_or_null(settings.profile)},
          {"endpoint", text_or_null(settings.endpoint)},
          {"path_style", settings.path_style},
          {"llm", {{"provider", settings.llm_provider}}},
          {"replay", text_or_null(settings.replay)},
          {"buckets", std::move(buckets)}};
}

std::string list_line(const Json& json, size_t width) {
  std::string name = string_member(json, "name");
  name.resize(width, ' ');
  std::string line = name + "  " + string_member(json, "store");
  if (string_member(json, "config") == "workspace") line += "  configured by this folder";
  if (bool_member(json, "protected")) line += "  protected";
  if (bool_member(json, "default")) line += "  default";
  return line + "\n";
}

Result<void> list(const Globals& globals, Console& console) {
  const config::Workspace workspace = TRY(open_settings(globals, console));
  std::vector<Json> all;
  size_t width = 0;
  for (const auto& [name, settings] : workspace.environments) {
    const ops::Environment environment =
        TRY(open_environment(settings, workspace.project, globals.workspace));
    all.push_back(settings_json(settings, environment, workspace));
    width = std::max(width, name.size());
  }
  for (const Json& json : all)
    console.print(globals.output == Output::kJson ? to_json_line(json) + "\n"
                                                  : list_line(json, width));
  return {};
}

// What is released, and by the change of which record.
Result<Json> release_json(ops::Environment& environment) {
  const auto stored = TRY(config::read_release(*environment.buckets.config));
  if (!stored) return Json(nullptr);
  const Digest digest = stored->release.digest();
  Json json = {{"digest", digest.str()},
               {"files", stored->release.files.size()},
               {"program", stored->release.program}};
  for (const ops::HistoryEntry& entry : TRY(ops::read_history(*environment.buckets.config, 100))) {
    if (entry.after != digest || entry.outcome != "done") continue;
    json["at"] = entry.at.str();
    json["who"] = entry.who;
    json["action"] = entry.action;
    break;
  }
  return json;
}

Result<void> show(const std::string& name, const Globals& globals, Console& console) {
  const config::Workspace workspace = TRY(open_settings(globals, console));
  const config::Environment settings = TRY(choose_environment(name, globals, workspace));
  ops::Environment environment =
      TRY(open_environment(settings, workspace.project, globals.workspace));
  Json json = {{"version", kJsonVersion}};
  json.update(settings_json(settings, environment, workspace));
  json["release"] = TRY(release_json(environment));
  console.print(globals.output == Output::kJson ? to_json_line(json) + "\n" : to_json_text(json));
  return {};
}

Result<void> create(const std::string& name, const Globals& globals, Console& console) {
  const config::Workspace workspace = TRY(open_settings(globals, console));
  const config::Environment settings = TRY(choose_environment(name, globals, workspace));
  TRY(create_buckets(settings, workspace.project));
  console.note("the buckets of '" + settings.name + "' are there; " +
               (settings.config_from_workspace
                    ? "it is configured by this folder"
                    : "fill its configuration by `vectora sync --env " + settings.name + "`"));
  return {};
}

Result<ExitCode> examine(const std::string& name, const Globals& globals, Console& console) {
  const config::Workspace workspace = TRY(open_settings(globals, console));
  const config::Environment settings = TRY(choose_environment(name, globals, workspace));
  ops::Environment environment =
      TRY(open_environment(settings, workspace.project, globals.workspace));
  const auto clock = system_clock();
  const std::vector<ops::Finding> findings = ops::examine(environment, *clock);
  const Json json = {{"version", kJsonVersion},
                     {"environment", environment.name},
                     {"store", environment.store},
                     {"ok", !ops::has_failed(findings)},
                     {"findings", ops::findings_json(findings)}};
  if (globals.output == Output::kText)
    console.note("environment '" + environment.name + "' in " + environment.store);
  console.print(globals.output == Output::kJson ? to_json_line(json) + "\n"
                                                : ops::findings_text(findings));
  return ops::has_failed(findings) ? ExitCode::kFailed : ExitCode::kOk;
}

Result<void> print_history(const std::string& name, size_t limit, const Globals& globals,
                           Console& console) {
  ops::Environment environment = TRY(open_named(name, globals, console));
  const auto entries = TRY(ops::read_history(*environment.buckets.config, limit));
  if (entries.empty()) console.note("nothing is recorded of '" + environment.name + "'");
  for (const ops::HistoryEntry& entry : entries)
    console.print(globals.output == Output::kJson ? to_json_line(ops::to_json(entry)) + "\n"
                                                  : ops::history_line(entry) + "\n");
  return {};
}

Result<void> print_inventory(const Globals& globals, Console& console) {
  const config::Files files = TRY(config::read_workspace_folder(globals.workspace));
  const config::LoadedWorkspace loaded = config::load_workspace(files);
  ops::Environment environment = TRY(open_named({}, globals, console));
  const ops::Inventory inventory = TRY(ops::take_inventory(environment, files, loaded));
  if (globals.output == Output::kText)
    console.note("environment '" + environment.name + "' in " + environment.store);
  console.print(globals.output == Output::kJson
                    ? to_json_line(ops::inventory_json(inventory)) + "\n"
                    : ops::inventory_text(inventory));
  return {};
}

ExitCode code_of(const Result<void>& result, Console& console) {
  return result ? ExitCode::kOk : fail(result.error(), console);
}

}  // namespace

ExitCode env_list_command(const Globals& globals, Console& console) {
  return code_of(list(globals, console), console);
}

ExitCode env_show_command(const std::string& name, const Globals& globals, Console& console) {
  return code_of(show(name, globals, console), console);
}

ExitCode env_create_command(const std::string& name, const Globals& globals, Console& console) {
  return code_of(create(name, globals, console), console);
}

ExitCode env_doctor_command(const std::string& name, const Globals& globals, Console& console) {
  const Result<ExitCode> code = examine(name, globals, console);
  return code ? *code : fail(code.error(), console);
}

ExitCode inventory_command(const Globals& globals, Console& console) {
  return code_of(print_inventory(globals, console), console);
}

ExitCode history_command(const std::string& name, size_t limit, const Globals& globals,
                         Console& console) {
  return code_of(print_history(name, limit, globals, console), console);
}

}  // namespace vectora::app
