#include "vectora/app/cli/rollback_command.h"

#include "vectora/app/cli/snapshot_command.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/ops/promotion/kept_configuration.h"
#include "vectora/ops/promotion/rollback.h"

namespace vectora::app {
namespace {

constexpr int kJsonVersion = 1;

void print(const ops::RollbackPlan& plan, const std::optional<ops::Changed>& changed,
           const ops::Environment& environment, const Globals& globals, Console& console) {
  if (globals.output == Output::kText) return console.print(ops::difference_text(plan.changes));
  const Json json = {{"version", kJsonVersion},
                     {"environment", environment.name},
                     {"to", plan.snapshot},
                     {"dry_run", !changed.has_value()},
                     {"before", plan.before.str()},
                     {"after", changed ? Json(changed->after.str()) : Json(nullptr)},
                     {"changes", ops::difference_json(plan.changes)},
                     {"snapshot", changed ? changed->entry.snapshot : ""},
                     {"history", changed ? changed->entry.id : ""}};
  console.print(to_json_line(json) + "\n");
}

Result<void> run(const RollbackArguments& arguments, const Globals& globals, Console& console) {
  ops::Environment environment = TRY(open_named(arguments.environment, globals, console));
  const auto clock = system_clock();
  const ops::Operator who = this_operator(*clock);
  const ops::RollbackOptions options{
      arguments.to, arguments.why, snapshot_taker(environment, who, "rollback", console),
      [&environment](const std::string& name) {
        return ops::kept_configuration(*environment.buckets.config, name);
      }};
  const ops::RollbackPlan plan = TRY(ops::plan_rollback(environment, options));
  if (arguments.dry_run) {
    print(plan, {}, environment, globals, console);
    console.note("dry run: '" + environment.name + "' would go back to snapshot " + plan.snapshot);
    return {};
  }
  TRY(ask_for_name(environment, "go back to snapshot " + plan.snapshot, arguments.consent,
                   console));
  const ops::Changed changed = TRY(ops::roll_back(environment, who, plan, options));
  if (changed.undone) return changed.undone->within("undone, all is as before");
  print(plan, changed, environment, globals, console);
  console.note("'" + environment.name + "' is as in snapshot " + plan.snapshot + " now");
  return {};
}

}  // namespace

ExitCode rollback_command(const RollbackArguments& arguments, const Globals& globals,
                          Console& console) {
  const Result<void> done = run(arguments, globals, console);
  return done ? ExitCode::kOk : fail(done.error(), console);
}

}  // namespace vectora::app
