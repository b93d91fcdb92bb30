#include "vectora/config/load/workspace_reader.h"

#include <gtest/gtest.h>

#include "vectora/config/plan.h"
#include "vectora/config/report.h"

namespace vectora::config {
namespace {

// What is wrong in a vectora.yaml.
std::string problems(const std::string& text) {
  std::string out;
  for (const Problem& problem : load_workspace({{"vectora.yaml", text}}).problems) {
    if (problem.where.file == "vectora.yaml") out += to_string(problem) + "\n";
  }
  return out;
}

constexpr const char* kComplete = R"(
project: vectora-inbox
default_environment: local
http: {contact: "ops@example.org", concurrency: 32, per_host: 2, delay_ms: 0, timeout_s: 20,
       max_bytes: 20000000, allow_private_addresses: true, respect_robots: false}
snapshots: {keep_last: 3, keep_daily: 0, keep_weekly: 2, protected: ["gold-*", first]}
environments:
  local: {store: "file://.vectora/local", config: workspace, replay: captures/sample}
  dev:   {store: "s3://", region: eu-west-3, profile: default, endpoint: null, path_style: true}
  stage: {inherits_from: dev, llm: {provider: bedrock}, soak_days: 3}
  prod:  {inherits_from: stage, protected: true, region: eu-west-1}
  copy:  {inherits_from: prod}
llm: {provider: none}
)";

TEST(WorkspaceReader, ReadsEveryKey) {
  EXPECT_EQ(problems(kComplete), "");
  const Workspace workspace = load_workspace({{"vectora.yaml", kComplete}}).workspace;
  EXPECT_EQ(workspace.http.contact, "ops@example.org");
  EXPECT_EQ(workspace.http.concurrency, 32);
  EXPECT_EQ(workspace.http.delay_ms, 0);
  EXPECT_TRUE(workspace.http.allow_private_addresses);
  EXPECT_FALSE(workspace.http.respect_robots);
  const Environment& local = workspace.environments.at("local");
  EXPECT_TRUE(local.config_from_workspace);
  EXPECT_EQ(local.replay, "captures/sample");
  EXPECT_EQ(workspace.snapshots.keep_last, 3);
  EXPECT_EQ(workspace.snapshots.keep_daily, 0);
  EXPECT_EQ(workspace.snapshots.keep_weekly, 2);
  EXPECT_EQ(workspace.snapshots.protected_names, std::vector<std::string>({"gold-*", "first"}));
}

TEST(WorkspaceReader, AnEnvironmentInheritsWhatItDoesNotSay) {
  const Workspace workspace = load_workspace({{"vectora.yaml", kComplete}}).workspace;
  const Environment& prod = workspace.environments.at("prod");
  EXPECT_EQ(prod.name, "prod");
  EXPECT_EQ(prod.store, "s3://");
  EXPECT_EQ(prod.region, "eu-west-1");
  EXPECT_EQ(prod.profile, "default");
  EXPECT_TRUE(prod.path_style);
  EXPECT_TRUE(prod.is_protected);
  EXPECT_FALSE(prod.config_from_workspace);
  EXPECT_FALSE(workspace.environments.at("copy").is_protected);
  EXPECT_EQ(workspace.environments.at("dev").llm_provider, "none");
  EXPECT_EQ(prod.llm_provider, "bedrock");
  EXPECT_EQ(workspace.environments.at("stage").soak_days, 3);
  EXPECT_EQ(prod.soak_days, 14);
  EXPECT_EQ(workspace.environments.at("copy").soak_days, 0);
}

TEST(WorkspaceReader, EveryFaultHasItsMessage) {
  const struct {
    std::string text;
    std::string message;
  } cases[] = {
      {"", "vectora.yaml:1:1: the file is empty; fill it or remove it\n"},
      {"project: x\n",
       "vectora.yaml:1:1 environments: missing: Each environment by its name: local, dev, stage, "
       "prod.\n"},
      {"environments: {local: {store: \"file://a\"}}\nprojekt: x\n",
       "vectora.yaml:2:1 projekt: unknown key 'projekt'; did you mean 'project'?\n"},
      {"environments: {local: {stor: \"file://a\", store: \"file://a\"}}\n",
       "vectora.yaml:1:24 environments.local.stor: unknown key 'stor'; did you mean 'store'?\n"},
      {"environments: {local: {}}\n",
       "vectora.yaml:1:16 environments.local.store: the environment has no store; write "
       "file://DIR or s3://\n"},
      {"environments: {local: {store: /tmp}}\n",
       "vectora.yaml:1:31 environments.local.store: '/tmp' is no store; write file://DIR or "
       "s3://\n"},
      {"environments:\n  local: {store: \"s3://\", inherits_from: lokal}\n",
       "vectora.yaml:2:42 environments.local.inherits_from: no environment 'lokal'; did you mean "
       "'local'?\n"},
      {"environments:\n  local: {store: \"s3://\", inherits_from: dev}\n"
       "  dev: {store: \"s3://\", inherits_from: local}\n",
       "vectora.yaml:2:42 environments.local.inherits_from: the environment 'local' inherits from "
       "itself; remove one inherits_from of the circle\n"
       "vectora.yaml:3:40 environments.dev.inherits_from: the environment 'dev' inherits from "
       "itself; remove one inherits_from of the circle\n"},
      {"default_environment: home\nenvironments: {local: {store: \"s3://\"}}\n",
       "vectora.yaml:1:22 default_environment: no environment 'home'\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(problems(c.text), c.message) << c.text;
}

TEST(WorkspaceReader, SettingsNeedNoClientsAndNoMarket) {
  const Settings settings = load_settings({{"vectora.yaml", kComplete}});
  EXPECT_TRUE(settings.problems.empty());
  EXPECT_EQ(settings.workspace.environments.size(), 5u);
  const Settings faulty = load_settings({{"vectora.yaml", "project: x\n"}});
  ASSERT_EQ(faulty.problems.size(), 1u);
  EXPECT_EQ(faulty.problems[0].where.str(), "vectora.yaml:1:1");
  EXPECT_EQ(load_settings({}).workspace.default_environment, "local");
}

}  // namespace
}  // namespace vectora::config
