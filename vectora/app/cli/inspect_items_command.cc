#include <functional>
#include <memory>

#include "vectora/app/cli/inspect_command.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/normalize/annotator.h"
#include "vectora/score/inspect.h"

namespace vectora::app {
namespace {

using Judge = std::function<Result<std::string>(const std::string&, const score::InspectContext&)>;

struct Judges {
  std::unique_ptr<normalize::Annotator> annotator;
  std::map<SourceKey, normalize::SourceFacts> sources;
};

Result<Judges> judges_of(const config::Canonical& canonical) {
  Judges judges;
  judges.annotator = TRY(normalize::make_rules_annotator(canonical.lexicon, canonical.vocabulary));
  for (const auto& [key, source] : canonical.sources) judges.sources.emplace(key, source.facts);
  return judges;
}

Result<std::optional<Date>> day_of(const std::string& text) {
  if (text.empty()) return std::optional<Date>();
  const auto day = Date::parse(text);
  if (!day) return Error{ErrorCode::kInvalidArgument, "--as-of " + text + ": expected YYYY-MM-DD"};
  return day;
}

Result<ExitCode> inspect(const InspectArguments& arguments, const Globals& globals,
                         const Judge& judge, Console& console) {
  const std::optional<Date> as_of = TRY(day_of(arguments.as_of));
  const WorkspaceSession session = TRY(open_workspace(globals, Access::kDryRun, console));
  const Judges judges = TRY(judges_of(session.canonical()));
  static const score::Rules kNoRules;  // pairs are compared without a client
  const score::Rules* rules = &kNoRules;
  if (!arguments.client.empty()) {
    const auto client = session.loaded.clients.find(ClientId(arguments.client));
    if (client == session.loaded.clients.end()) {
      print_problems(session.loaded.client_problems(ClientId(arguments.client)), console);
      return Error{ErrorCode::kInvalidArgument,
                   "there is no valid client '" + arguments.client + "'"};
    }
    rules = &client->second.rules;
  }
  const score::InspectContext context{
      session.canonical().lexicon,    *judges.annotator, *rules, judges.sources, as_of,
      session.canonical().story_words};
  return answer_lines([&](const std::string& line) { return judge(line, context); }, console);
}

ExitCode finish(const Result<ExitCode>& code, Console& console) {
  if (code) return *code;
  console.error(code.error().message);
  return ExitCode::kUsage;
}

}  // namespace

ExitCode inspect_items_command(const InspectArguments& arguments, const Globals& globals,
                               Console& console) {
  return finish(inspect(arguments, globals, score::inspect_item_json, console), console);
}

ExitCode inspect_pairs_command(const InspectArguments& arguments, const Globals& globals,
                               Console& console) {
  return finish(inspect(arguments, globals, score::inspect_pair_json, console), console);
}

}  // namespace vectora::app
