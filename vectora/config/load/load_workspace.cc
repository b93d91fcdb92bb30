// All files of a workspace: first the workspace itself and the market, then each
// client against the market, last the one automaton of everybody's names.
#include <algorithm>
#include <set>

#include "vectora/config/load/client_reader.h"
#include "vectora/config/load/documents.h"
#include "vectora/config/load/market.h"
#include "vectora/config/load/template_reader.h"
#include "vectora/config/load/workspace_reader.h"
#include "vectora/config/plan.h"

namespace vectora::config {

namespace {

constexpr const char* kWorkspaceFile = "vectora.yaml";
constexpr const char* kTemplates = "clients/templates/";
constexpr const char* kTests = "clients/test/";

std::string stem_of(const std::string& path) {
  const size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind('.') - begin);
}

bool is_client_file(const std::string& path) {
  return has_prefix(path, "clients/") && (has_suffix(path, ".yaml") || has_suffix(path, ".yml"));
}

bool in_order(const Problem& a, const Problem& b) {
  return std::tie(a.where.file, a.where.line, a.where.column, a.severity) <
         std::tie(b.where.file, b.where.line, b.where.column, b.severity);
}

// Each problem once, by place.
std::vector<Problem> sorted(std::vector<Problem> problems) {
  std::stable_sort(problems.begin(), problems.end(), in_order);
  const auto same = [](const Problem& a, const Problem& b) {
    return a.where == b.where && a.what == b.what;
  };
  problems.erase(std::unique(problems.begin(), problems.end(), same), problems.end());
  return problems;
}

class WorkspaceLoader {
 public:
  explicit WorkspaceLoader(const Files& files) : files_(files) {}

  LoadedWorkspace run();

 private:
  void load_workspace_file();
  void load_clients();
  void load_client(const std::string& path, const std::string& bytes);
  void check_file_name(const std::string& path, const ClientPlan& client, const YamlNode& root,
                       Findings& findings);
  void drop_duplicates();
  void compile_market();

  const Files& files_;
  LoadedWorkspace loaded_;
  Findings findings_;  // of the workspace file and the market
  Market market_;
  Digest canonical_digest_;
  std::map<ClientId, std::vector<ConfigRef>> places_;  // where each client_id is written
};

LoadedWorkspace WorkspaceLoader::run() {
  load_workspace_file();
  market_ = read_market(files_, findings_);
  canonical_digest_ = digest_of(files_, "canonical/");
  load_clients();
  drop_duplicates();
  if (!findings_.has_errors()) compile_market();
  if (findings_.has_errors()) loaded_.clients.clear();
  for (Problem& problem : findings_.take()) loaded_.problems.push_back(std::move(problem));
  loaded_.problems = sorted(std::move(loaded_.problems));
  return std::move(loaded_);
}

void WorkspaceLoader::load_workspace_file() {
  Settings settings = load_settings(files_);
  loaded_.workspace = std::move(settings.workspace);
  findings_.add(std::move(settings.problems));
}

void WorkspaceLoader::load_clients() {
  bool has_clients = false;
  for (const auto& [path, bytes] : files_) {
    if (!is_client_file(path)) continue;
    if (has_prefix(path, kTemplates)) {
      for (Problem& problem : check_template(path, bytes, market_)) {
        loaded_.problems.push_back(std::move(problem));
      }
      continue;
    }
    has_clients = true;
    load_client(path, bytes);
  }
  if (!has_clients) {
    findings_.error({"clients/", 0, 0, ""}, "no client: the folder is missing or empty",
                    "a client is one YAML file; `vectora init` writes an example and a template");
  }
}

void WorkspaceLoader::load_client(const std::string& path, const std::string& bytes) {
  Findings findings;
  const YamlNode root = read_document(path, bytes, client_schema(), findings);
  ClientPlan client;
  if (root.is_mapping()) client = read_client(root, market_, findings);
  if (is_client_id(client.id.str())) {
    check_file_name(path, client, root, findings);
    places_[client.id].push_back(root["client_profile"]["client_id"].ref());
  } else if (is_client_id(stem_of(path))) {
    client.id = ClientId(stem_of(path));
  }
  if (!client.id.empty()) loaded_.client_files.emplace(client.id, path);
  client.file = path;
  client.digest = sha256(canonical_digest_.str() + "\n" + sha256(bytes).str());
  if (!findings.has_errors()) loaded_.clients.emplace(client.id, std::move(client));
  for (Problem& problem : findings.take()) loaded_.problems.push_back(std::move(problem));
}

void WorkspaceLoader::check_file_name(const std::string& path, const ClientPlan& client,
                                      const YamlNode& root, Findings& findings) {
  if (has_prefix(path, kTests) || stem_of(path) == client.id.str()) return;
  findings.error(root["client_profile"]["client_id"].ref(),
                 "the client_id '" + client.id.str() + "' stands in a file of another name",
                 "name the file " + client.id.str() + ".yaml");
}

// Two files with one client_id: nobody can say which is meant, so neither runs.
void WorkspaceLoader::drop_duplicates() {
  for (const auto& [id, places] : places_) {
    if (places.size() < 2) continue;
    loaded_.clients.erase(id);
    for (const ConfigRef& place : places) {
      const ConfigRef& other = place == places.front() ? places.back() : places.front();
      loaded_.problems.push_back({Severity::kError, place,
                                  "the client_id '" + id.str() + "' is also in " + other.str(),
                                  "give one of the two another client_id"});
    }
  }
}

void WorkspaceLoader::compile_market() {
  auto lexicon = lexicon::Lexicon::compile(market_.scopes.scopes());
  if (!lexicon.ok()) {
    findings_.error({"canonical/scopes/", 0, 0, ""}, lexicon.error().message);
    return;
  }
  const normalize::StoryWords story_words(market_.vocabulary.news_words);
  loaded_.canonical = Canonical{*lexicon,
                                std::move(market_.catalog.sources),
                                std::move(market_.catalog.bouquets),
                                std::move(market_.profiles),
                                std::move(market_.vocabulary),
                                canonical_digest_,
                                story_words};
}

bool is_client_problem(const Problem& problem) { return is_client_file(problem.where.file); }

}  // namespace

Settings load_settings(const Files& files) {
  const auto file = files.find(kWorkspaceFile);
  if (file == files.end()) return {default_workspace(), {}};
  Findings findings;
  const YamlNode root = read_document(file->first, file->second, workspace_schema(), findings);
  Settings settings{read_workspace(root, findings), {}};
  settings.problems = sorted(findings.take());
  return settings;
}

LoadedWorkspace load_workspace(const Files& files) { return WorkspaceLoader(files).run(); }

std::vector<Problem> LoadedWorkspace::workspace_problems() const {
  std::vector<Problem> found;
  for (const Problem& problem : problems) {
    if (!is_client_problem(problem)) found.push_back(problem);
  }
  return found;
}

std::vector<Problem> LoadedWorkspace::client_problems(const ClientId& client) const {
  std::vector<Problem> found;
  const auto file = client_files.find(client);
  for (const Problem& problem : problems) {
    if (file != client_files.end() && problem.where.file == file->second) {
      found.push_back(problem);
    }
  }
  return found;
}

}  // namespace vectora::config
