// A full disk and a power cut: files are whole, and the next run ends as if
// nothing had been.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"

namespace vectora::e2e {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> kRun = {"run", "--replay", "capture", "--as-of", kToyDay};

Tree undisturbed() {
  const Workspace workspace = toy_workspace();
  EXPECT_EQ(workspace.vectora(kRun).exit_code, 0);
  return workspace.store();
}

size_t files_in(const std::filesystem::path& folder) {
  std::error_code gone;  // folders come and go while they are counted
  size_t count = 0;
  std::filesystem::recursive_directory_iterator entry(folder, gone);
  while (!gone && entry != std::filesystem::recursive_directory_iterator()) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) ++count;
    entry.increment(gone);
  }
  return count;
}

class FullDisk : public ::testing::TestWithParam<uint64_t> {};

TEST_P(FullDisk, FailsWithTheKeyAndLeavesWholeFiles) {
  const Tree expected = undisturbed();
  const Workspace workspace = toy_workspace();
  const Answer run = workspace.vectora(kRun, {.max_file_bytes = GetParam()});
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_THAT(run.err, HasSubstr("vectora: "));
  EXPECT_THAT(run.err, AnyOf(HasSubstr("raw/"), HasSubstr("ingested/"), HasSubstr("curated/"),
                             HasSubstr("newsletter."), HasSubstr("runs/")));
  expect_all_json_parses(workspace);
  for (const auto& [name, bytes] : workspace.store())
    EXPECT_EQ(bytes, expected.contains(name) ? expected.at(name) : "") << name << " is half done";

  EXPECT_EQ(workspace.vectora(kRun).exit_code, 0);
  EXPECT_THAT(differences(expected, workspace.store()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(AtSomeBytes, FullDisk, ::testing::Values(100, 1500, 5000, 9000),
                         [](const auto& test) { return std::to_string(test.param); });

TEST(PowerCut, AtAnyPointIsForgottenByTheNextRun) {
  const Tree expected = undisturbed();
  int killed = 0;
  for (const size_t files : {1U, 2U, 4U, 6U, 8U, 10U, 12U, 14U, 16U, 18U, 20U, 22U}) {
    const Workspace workspace = toy_workspace();
    const auto store = workspace.path() / ".vectora";
    const Answer cut = workspace.vectora(
        kRun, {.kill_when = [&store, files] { return files_in(store) >= files; }});
    killed += cut.signal == SIGKILL ? 1 : 0;
    expect_all_json_parses(workspace);
    const Answer next = workspace.vectora(kRun);
    EXPECT_EQ(next.exit_code, 0) << next.err;
    EXPECT_THAT(differences(expected, workspace.store()), IsEmpty()) << "after " << files;
  }
  EXPECT_GE(killed, 2) << "too few runs were cut for this test to mean something";
}

TEST(PowerCut, BetweenTheFilesOfAnIssueDoesNotCountAsSent) {
  const Workspace workspace = toy_workspace();
  ASSERT_EQ(workspace.vectora(kRun).exit_code, 0);
  // What a cut just before the manifest leaves.
  std::filesystem::remove(workspace.bucket("newsletters") / "ebus_weekly/2026/01/14/manifest.json");
  ASSERT_EQ(workspace.vectora({"newsletter", "--as-of", "2026-01-15"}).exit_code, 0);
  EXPECT_THAT(selected_items(workspace.newsletter(kToyClient, "2026-01-15")),
              ::testing::Not(IsEmpty()));
}

TEST(DamagedStore, IsReportedByItsKeyAndNotOverwritten) {
  const Workspace workspace = toy_workspace();
  ASSERT_EQ(workspace.vectora(kRun).exit_code, 0);
  const std::string key = "ingested/ebus_weekly/2026/01/14/items.json";
  const std::string name = ".vectora/local/vectora-ebus-data-local/" + key;
  workspace.write(name, "[{\"item_id\": \"cut o");
  const Answer run = workspace.vectora(kRun);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_THAT(run.err, HasSubstr(key));
  EXPECT_EQ(workspace.store().at("local/vectora-ebus-data-local/" + key), "[{\"item_id\": \"cut o");
}

TEST(TwoRuns, AtOnceLeaveWhatOneLeaves) {
  const Tree expected = undisturbed();
  const Workspace workspace = toy_workspace();
  const std::string program = std::string(VECTORA_PROGRAM) + " run -q --replay capture --as-of " +
                              kToyDay + " -w " + workspace.path().string() + " >/dev/null";
  const Answer both = run_program(
      {"sh", "-c", program + " & one=$!; " + program + "; two=$?; wait $one && exit $two"});
  EXPECT_EQ(both.exit_code, 0) << both.err;
  EXPECT_THAT(differences(expected, workspace.store()), IsEmpty());
}

}  // namespace
}  // namespace vectora::e2e
