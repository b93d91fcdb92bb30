// Three environments in folders beside the toy market.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "test/e2e/workspace.h"

namespace vectora::e2e {

inline constexpr const char* kSettings = R"(project: vectora-ebus
default_environment: local
environments:
  local:
    store: "file://.vectora/local"
    config: workspace
  dev:
    store: "file://.vectora/dev"
  stage:
    inherits_from: dev
    store: "file://.vectora/stage"
  prod:
    inherits_from: dev
    store: "file://.vectora/prod"
    protected: true
)";

class EnvironmentsTest : public ::testing::Test {
 protected:
  EnvironmentsTest() { workspace_.write("vectora.yaml", kSettings); }

  Answer run(const std::vector<std::string>& arguments, const Options& options = {}) {
    return workspace_.vectora(arguments, options);
  }

  Json json(std::vector<std::string> arguments) {
    arguments.push_back("--json");
    const Answer answer = run(arguments);
    const auto parsed = parse_json(answer.out);
    EXPECT_TRUE(parsed) << answer.out << answer.err;
    return parsed ? *parsed : Json::object();
  }

  void expect_code(const std::vector<std::string>& arguments, int code) {
    const Answer answer = run(arguments);
    EXPECT_EQ(answer.exit_code, code) << answer.out << answer.err;
  }

  std::filesystem::path bucket(const std::string& role, const std::string& env) const {
    return workspace_.path() / ".vectora" / env / ("vectora-ebus-" + role + "-" + env);
  }

  // All that an environment holds but its history and snapshots.
  Tree state(const std::string& env) const {
    Tree tree = read_tree(workspace_.path() / ".vectora" / env);
    std::erase_if(tree, [](const auto& file) {
      return file.first.find("/history/") != std::string::npos ||
             file.first.find("/snapshots/") != std::string::npos;
    });
    return tree;
  }

  void change_client() {
    workspace_.replace(kToyClientFile, "default_period_days: 14", "default_period_days: 21");
  }

  Workspace workspace_ = toy_workspace();
};

}  // namespace vectora::e2e
