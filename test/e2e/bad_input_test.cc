// Wrong command lines and broken workspaces: exit 2, a located message that
// helps, and nothing written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Runs in the workspace and expects a refusal that says `message`.
void expect_refused(const Workspace& workspace, const std::vector<std::string>& arguments,
                    const std::string& message) {
  const Tree before = read_tree(workspace.path());
  const Answer run = workspace.vectora(arguments);
  EXPECT_EQ(run.exit_code, 2) << run.err;
  EXPECT_THAT(run.err, HasSubstr(message));
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(differences(before, read_tree(workspace.path())), IsEmpty());
}

const std::vector<std::string> kRun = {"run", "--replay", "capture"};

TEST(BadWorkspace, AFolderWithoutVectoraYamlSaysWhatToDo) {
  const Workspace empty("none");
  expect_refused(empty, {"run"}, "no vectora.yaml in");
  expect_refused(empty, {"run"}, "vectora init");
}

TEST(BadWorkspace, AFolderThatIsNotThereIsNotMade) {
  const Workspace parent("none");
  const std::string missing = (parent.path() / "missing").string();
  const Answer run = vectora({"run", "-w", missing});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(missing));
}

TEST(BadWorkspace, AnEmptyWorkspaceFileIsLocated) {
  const Workspace workspace = toy_workspace();
  workspace.write("vectora.yaml", "");
  expect_refused(workspace, kRun, "vectora.yaml:1:1");
}

TEST(BadWorkspace, BrokenYamlIsLocated) {
  const Workspace workspace = toy_workspace();
  workspace.write("canonical/sources/source_catalog.yaml", "sources:\n  - {source_key: a\n");
  expect_refused(workspace, kRun, "canonical/sources/source_catalog.yaml:");
}

TEST(BadWorkspace, AMisspeltKeyGetsASuggestionAndItsPlace) {
  const Workspace workspace = toy_workspace();
  workspace.replace("vectora.yaml", "environments:", "environmets:");
  expect_refused(workspace, kRun,
                 "vectora.yaml:3:1 environmets: unknown key 'environmets'; "
                 "did you mean 'environments'?");
}

TEST(BadWorkspace, AMisspeltKeyOfANamedClientIsRefused) {
  const Workspace workspace = toy_workspace();
  workspace.replace(kToyClientFile, "max_items_total", "max_item_total");
  expect_refused(workspace, {"run", "--replay", "capture", "--client", kToyClient},
                 "clients/production/ebus_weekly.yaml:30:3 newsletter_selection.max_item_total: "
                 "unknown key 'max_item_total'; did you mean 'max_items_total'?");
}

TEST(BadWorkspace, WithoutAMarketPackNothingRuns) {
  const Workspace workspace = toy_workspace();
  std::filesystem::remove_all(workspace.path() / "canonical");
  expect_refused(workspace, kRun, "canonical/: no market pack");
}

TEST(BadWorkspace, ValidatePrintsEveryProblemAsData) {
  const Workspace workspace = toy_workspace();
  workspace.replace("vectora.yaml", "environments:", "environmets:");
  workspace.replace(kToyClientFile, "max_items_total", "max_item_total");
  const Answer run = workspace.vectora({"validate", "--json"});
  EXPECT_EQ(run.exit_code, 2);
  std::vector<std::string> keys;
  for (const std::string& line : lines_of(run.out)) {
    const auto problem = parse_json(line);
    ASSERT_TRUE(problem) << line;
    EXPECT_GT((*problem)["line"].get<int>(), 0) << line;
    keys.push_back(string_member(*problem, "key"));
  }
  EXPECT_THAT(keys,
              ::testing::IsSupersetOf({"environmets", "newsletter_selection.max_item_total"}));
}

struct BadLine {
  const char* name;
  std::vector<std::string> arguments;
  const char* message;
};

class BadCommandLine : public ::testing::TestWithParam<BadLine> {};

TEST_P(BadCommandLine, IsRefusedWithAReason) {
  expect_refused(toy_workspace(), GetParam().arguments, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadCommandLine,
    ::testing::Values(
        BadLine{"MisspeltCommand", {"rnu"}, "there is no command 'rnu'; did you mean 'run'?"},
        BadLine{"NoCommand", {}, "vectora --help"},
        BadLine{"UnknownFlag", {"run", "--bogus"}, "--bogus"},
        BadLine{"BadDay", {"run", "--as-of", "2026-13-40"}, "expected YYYY-MM-DD"},
        BadLine{"BadMode", {"run", "--scoring-mode", "soft"}, "strict, balanced, broad"},
        BadLine{"BadPeriod", {"run", "--period-days", "-1"}, "--period-days"},
        BadLine{"TwoOrigins", {"run", "--live", "--replay", "capture"}, "--live"},
        BadLine{"NoSuchCapture", {"run", "--replay", "captur"}, "captur"},
        BadLine{"NoSuchEnvironment", {"run", "--env", "locl"}, "did you mean 'local'?"},
        BadLine{"NoSuchClient",
                {"run", "--replay", "capture", "--client", "ebus_weakly"},
                "did you mean 'ebus_weekly'?"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace vectora::e2e
