#include "vectora/app/cli/validate_command.h"

#include "vectora/app/cli/workspace_session.h"
#include "vectora/base/counted.h"

namespace vectora::app {
namespace {

struct Counts {
  int errors = 0;
  int warnings = 0;
};

Counts count(const std::vector<config::Problem>& problems) {
  Counts counts;
  for (const config::Problem& problem : problems)
    ++(problem.severity == config::Severity::kError ? counts.errors : counts.warnings);
  return counts;
}

Json to_json(const config::Problem& problem) {
  return {{"severity", problem.severity == config::Severity::kError ? "error" : "warning"},
          {"file", problem.where.file},
          {"line", problem.where.line},
          {"column", problem.where.column},
          {"key", problem.where.key},
          {"what", problem.what},
          {"hint", problem.hint}};
}

// Problems are the data of `validate`: they go to standard output.
ExitCode print_all(const std::vector<config::Problem>& problems, const Globals& globals,
                   Console& console) {
  const Counts counts = count(problems);
  for (const config::Problem& problem : problems) {
    if (globals.output == Output::kJson)
      console.print(to_json_line(to_json(problem)) + "\n");
    else
      console.print(
          std::string(problem.severity == config::Severity::kError ? "error: " : "warning: ") +
          config::to_string(problem) + "\n");
  }
  console.note(counted(counts.errors, "error") + ", " + counted(counts.warnings, "warning"));
  return counts.errors == 0 ? ExitCode::kOk : ExitCode::kUsage;
}

// A configuration that cannot be had is as wrong as one that is not valid, unless it is
// the store that does not answer.
ExitCode unusable(const Error& error, Console& console) {
  if (error.code == ErrorCode::kUnavailable || error.code == ErrorCode::kTimeout)
    return fail(error, console);
  console.error(error.message);
  return ExitCode::kUsage;
}

Json summary(const config::ClientPlan& client) {
  return {{"client_id", client.id.str()},
          {"name", client.name},
          {"active", client.active},
          {"version", client.version},
          {"language", client.profile.language},
          {"file", client.file},
          {"sources", client.sources.size()},
          {"watch_domains", client.rules.domains.size()},
          {"sections", client.layout.sections.size()},
          {"period_days", client.period_days},
          {"config_digest", client.digest.str()}};
}

std::string line(const config::ClientPlan& client) {
  return client.id.str() + "  " + (client.active ? "active  " : "inactive") + "  " +
         client.version + "  " + counted(static_cast<int64_t>(client.sources.size()), "source") +
         "  " + client.name + "  (" + client.file + ")\n";
}

}  // namespace

ExitCode validate_command(const Globals& globals, Console& console) {
  const auto loaded = load_configuration(globals, console);
  if (!loaded) return unusable(loaded.error(), console);
  return print_all(loaded->problems, globals, console);
}

ExitCode client_list_command(const Globals& globals, Console& console) {
  const auto loaded = load_configuration(globals, console);
  if (!loaded) return unusable(loaded.error(), console);
  ExitCode code = ExitCode::kOk;
  for (const auto& [id, file] : loaded->client_files) {
    const auto client = loaded->clients.find(id);
    if (client == loaded->clients.end()) {
      code = ExitCode::kPartial;
      console.warn(id.str() + " is not valid; see `vectora client validate " + id.str() + "`");
    } else if (globals.output == Output::kJson) {
      console.print(to_json_line(summary(client->second)) + "\n");
    } else {
      console.print(line(client->second));
    }
  }
  return code;
}

ExitCode client_show_command(const std::string& client, const Globals& globals, Console& console) {
  const auto loaded = load_configuration(globals, console);
  if (!loaded) return unusable(loaded.error(), console);
  const auto found = loaded->clients.find(ClientId(client));
  if (found == loaded->clients.end()) {
    if (!loaded->client_files.contains(ClientId(client)))
      return unusable(no_such_client(ClientId(client), *loaded), console);
    return print_all(loaded->client_problems(ClientId(client)), globals, console);
  }
  Json json = summary(found->second);
  json["source_keys"] = Json::array();
  for (const SourceKey& source : found->second.sources) json["source_keys"].push_back(source.str());
  json["section_ids"] = Json::array();
  for (const auto& section : found->second.layout.sections)
    json["section_ids"].push_back(section.id);
  json["watch_domain_ids"] = Json::array();
  for (const auto& domain : found->second.rules.domains)
    json["watch_domain_ids"].push_back(domain.id.str());
  console.print(globals.output == Output::kJson ? to_json_line(json) + "\n" : to_json_text(json));
  return ExitCode::kOk;
}

ExitCode client_validate_command(const std::string& client, const Globals& globals,
                                 Console& console) {
  const auto loaded = load_configuration(globals, console);
  if (!loaded) return unusable(loaded.error(), console);
  if (!loaded->client_files.contains(ClientId(client)))
    return unusable(no_such_client(ClientId(client), *loaded), console);
  return print_all(loaded->client_problems(ClientId(client)), globals, console);
}

}  // namespace vectora::app
