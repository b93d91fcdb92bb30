#include "vectora/config/report.h"

#include <algorithm>

#include "vectora/base/counted.h"

namespace vectora::config {

namespace {

std::string_view name_of(Severity severity) {
  return severity == Severity::kError ? "error" : "warning";
}

int count(const std::vector<Problem>& problems, Severity severity) {
  return static_cast<int>(
      std::count_if(problems.begin(), problems.end(),
                    [&](const Problem& problem) { return problem.severity == severity; }));
}

std::string state_of(const ClientSummary& client) {
  if (!client.valid) return "invalid";
  return client.active ? "active" : "inactive";
}

std::string padded(std::string text, size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out.empty() ? "none" : out;
}

ClientSummary summary_of(const ClientPlan& plan) {
  ClientSummary summary;
  summary.id = plan.id;
  summary.file = plan.file;
  summary.name = plan.name;
  summary.valid = true;
  summary.active = plan.active;
  summary.language = plan.profile.language;
  summary.period_days = plan.period_days;
  for (const auto& domain : plan.rules.domains) summary.domains.push_back(domain.id.str());
  for (const SourceKey& source : plan.sources) summary.sources.push_back(source.str());
  for (const auto& section : plan.layout.sections) summary.sections.push_back(section.id);
  return summary;
}

}  // namespace

std::string problems_text(const std::vector<Problem>& problems) {
  if (problems.empty()) return "no problems\n";
  std::string out;
  for (const Problem& problem : problems) {
    out += std::string(name_of(problem.severity)) + ": " + to_string(problem) + "\n";
  }
  return out + counted(count(problems, Severity::kError), "error") + ", " +
         counted(count(problems, Severity::kWarning), "warning") + "\n";
}

Json problems_json(const std::vector<Problem>& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back({{"severity", std::string(name_of(problem.severity))},
                    {"file", problem.where.file},
                    {"line", problem.where.line},
                    {"column", problem.where.column},
                    {"key", problem.where.key},
                    {"what", problem.what},
                    {"hint", problem.hint}});
  }
  return {{"errors", count(problems, Severity::kError)},
          {"warnings", count(problems, Severity::kWarning)},
          {"problems", std::move(list)}};
}

std::vector<ClientSummary> client_summaries(const LoadedWorkspace& loaded) {
  std::vector<ClientSummary> summaries;
  for (const auto& [id, file] : loaded.client_files) {
    ClientSummary summary;
    const auto plan = loaded.clients.find(id);
    if (plan != loaded.clients.end()) summary = summary_of(plan->second);
    summary.id = id;
    summary.file = file;
    const std::vector<Problem> problems = loaded.client_problems(id);
    summary.errors = count(problems, Severity::kError);
    summary.warnings = count(problems, Severity::kWarning);
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

std::string client_list_text(const std::vector<ClientSummary>& clients) {
  if (clients.empty()) return "no clients\n";
  size_t id_width = 0;
  for (const ClientSummary& client : clients) {
    id_width = std::max(id_width, client.id.str().size());
  }
  std::string out;
  for (const ClientSummary& client : clients) {
    out += padded(client.id.str(), id_width + 2) + padded(state_of(client), 10);
    out += client.valid ? padded(counted(static_cast<int>(client.sources.size()), "source"), 12)
                        : padded(counted(client.errors, "error"), 12);
    out += client.file + "\n";
  }
  return out;
}

std::string client_text(const ClientSummary& client) {
  std::string out =
      client.id.str() + " (" + state_of(client) + ")\n  file      " + client.file + "\n";
  if (client.valid) {
    out += "  name      " + client.name + "\n  language  " + client.language + "\n  period    " +
           counted(client.period_days, "day") + "\n  domains   " + joined(client.domains) +
           "\n  sections  " + joined(client.sections) + "\n  sources   " + joined(client.sources) +
           "\n";
  }
  if (client.errors + client.warnings == 0) return out;
  return out + "  problems  " + counted(client.errors, "error") + ", " +
         counted(client.warnings, "warning") + "; `vectora validate` lists them\n";
}

Json client_json(const ClientSummary& client) {
  return {{"client_id", client.id.str()},
          {"file", client.file},
          {"name", client.name},
          {"valid", client.valid},
          {"active", client.active},
          {"language", client.language},
          {"period_days", client.period_days},
          {"domains", client.domains},
          {"sources", client.sources},
          {"sections", client.sections},
          {"errors", client.errors},
          {"warnings", client.warnings}};
}

}  // namespace vectora::config
