// Plans and what expires, from the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The toy workspace with a recorded day, and a copy of its configuration beside it.
class PlanOfToy : public ::testing::Test {
 protected:
  PlanOfToy() {
    EXPECT_EQ(workspace_.vectora({"run", "--replay", "capture", "--as-of", kToyDay}).exit_code, 0);
    for (const char* folder : {"canonical", "clients", "vectora.yaml"})
      std::filesystem::copy(workspace_.path() / folder, copy_ / folder,
                            std::filesystem::copy_options::recursive);
  }

  void change_copy(const std::string& from, const std::string& to) const {
    std::string text = testing::read_file(copy_ / kToyClientFile);
    const size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    copy_.write(kToyClientFile, text.replace(at, from.size(), to));
  }

  Answer plan(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"plan", "--config", copy_.path().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return workspace_.vectora(arguments);
  }

  Workspace workspace_ = toy_workspace();
  testing::TempDir copy_;
};

TEST_F(PlanOfToy, AnEqualCopyChangesNothing) {
  const Tree before = workspace_.store();
  const Answer same = plan();
  EXPECT_EQ(same.exit_code, 0) << same.err;
  EXPECT_THAT(same.out, HasSubstr("The configurations are the same."));
  EXPECT_THAT(differences(before, workspace_.store()), IsEmpty());
}

TEST_F(PlanOfToy, AChangedCopyTellsWhatLeavesAndEndsWithSix) {
  change_copy("max_items_total: 10", "max_items_total: 1");
  const Tree before = workspace_.store();
  const Answer changed = plan();
  EXPECT_EQ(changed.exit_code, 6) << changed.err;
  EXPECT_THAT(changed.out, HasSubstr("max_items_total: 10 -> 1"));
  EXPECT_THAT(changed.out, HasSubstr("now capped"));
  EXPECT_THAT(differences(before, workspace_.store()), IsEmpty());
}

TEST_F(PlanOfToy, TheFileNamesBothConfigurations) {
  change_copy("max_items_total: 10", "max_items_total: 1");
  const std::string file = (copy_.path() / "plan.json").string();
  const Answer changed = plan({"--json", "--out", file});
  EXPECT_EQ(changed.exit_code, 6) << changed.err;
  const Json json = *parse_json(testing::read_file(file));
  EXPECT_EQ(json, *parse_json(changed.out));
  EXPECT_NE(json["before"], json["after"]);
  EXPECT_FALSE(json["issues"][0]["leaves"].empty());
}

TEST_F(PlanOfToy, BadInputIsRefused) {
  change_copy("max_items_total: 10", "max_items_total: many");
  EXPECT_EQ(plan().exit_code, 2);
  EXPECT_EQ(workspace_.vectora({"plan", "--from", "local"}).exit_code, 2);
  EXPECT_EQ(workspace_.vectora({"plan", "--config", "/nowhere"}).exit_code, 2);
  EXPECT_EQ(workspace_.vectora({"plan", "--client", "nobody"}).exit_code, 2);
}

TEST(PlanOfNothing, WithoutACaptureSaysHowToRecordOne) {
  const Answer none = toy_workspace().vectora({"plan"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, HasSubstr("vectora run --env local"));
}

TEST(PlanOfExample, ReplaysWhatTheEnvironmentReplays) {
  const Answer same = fresh_workspace().vectora({"plan"});
  EXPECT_EQ(same.exit_code, 0) << same.err;
}

TEST(Clean, RemovesWhatATestClientWroteAndAsksFirst) {
  const Workspace workspace = toy_workspace();
  const std::string client = testing::read_file(workspace.path() / kToyClientFile);
  ASSERT_EQ(workspace.vectora({"run", "--replay", "capture", "--as-of", kToyDay}).exit_code, 0);
  std::filesystem::remove(workspace.path() / kToyClientFile);
  workspace.write("clients/test/context_001_local.yaml", client + "  s3_ttl_days: 1\n");
  const Answer tried = workspace.vectora({"clean", "--dry-run"});
  EXPECT_EQ(tried.exit_code, 0) << tried.err;
  EXPECT_THAT(tried.out, HasSubstr("- newsletters/ebus_weekly/2026/01/14/manifest.json"));
  EXPECT_EQ(workspace.vectora({"clean"}).exit_code, 2);
  EXPECT_FALSE(workspace.keys("newsletters", "ebus_weekly/").empty());
  const Answer cleaned = workspace.vectora({"clean", "--yes", "--archive"});
  EXPECT_EQ(cleaned.exit_code, 0) << cleaned.err;
  EXPECT_TRUE(workspace.keys("newsletters", "ebus_weekly/").empty());
  EXPECT_TRUE(workspace.keys("data", "state/clients/").empty());
  EXPECT_THAT(workspace.vectora({"snapshot", "list"}).out, HasSubstr("archive-"));
  const Answer rules = workspace.vectora({"clean", "--lifecycle"});
  EXPECT_THAT(rules.out, HasSubstr("\"Days\": 1"));
}

}  // namespace
}  // namespace vectora::e2e
