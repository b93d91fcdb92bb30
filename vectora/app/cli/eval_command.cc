#include "vectora/app/cli/eval_command.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "vectora/app/cli/named_client.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/config/workspace_files.h"
#include "vectora/evaluation/evaluate.h"
#include "vectora/evaluation/label_store.h"
#include "vectora/evaluation/report.h"

namespace vectora::app {
namespace {

using evaluation::Evaluation;
using evaluation::Label;

Result<std::vector<Label>> labels_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path))
    return Error{ErrorCode::kNotFound, "--labels " + path + ": cannot be read"};
  const std::string lines{std::istreambuf_iterator<char>(file), {}};
  auto labels = evaluation::labels_from_lines(lines);
  if (labels) return labels;
  return Error{ErrorCode::kInvalidArgument, "--labels " + path + ": " + labels.error().message};
}

Result<std::vector<Label>> labels_of_client(WorkspaceSession& session, const ClientId& client) {
  evaluation::LabelStore store(*session.buckets.data, client);
  TRY(store.load());
  if (!store.labels().empty()) return store.labels();
  return Error{ErrorCode::kNotFound, "client '" + client.str() +
                                         "' has no labels yet; make some with `vectora label "
                                         "--client " +
                                         client.str() + "`, or name a file with --labels"};
}

// The same client in another folder with canonical/ and clients/.
Result<Evaluation> evaluated_elsewhere(const std::string& folder, const ClientId& client,
                                       const std::vector<Label>& labels, Console& console) {
  const config::LoadedWorkspace other =
      config::load_workspace(TRY(config::read_workspace_folder(folder)));
  const auto plan = other.clients.find(client);
  if (!other.canonical || plan == other.clients.end()) {
    print_problems(other.problems, console);
    return Error{ErrorCode::kInvalidArgument,
                 "--compare " + folder + ": no valid client '" + client.str() + "'"};
  }
  return evaluation::evaluate(labels, plan->second, *other.canonical);
}

void print_text(const Evaluation& now, const std::vector<evaluation::Figure>& gained,
                const EvalArguments& arguments, Console& console) {
  console.print(evaluation_text(now));
  if (arguments.compare.empty()) return;
  console.print("\ngained over " + arguments.compare + " (* the interval leaves out 0)\n" +
                evaluation::gains_text(gained));
}

void print_json(const Evaluation& now, const std::vector<evaluation::Figure>& gained,
                const EvalArguments& arguments, const ClientId& client, Console& console) {
  Json json;
  json["version"] = 1;
  json["client_id"] = client.str();
  const Json measured = evaluation_json(now);
  for (const auto& [name, value] : measured.items()) json[name] = value;
  if (!arguments.compare.empty()) {
    json["compared_with"] = arguments.compare;
    json["gained"] = evaluation::figures_json(gained);
  }
  console.print(to_json_line(json) + "\n");
}

Result<void> eval(const EvalArguments& arguments, const Globals& globals, Console& console) {
  WorkspaceSession session = TRY(open_workspace(globals, Access::kDryRun, console));
  const config::ClientPlan& client = *TRY(named_client(arguments.client, session, console));
  const std::vector<Label> labels = arguments.labels.empty()
                                        ? TRY(labels_of_client(session, client.id))
                                        : TRY(labels_of_file(arguments.labels));
  if (labels.empty()) return Error{ErrorCode::kInvalidArgument, "there is no label"};
  const Evaluation now = TRY(evaluation::evaluate(labels, client, session.canonical()));
  std::vector<evaluation::Figure> gained;
  if (!arguments.compare.empty()) {
    const Evaluation before =
        TRY(evaluated_elsewhere(arguments.compare, client.id, labels, console));
    gained = TRY(evaluation::compare(before, now));
  }
  if (globals.output == Output::kJson)
    print_json(now, gained, arguments, client.id, console);
  else
    print_text(now, gained, arguments, console);
  return {};
}

}  // namespace

ExitCode eval_command(const EvalArguments& arguments, const Globals& globals, Console& console) {
  const Result<void> done = eval(arguments, globals, console);
  return done ? ExitCode::kOk : fail(done.error(), console);
}

}  // namespace vectora::app
