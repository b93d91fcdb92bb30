#include "vectora/config/load/workspace_reader.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "vectora/config/load/documents.h"
#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

HttpSettings read_http(const YamlNode& node) {
  HttpSettings http;
  http.contact = text_or(node["contact"], http.contact);
  http.concurrency = int_or(node["concurrency"], http.concurrency);
  http.per_host = int_or(node["per_host"], http.per_host);
  http.delay_ms = int_or(node["delay_ms"], http.delay_ms);
  http.timeout_s = int_or(node["timeout_s"], http.timeout_s);
  http.max_bytes = int_or(node["max_bytes"], static_cast<int>(http.max_bytes));
  http.allow_private_addresses =
      bool_or(node["allow_private_addresses"], http.allow_private_addresses);
  http.respect_robots = bool_or(node["respect_robots"], http.respect_robots);
  http.retries = int_or(node["retries"], http.retries);
  http.max_redirects = int_or(node["max_redirects"], http.max_redirects);
  http.reuse_fresh_s = int_or(node["reuse_fresh_s"], http.reuse_fresh_s);
  return http;
}

// What goes to readers is tried for two weeks where it comes from.
constexpr const char* kProduction = "prod";
constexpr int kProductionSoakDays = 14;

// A provider that is asked for in vain is told.
std::string read_provider(const YamlNode& provider, Findings& findings) {
  std::string name = text_or(provider, "none");
  if (name != "none") {
    findings.warning(provider.ref(), "this key has no effect yet",
                     "this version has no language model; the rules engine works");
  }
  return name;
}

Retention read_retention(const YamlNode& node) {
  Retention retention;
  retention.keep_last = int_or(node["keep_last"], retention.keep_last);
  retention.keep_daily = int_or(node["keep_daily"], retention.keep_daily);
  retention.keep_weekly = int_or(node["keep_weekly"], retention.keep_weekly);
  if (node["protected"].exists()) retention.protected_names = texts(node["protected"]);
  return retention;
}

class EnvironmentReader {
 public:
  EnvironmentReader(const YamlNode& environments, Findings& findings)
      : environments_(environments), findings_(findings) {}

  // `llm_provider`: of the workspace, where an environment says nothing.
  std::map<std::string, Environment> read(const std::string& llm_provider) {
    llm_provider_ = llm_provider;
    std::map<std::string, Environment> all;
    for (const auto& [name, node] : environments_.members()) {
      path_.clear();
      Environment environment = resolve(name);
      environment.name = name;
      check_store(node, environment);
      all[name] = std::move(environment);
    }
    return all;
  }

 private:
  Environment resolve(const std::string& name);
  void check_store(const YamlNode& node, const Environment& environment);

  YamlNode environments_;
  Findings& findings_;
  std::vector<std::string> path_;  // of names under way, to find a cycle
  std::string llm_provider_;
};

Environment EnvironmentReader::resolve(const std::string& name) {
  const YamlNode node = environments_[name];
  Environment environment;
  environment.llm_provider = llm_provider_;
  path_.push_back(name);
  const YamlNode parent = node["inherits_from"];
  if (parent.is_scalar()) {
    if (std::find(path_.begin(), path_.end(), parent.text()) != path_.end()) {
      findings_.error(parent.ref(), "the environment '" + name + "' inherits from itself",
                      "remove one inherits_from of the circle");
    } else if (!environments_[parent.text()].exists()) {
      std::vector<std::string> known;
      for (const auto& [other, value] : environments_.members()) known.push_back(other);
      findings_.unknown(parent.ref(), "environment", parent.text(), known);
    } else {
      environment = resolve(parent.text());
      environment.is_protected = false;  // said by each environment for itself
      environment.soak_days = 0;
    }
  }
  environment.store = text_or(node["store"], environment.store);
  if (node["config"].is_scalar()) {
    environment.config_from_workspace = node["config"].text() == "workspace";
  }
  environment.is_protected = bool_or(node["protected"], environment.is_protected);
  environment.replay = text_or(node["replay"], environment.replay);
  environment.region = text_or(node["region"], environment.region);
  environment.profile = text_or(node["profile"], environment.profile);
  environment.endpoint = text_or(node["endpoint"], environment.endpoint);
  environment.path_style = bool_or(node["path_style"], environment.path_style);
  environment.llm_provider = text_or(node["llm"]["provider"], environment.llm_provider);
  environment.soak_days =
      int_or(node["soak_days"], name == kProduction ? kProductionSoakDays : environment.soak_days);
  return environment;
}

void EnvironmentReader::check_store(const YamlNode& node, const Environment& environment) {
  const std::string& store = environment.store;
  const bool is_file = has_prefix(store, "file://") && store.size() > 7;
  if (is_file || store == "s3://") return;
  const YamlNode said = node["store"];
  if (store.empty()) {
    findings_.error(said.ref(), "the environment has no store", "write file://DIR or s3://");
  } else {
    findings_.error(said.ref(), "'" + store + "' is no store", "write file://DIR or s3://");
  }
}

}  // namespace

Workspace default_workspace() {
  Workspace workspace;
  Environment local;
  local.name = "local";
  local.store = "file://.vectora/local";
  local.config_from_workspace = true;
  workspace.environments["local"] = local;
  return workspace;
}

Workspace read_workspace(const YamlNode& root, Findings& findings) {
  if (!root.is_mapping()) return default_workspace();
  Workspace workspace;
  workspace.project = text_or(root["project"], workspace.project);
  workspace.default_environment =
      text_or(root["default_environment"], workspace.default_environment);
  workspace.http = read_http(root["http"]);
  workspace.snapshots = read_retention(root["snapshots"]);
  workspace.environments = EnvironmentReader(root["environments"], findings)
                               .read(read_provider(root["llm"]["provider"], findings));
  if (workspace.environments.count(workspace.default_environment) == 0 &&
      root["environments"].is_mapping()) {
    std::vector<std::string> known;
    for (const auto& [name, environment] : workspace.environments) known.push_back(name);
    findings.unknown(root["default_environment"].ref(), "environment",
                     workspace.default_environment, known);
  }
  return workspace;
}

}  // namespace vectora::config
