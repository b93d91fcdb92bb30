#include "vectora/app/cli/promote_command.h"

#include <fstream>
#include <iterator>

#include "vectora/app/cli/snapshot_command.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/ops/promotion/promote.h"

namespace vectora::app {
namespace {

constexpr size_t kMaxPlanBytes = 64u << 20;

Result<std::optional<Json>> read_plan(const std::string& path) {
  if (path.empty()) return std::optional<Json>();
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  bytes.resize(kMaxPlanBytes + 1);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<size_t>(file.gcount()));
  if (bytes.empty())
    return Error{ErrorCode::kInvalidArgument, "--plan " + path + ": cannot be read, or is empty"};
  if (bytes.size() > kMaxPlanBytes)
    return Error{ErrorCode::kInvalidArgument, "--plan " + path + ": larger than 64 MB"};
  Result<Json> json = parse_json(bytes);
  if (!json)
    return Error{ErrorCode::kInvalidArgument, "--plan " + path + ": " + json.error().message};
  return std::optional(*std::move(json));
}

// A reason for each gate, in order; a single one is for all.
Result<std::vector<ops::Override>> overrides_of(const PromoteArguments& arguments) {
  const size_t gates = arguments.overrides.size();
  const size_t reasons = arguments.reasons.size();
  if (gates > 0 && reasons != 1 && reasons != gates)
    return Error{ErrorCode::kInvalidArgument,
                 "each --override needs a --reason, which stays in the history"};
  if (gates == 0 && reasons > 1)
    return Error{ErrorCode::kInvalidArgument, "more than one --reason, and nothing overridden"};
  std::vector<ops::Override> overrides;
  for (size_t i = 0; i < gates; ++i)
    overrides.push_back({arguments.overrides[i], arguments.reasons[reasons == 1 ? 0 : i]});
  return overrides;
}

ExitCode code_of(ops::Promotion outcome) {
  switch (outcome) {
    case ops::Promotion::kDone:
    case ops::Promotion::kNothingToDo:
    case ops::Promotion::kAllowed: return ExitCode::kOk;
    case ops::Promotion::kRefused: return ExitCode::kRefused;
    case ops::Promotion::kUndone: return ExitCode::kFailed;
  }
  return ExitCode::kFailed;
}

void tell(const ops::PromotionReport& report, Console& console) {
  switch (report.outcome) {
    case ops::Promotion::kDone:
      return console.note("'" + report.to + "' has " + report.after.str() + " now");
    case ops::Promotion::kNothingToDo:
      return console.note("'" + report.to + "' has this configuration already");
    case ops::Promotion::kAllowed: return console.note("dry run: nothing was changed");
    case ops::Promotion::kRefused:
      return console.error("refused, nothing was changed: " + report.because +
                           "; --override GATE --reason TEXT passes a gate by");
    case ops::Promotion::kUndone:
      return console.error("undone, '" + report.to + "' is as before: " + report.because);
  }
}

Result<ExitCode> run(const PromoteArguments& arguments, const Globals& globals, Console& console) {
  const config::Workspace workspace = TRY(open_settings(globals, console));
  const auto settings = TRY(choose_environment(arguments.to, globals, workspace));
  const auto source = TRY(choose_environment(arguments.from, globals, workspace));
  ops::Environment from = TRY(open_environment(source, workspace.project, globals.workspace));
  ops::Environment to = TRY(open_environment(settings, workspace.project, globals.workspace));
  const auto clock = system_clock();
  const ops::Operator who = this_operator(*clock);
  ops::PromoteOptions options;
  options.take_snapshot = snapshot_taker(to, who, "promote", console);
  options.overrides = TRY(overrides_of(arguments));
  if (options.overrides.empty() && !arguments.reasons.empty()) options.why = arguments.reasons[0];
  options.plan = TRY(read_plan(arguments.plan));
  options.soak_days = settings.soak_days;
  options.dry_run = arguments.dry_run ? ops::DryRun::kYes : ops::DryRun::kNo;
  TRY(ops::check_promotion(from, to, options));
  if (!arguments.dry_run)
    TRY(ask_for_name(to, "promote " + from.name + " " + to.name, arguments.consent, console));
  pipeline::SilentObserver silent;
  const ops::PromotionReport report = TRY(ops::promote(from, to, who, options, silent));
  console.print(globals.output == Output::kJson ? to_json_line(ops::to_json(report)) + "\n"
                                                : ops::report_markdown(report));
  tell(report, console);
  return code_of(report.outcome);
}

}  // namespace

ExitCode promote_command(const PromoteArguments& arguments, const Globals& globals,
                         Console& console) {
  const Result<ExitCode> code = run(arguments, globals, console);
  return code ? *code : fail(code.error(), console);
}

}  // namespace vectora::app
