#include "vectora/app/cli/bump_command.h"

#include <filesystem>

#include "vectora/app/cli/replace_file.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/config/workspace_files.h"

namespace vectora::app {
namespace {

Result<void> bump(const std::string& client, ops::Part part, const Globals& globals,
                  Console& console) {
  const config::Files files = TRY(config::read_workspace_folder(globals.workspace));
  const config::LoadedWorkspace loaded = config::load_workspace(files);
  const auto found = loaded.client_files.find(ClientId(client));
  if (found == loaded.client_files.end()) return no_such_client(ClientId(client), loaded);
  const std::string& file = found->second;
  const ops::Bumped bumped = TRY(ops::bumped(files.at(file), file, part));
  TRY(replace_file(std::filesystem::path(globals.workspace) / file, bumped.bytes));
  const Json json = {{"client_id", client},
                     {"file", file},
                     {"before", bumped.before.str()},
                     {"after", bumped.after.str()}};
  console.print(globals.output == Output::kJson
                    ? to_json_line(json) + "\n"
                    : file + ": " + bumped.before.str() + " -> " + bumped.after.str() + "\n");
  return {};
}

}  // namespace

ExitCode client_bump_command(const std::string& client, ops::Part part, const Globals& globals,
                             Console& console) {
  const Result<void> done = bump(client, part, globals, console);
  if (done) return ExitCode::kOk;
  console.error(done.error().message);
  const bool is_mine = done.error().code == ErrorCode::kIo;
  return is_mine ? ExitCode::kFailed : ExitCode::kUsage;
}

}  // namespace vectora::app
