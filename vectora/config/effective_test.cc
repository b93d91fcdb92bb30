#include "vectora/config/effective.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "vectora/config/load/workspace_for_tests.h"

namespace vectora::config {
namespace {

constexpr const char* kClient = "clients/production/ebus_weekly.yaml";

std::string line(const std::vector<EffectiveValue>& values, const std::string& key) {
  for (const EffectiveValue& value : values)
    if (value.key == key) return value.value + " # " + value.origin_text();
  return "not shown";
}

Files with_environments() {
  Files files = toy_files();
  files["vectora.yaml"] =
      "project: buses\n"
      "http: {delay_ms: 100}\n"
      "environments:\n"
      "  local: {store: 'file://here', config: workspace, protected: true}\n"
      "  dev: {inherits_from: local, store: 'file://there'}\n";
  return files;
}

TEST(Effective, AWorkspaceTellsWhereEachValueStands) {
  const auto values = effective_workspace(with_environments(), {"local", Origin::kFile});
  EXPECT_EQ(line(values, "environment"), "local # default");
  EXPECT_EQ(line(values, "project"), "buses # vectora.yaml:1:10");
  EXPECT_EQ(line(values, "http.delay_ms"), "100 # vectora.yaml:2:18");
  EXPECT_EQ(line(values, "http.timeout_s"), "20 # default");
}

TEST(Effective, AnEnvironmentInheritsAllButItsProtection) {
  const auto values = effective_workspace(with_environments(), {"dev", Origin::kFlag, "--env"});
  EXPECT_EQ(line(values, "environment"), "dev # flag --env");
  EXPECT_EQ(line(values, "environment.store"), "file://there # vectora.yaml:5:38");
  EXPECT_EQ(line(values, "environment.config"), "workspace # vectora.yaml:4:41");
  EXPECT_EQ(line(values, "environment.protected"), "false # default");
  const auto by_variable =
      effective_workspace(with_environments(), {"dev", Origin::kEnvironment, "VECTORA_ENV"});
  EXPECT_EQ(line(by_variable, "environment"), "dev # environment VECTORA_ENV");
}

TEST(Effective, AClientShowsItsOwnValuesAndTheDefaults) {
  const auto values = effective_client(toy_files(), kClient);
  ASSERT_TRUE(values.ok());
  EXPECT_EQ(line(*values, "watch_domains[0].priority"),
            "high # clients/production/ebus_weekly.yaml:14:15");
  EXPECT_EQ(line(*values, "newsletter_layout.sections[1].max_items"),
            "4 # clients/production/ebus_weekly.yaml:37:100");
  EXPECT_EQ(line(*values, "matching_config.enable_fallback_mode"), "false # default");
  EXPECT_EQ(line(*values, "scoring_config.client_specific_bonuses.core.bonus"),
            "3.0 # clients/production/ebus_weekly.yaml:28:36");
  EXPECT_EQ(line(*values, "source_config.source_bouquets_enabled"),
            "[ebus_all] # clients/production/ebus_weekly.yaml:22:28");
  std::vector<std::string> keys;
  for (const EffectiveValue& value : *values) keys.push_back(value.key);
  std::sort(keys.begin(), keys.end());
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

TEST(Effective, AClientThatIsNotThereIsAnError) {
  EXPECT_EQ(effective_client(toy_files(), "clients/none.yaml").error().code, ErrorCode::kNotFound);
}

TEST(Effective, TextShowsOriginsWhereAsked) {
  const std::vector<EffectiveValue> values = {{"a", "1"}, {"b", "2", Origin::kFlag, "--b"}};
  EXPECT_EQ(effective_text(values, ShowOrigin::kNo), "a = 1\nb = 2\n");
  EXPECT_EQ(effective_text(values, ShowOrigin::kYes), "a = 1    # default\nb = 2    # flag --b\n");
  EXPECT_EQ(effective_json(values)[1]["origin"], "flag");
}

}  // namespace
}  // namespace vectora::config
