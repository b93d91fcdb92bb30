#include "vectora/config/workspace_files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "vectora/testing/temp_dir.h"

namespace vectora::config {
namespace {

TEST(WorkspaceFiles, AFolderIsReadBelowItsTwoConfigurationFolders) {
  const testing::TempDir folder;
  folder.write("vectora.yaml", "project: x\n");
  folder.write("clients/production/a.yaml", "a");
  folder.write("canonical/scopes/company_scopes.yaml", "b");
  folder.write("notes/private.yaml", "c");
  folder.write(".vectora/local/x.json", "d");
  const Result<Files> files = read_workspace_folder(folder.path().string());
  ASSERT_TRUE(files.ok()) << files.error().message;
  EXPECT_EQ(*files, (Files{{"vectora.yaml", "project: x\n"},
                           {"clients/production/a.yaml", "a"},
                           {"canonical/scopes/company_scopes.yaml", "b"}}));
}

TEST(WorkspaceFiles, AFolderWithoutWorkspaceSaysWhatToDo) {
  const testing::TempDir folder;
  const Result<Files> files = read_workspace_folder(folder.path().string());
  ASSERT_FALSE(files.ok());
  EXPECT_EQ(files.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(files.error().message, "no vectora.yaml in " + folder.path().string() +
                                       ": run `vectora init` there, or name the workspace");
}

TEST(WorkspaceFiles, LinksAreNotFollowed) {
  const testing::TempDir folder;
  folder.write("vectora.yaml", "project: x\n");
  folder.write("clients/a.yaml", "a");
  std::filesystem::create_symlink("/etc/passwd", folder / "clients/b.yaml");
  std::filesystem::create_directory_symlink("/etc", folder / "canonical");
  const Result<Files> files = read_workspace_folder(folder.path().string());
  ASSERT_TRUE(files.ok()) << files.error().message;
  EXPECT_EQ(files->count("clients/b.yaml"), 0u);
  EXPECT_EQ(files->count("canonical/passwd"), 0u);
}

TEST(WorkspaceFiles, AFileMayHaveSixteenMegabytes) {
  const testing::TempDir folder;
  folder.write("vectora.yaml", "project: x\n");
  folder.write("clients/a.yaml", std::string((16u << 20) + 1, '#'));
  const Result<Files> files = read_workspace_folder(folder.path().string());
  ASSERT_FALSE(files.ok());
  EXPECT_EQ(files.error().message, "clients/a.yaml: larger than 16 MB");
}

TEST(WorkspaceFiles, ABucketIsReadBelowItsTwoPrefixes) {
  const auto bucket = store::open_memory();
  ASSERT_TRUE(bucket->put("clients/a.yaml", "a").ok());
  ASSERT_TRUE(bucket->put("canonical/scopes/x_scopes.yaml", "b").ok());
  ASSERT_TRUE(bucket->put("history/2026/01/01/x.json", "c").ok());
  const Result<Files> files = read_config_bucket(*bucket);
  ASSERT_TRUE(files.ok()) << files.error().message;
  EXPECT_EQ(*files, (Files{{"clients/a.yaml", "a"}, {"canonical/scopes/x_scopes.yaml", "b"}}));
}

}  // namespace
}  // namespace vectora::config
