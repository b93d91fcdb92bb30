// Snapshots from the command line: taken, read back, restored, pruned, and cut short.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::vector<std::string> kRun = {"run", "--replay", "capture", "--as-of", kToyDay};

Workspace workspace_with_an_issue() {
  Workspace workspace = toy_workspace();
  EXPECT_EQ(workspace.vectora(kRun).exit_code, 0);
  return workspace;
}

// The store without what restoring leaves alone, and without the temporary files that a
// killed process leaves: no object is called so.
Tree restorable(const Workspace& workspace) {
  Tree tree;
  for (const auto& [name, bytes] : workspace.store())
    if (name.find("/snapshots/") == std::string::npos &&
        name.find("/history/") == std::string::npos && name.find("/locks/") == std::string::npos &&
        name.find("/.vectora-") == std::string::npos)
      tree[name] = bytes;
  return tree;
}

Json json_of(const Answer& answer) {
  EXPECT_EQ(answer.exit_code, 0) << answer.err;
  return parse_json(answer.out).ok() ? *parse_json(answer.out) : Json();
}

TEST(Snapshots, BringBackADayThatWasSpoilt) {
  const Workspace workspace = workspace_with_an_issue();
  const Tree then = restorable(workspace);
  const Json created =
      json_of(workspace.vectora({"snapshot", "create", "--name", "good", "--json"}));
  EXPECT_GT(number_member(created, "objects"), 10);
  workspace.replace(kToyClientFile, "active: true", "active: false");
  ASSERT_EQ(workspace.vectora({"run", "--replay", "capture", "--as-of", "2026-01-15"}).exit_code,
            0);
  std::filesystem::remove_all(workspace.bucket("newsletters"));

  const Answer diff = workspace.vectora({"snapshot", "diff", "--name", "good"});
  EXPECT_THAT(diff.out, HasSubstr("~ workspace/" + std::string(kToyClientFile)));
  EXPECT_THAT(diff.out, HasSubstr("- newsletters/ebus_weekly/2026/01/14/newsletter.md"));
  const Answer restored = workspace.vectora({"snapshot", "restore", "good", "--yes"});
  EXPECT_EQ(restored.exit_code, 0) << restored.err;
  EXPECT_THAT(differences(then, restorable(workspace)), IsEmpty());
  EXPECT_THAT(workspace.vectora({"snapshot", "diff", "good"}).out, IsEmpty());
  EXPECT_THAT(workspace.vectora({"client", "list"}).out, HasSubstr("ebus_weekly"));
  EXPECT_THAT(workspace.vectora({"history"}).out, HasSubstr("restore"));
  const Answer verified = workspace.vectora({"snapshot", "verify"});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  EXPECT_THAT(verified.out, StartsWith("2 snapshots"));
}

TEST(Snapshots, DamageIsFoundAndMended) {
  const Workspace workspace = workspace_with_an_issue();
  ASSERT_EQ(workspace.vectora({"snapshot", "create", "first"}).exit_code, 0);
  std::filesystem::path damaged;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           workspace.bucket("config") / "snapshots/objects"))
    if (entry.is_regular_file()) damaged = entry.path();
  std::filesystem::resize_file(damaged, 3);
  const Answer verified = workspace.vectora({"snapshot", "verify", "first"});
  EXPECT_EQ(verified.exit_code, 1);
  EXPECT_THAT(verified.err, HasSubstr(damaged.filename().string()));
  EXPECT_EQ(workspace.vectora({"snapshot", "create", "second", "--full"}).exit_code, 0);
  EXPECT_EQ(workspace.vectora({"snapshot", "verify"}).exit_code, 0);
}

TEST(Snapshots, BadInputIsToldApart) {
  const Workspace workspace = workspace_with_an_issue();
  ASSERT_EQ(workspace.vectora({"snapshot", "create", "good"}).exit_code, 0);
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"snapshot", "create", "../good"}, "is no name of a snapshot"},
      {{"snapshot", "create", "--since", "soon"}, "expected YYYY-MM-DD"},
      {{"snapshot", "restore", "goood", "--yes"}, "did you mean 'good'?"},
      {{"snapshot", "restore", "--yes"}, "name the snapshot"},
      {{"snapshot", "restore", "good", "--yes", "--only", "clients/**"}, "begin it with config/"},
      {{"snapshot", "restore", "good", "--yes", "--to", "nowhere"}, "no environment 'nowhere'"},
      {{"snapshot", "show", "bad"}, "there is no snapshot 'bad'"},
  };
  for (const auto& [arguments, words] : cases) {
    const Answer answer = workspace.vectora(arguments);
    EXPECT_EQ(answer.exit_code, 2) << words;
    EXPECT_THAT(answer.err, HasSubstr(words));
  }
  std::filesystem::remove_all(workspace.bucket("newsletters"));
  const Answer unasked = workspace.vectora({"snapshot", "restore", "good"});
  EXPECT_EQ(unasked.exit_code, 2);
  EXPECT_THAT(unasked.err, HasSubstr("nothing was changed; say --yes"));
  EXPECT_EQ(workspace.vectora({"snapshot", "create", "good"}).exit_code, 1);
}

TEST(Snapshots, ThePolicyOfTheWorkspacePrunes) {
  const Workspace workspace = workspace_with_an_issue();
  workspace.write("vectora.yaml", read_tree(workspace.path()).at("vectora.yaml") +
                                      "\nsnapshots: {keep_last: 1, keep_daily: 0, keep_weekly: 0, "
                                      "protected: [\"gold*\"]}\n");
  for (const char* name : {"gold-1", "x", "y"})
    ASSERT_EQ(workspace.vectora({"snapshot", "create", name}).exit_code, 0);
  const Json tried = json_of(workspace.vectora({"snapshot", "prune", "--dry-run", "--json"}));
  EXPECT_EQ(tried["snapshots"], Json::array({"x"}));
  EXPECT_EQ(workspace.vectora({"snapshot", "prune", "--yes"}).exit_code, 0);
  EXPECT_EQ(lines_of(workspace.vectora({"snapshot", "list"}).out).size(), 2U);
  EXPECT_EQ(workspace.vectora({"snapshot", "verify"}).exit_code, 0);
}

// Killed while it writes, the next command says what to do, and doing it brings the one
// state or the other.
TEST(Snapshots, ARestoreThatIsKilledIsFinishedOrUndone) {
  constexpr int kObjects = 2000;
  const Workspace workspace = workspace_with_an_issue();
  const auto labels = workspace.bucket("data") / "labels";
  const std::string name = std::filesystem::relative(labels, workspace.path()).string() + "/";
  for (int i = 0; i < kObjects; ++i)
    workspace.write(name + std::to_string(i) + ".jsonl", std::to_string(i));
  ASSERT_EQ(workspace.vectora({"snapshot", "create", "good"}).exit_code, 0);
  const Tree good = restorable(workspace);
  std::filesystem::remove_all(labels);
  const Tree spoilt = restorable(workspace);
  const auto journal = workspace.bucket("data") / "journal/restore.json";
  int cut_short = 0;
  for (const std::filesystem::path& sign :
       {journal, labels / "0.jsonl", labels / "777.jsonl", labels / "1999.jsonl"}) {
    std::filesystem::remove_all(labels);
    const Answer killed =
        workspace.vectora({"snapshot", "restore", "good", "--yes"},
                          {.kill_when = [&sign] { return std::filesystem::exists(sign); }});
    if (killed.signal != SIGKILL || !std::filesystem::exists(journal)) continue;
    ++cut_short;
    const Answer next = workspace.vectora({"snapshot", "create", "later"});
    EXPECT_EQ(next.exit_code, 1);
    EXPECT_THAT(next.err, HasSubstr("did not end: finish it with"));
    const Json left = *parse_json(testing::read_file(journal));
    const std::string before = string_member(left, "before");
    const bool finish = cut_short % 2 == 0;
    const Answer mended =
        workspace.vectora({"snapshot", "restore", finish ? "good" : before, "--yes"});
    EXPECT_EQ(mended.exit_code, 0) << mended.err;
    EXPECT_THAT(differences(finish ? good : spoilt, restorable(workspace)), IsEmpty());
  }
  EXPECT_GE(cut_short, 2) << "too few restores were cut for this test to mean something";
  EXPECT_EQ(workspace.vectora({"snapshot", "verify"}).exit_code, 0);
}

}  // namespace
}  // namespace vectora::e2e
