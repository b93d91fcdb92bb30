#include "vectora/app/cli/source_command.h"

#include "vectora/app/cli/source_table.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/base/clock.h"

namespace vectora::app {
namespace {

Result<std::vector<SourceHealth>> healths(WorkspaceSession& session) {
  std::vector<SourceHealth> sources;
  for (const auto& [key, source] : session.canonical().sources) {
    SourceHealth health{key, source.mode, source.enabled, source.expected_period_days, {}};
    health.state = TRY(pipeline::load_source_state(*session.buckets.data, key));
    sources.push_back(std::move(health));
  }
  return sources;
}

Result<void> print_list(const Globals& globals, Console& console) {
  WorkspaceSession session = TRY(open_workspace(globals, Access::kDryRun, console));
  const std::vector<SourceHealth> sources = TRY(healths(session));
  const Date today = system_clock()->now().date();
  if (globals.output == Output::kText) console.print(source_table(sources, today));
  if (globals.output == Output::kJson)
    for (const SourceHealth& source : sources)
      console.print(to_json_line(source_json(source, today)) + "\n");
  return {};
}

}  // namespace

ExitCode source_list_command(const Globals& globals, Console& console) {
  const Result<void> printed = print_list(globals, console);
  if (printed) return ExitCode::kOk;
  console.error(printed.error().message);
  return printed.error().code == ErrorCode::kInvalidArgument ? ExitCode::kUsage : ExitCode::kFailed;
}

}  // namespace vectora::app
