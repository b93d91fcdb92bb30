#include "vectora/app/cli/clean_command.h"

#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/history.h"
#include "vectora/ops/ttl/clean.h"

namespace vectora::app {
namespace {

constexpr int kJsonVersion = 1;

// Of the test clients of the workspace, and of those that the environment has
// itself.
Result<std::vector<ops::Lifetime>> lifetimes(const config::Workspace& workspace,
                                             ops::Environment& environment,
                                             const Globals& globals) {
  const config::Files files = TRY(config::read_workspace_folder(globals.workspace));
  std::map<ClientId, config::ClientPlan> clients = config::load_workspace(files).clients;
  if (!workspace.environments.at(environment.name).config_from_workspace) {
    config::Files bucket = TRY(config::read_config_bucket(*environment.buckets.config));
    clients.merge(config::load_workspace(bucket).clients);
  }
  return ops::lifetimes_of(clients);
}

void print(const ops::Cleaned& cleaned, const CleanArguments& arguments,
           const ops::Environment& environment, const Globals& globals, Console& console) {
  Json removed = Json::array();
  for (const ops::Expired& expired : cleaned.expired) {
    if (globals.output == Output::kText) console.print("- " + expired.place.str() + "\n");
    removed.push_back({{"place", expired.place.str()},
                       {"client_id", expired.client.str()},
                       {"bytes", expired.bytes}});
  }
  if (globals.output == Output::kJson)
    console.print(to_json_line({{"version", kJsonVersion},
                                {"environment", environment.name},
                                {"dry_run", arguments.dry_run},
                                {"removed", std::move(removed)},
                                {"archive", cleaned.archive}}) +
                  "\n");
  console.note(std::to_string(cleaned.expired.size()) + " objects have expired" +
               (arguments.dry_run         ? "; dry run: nothing was removed"
                : cleaned.expired.empty() ? ""
                                          : " and were removed") +
               (cleaned.archive.empty() ? "" : "; snapshot " + cleaned.archive + " holds them"));
}

Result<void> remember(ops::Environment& environment, const ops::Operator& who,
                      const ops::Cleaned& cleaned) {
  ops::HistoryEntry entry;
  entry.at = who.clock.now();
  entry.who = who.who;
  entry.action = "clean";
  entry.environment = environment.name;
  entry.snapshot = cleaned.archive;
  entry.details = {{"removed", cleaned.expired.size()}};
  TRY(ops::record(*environment.buckets.config, entry));
  return {};
}

Result<ExitCode> run(const CleanArguments& arguments, const Globals& globals, Console& console) {
  const config::Workspace workspace = TRY(open_settings(globals, console));
  ops::Environment environment = TRY(open_named({}, globals, console));
  const std::vector<ops::Lifetime> all = TRY(lifetimes(workspace, environment, globals));
  if (all.empty())
    console.note("no test client says metadata.s3_ttl_days, so nothing ever expires");
  if (arguments.lifecycle) {
    console.print(to_json_text(ops::lifecycle_rules(environment, all)));
    return ExitCode::kOk;
  }
  const auto clock = system_clock();
  const ops::Operator who = this_operator(*clock);
  const ops::snapshot::Context context{environment, who, console};
  const ops::Archive archive = arguments.archive ? ops::Archive::kYes : ops::Archive::kNo;
  ops::Cleaned cleaned = TRY(ops::clean(context, all, archive, ops::CleanMode::kTell));
  if (!arguments.dry_run && !cleaned.expired.empty()) {
    TRY(ask(environment, "remove " + std::to_string(cleaned.expired.size()) + " objects for good",
            arguments.consent, console));
    cleaned = TRY(ops::clean(context, all, archive, ops::CleanMode::kRemove));
    TRY(remember(environment, who, cleaned));
  }
  print(cleaned, arguments, environment, globals, console);
  return ExitCode::kOk;
}

}  // namespace

ExitCode clean_command(const CleanArguments& arguments, const Globals& globals, Console& console) {
  const Result<ExitCode> code = run(arguments, globals, console);
  return code ? *code : fail(code.error(), console);
}

}  // namespace vectora::app
