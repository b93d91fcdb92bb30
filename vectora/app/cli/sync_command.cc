#include "vectora/app/cli/sync_command.h"

#include "vectora/app/cli/snapshot_command.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/configuration/sync.h"

namespace vectora::app {
namespace {

constexpr int kJsonVersion = 1;

class SyncCommand {
 public:
  SyncCommand(const SyncArguments& arguments, const Globals& globals, Console& console)
      : arguments_(arguments), globals_(globals), console_(console) {}

  Result<ExitCode> run() {
    files_ = TRY(config::read_workspace_folder(globals_.workspace));
    loaded_ = config::load_workspace(files_);
    TRY(check(loaded_.problems, "the workspace is not valid"));
    const config::Environment settings = TRY(choose_environment({}, globals_, loaded_.workspace));
    if (settings.config_from_workspace)
      return Error{ErrorCode::kInvalidArgument, "environment '" + settings.name +
                                                    "' reads this folder: there is nothing to "
                                                    "sync; name another with --env"};
    environment_ = TRY(open());
    plan_ = TRY(ops::plan_sync(environment_, files_, loaded_,
                               arguments_.prune ? ops::Prune::kYes : ops::Prune::kNo));
    tell_changes();
    TRY(check(plan_.problems, "a client's version must rise with its content"));
    if (arguments_.dry_run) {
      print({});
      return ExitCode::kOk;
    }
    TRY(ask_for_consent());
    return apply();
  }

 private:
  Result<ops::Environment> open() {
    if (!arguments_.dry_run) return open_named({}, globals_, console_);
    const config::Environment settings = TRY(choose_environment({}, globals_, loaded_.workspace));
    return open_environment(settings, loaded_.workspace.project, globals_.workspace);
  }

  Result<void> check(const std::vector<config::Problem>& problems, const std::string& verdict) {
    if (!config::has_errors(problems)) return {};
    print_problems(problems, console_);
    return Error{ErrorCode::kInvalidArgument, verdict + "; nothing was written"};
  }

  void tell_changes() {
    if (globals_.output == Output::kText) console_.print(ops::difference_text(plan_.changes));
    if (plan_.changes.empty())
      console_.note("'" + environment_.name + "' has this configuration already");
    if (arguments_.prune) return;
    for (const std::string& file : plan_.only_there)
      console_.note(file + " is only in '" + environment_.name + "'; --prune removes it");
  }

  Result<void> ask_for_consent() {
    if (plan_.changes.empty()) return {};
    const std::string act = "sync " + ops::difference_counts(plan_.changes);
    const bool removes = arguments_.prune && !plan_.only_there.empty();
    return removes ? ask(environment_, act, arguments_.consent, console_)
                   : ask_for_name(environment_, act, arguments_.consent, console_);
  }

  Result<ExitCode> apply() {
    const auto clock = system_clock();
    const ops::Operator who = this_operator(*clock);
    const ops::Changed changed =
        TRY(ops::sync(environment_, who, plan_,
                      {arguments_.why, snapshot_taker(environment_, who, "sync", console_)}));
    if (changed.undone) return changed.undone->within("undone, all is as before");
    print(changed);
    return ExitCode::kOk;
  }

  void print(const std::optional<ops::Changed>& changed) {
    const bool is_new = changed && !changed->nothing_to_do;
    if (is_new)
      console_.note("'" + environment_.name + "' has " + changed->after.str() + " now, " +
                    std::to_string(plan_.after.size()) + " files read back and compared");
    if (!changed && globals_.output == Output::kText) console_.note("dry run: nothing was written");
    if (globals_.output == Output::kText) return;
    Json json = {{"version", kJsonVersion},
                 {"environment", environment_.name},
                 {"dry_run", !changed.has_value()},
                 {"changes", ops::difference_json(plan_.changes)},
                 {"only_there", plan_.only_there},
                 {"before", changed && !changed->before.empty() ? Json(changed->before.str())
                                                                : Json(nullptr)},
                 {"after", changed ? Json(changed->after.str()) : Json(nullptr)},
                 {"snapshot", is_new ? changed->entry.snapshot : ""},
                 {"history", is_new ? changed->entry.id : ""}};
    console_.print(to_json_line(json) + "\n");
  }

  const SyncArguments& arguments_;
  const Globals& globals_;
  Console& console_;
  config::Files files_;
  config::LoadedWorkspace loaded_;
  ops::Environment environment_;
  ops::SyncPlan plan_;
};

}  // namespace

ExitCode sync_command(const SyncArguments& arguments, const Globals& globals, Console& console) {
  const Result<ExitCode> code = SyncCommand(arguments, globals, console).run();
  return code ? *code : fail(code.error(), console);
}

}  // namespace vectora::app
