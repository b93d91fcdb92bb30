#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "vectora/config/plan.h"
#include "vectora/testing/golden.h"

namespace vectora::config {
namespace {

// The files of a folder, as a workspace has them.
Files files_below(const std::filesystem::path& root) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    files[entry.path().lexically_relative(root).generic_string()] =
        testing::read_file(entry.path());
  }
  return files;
}

Files project_files() {
  Files files;
  for (const char* folder : {"canonical", "clients"}) {
    for (const auto& [name, bytes] : files_below(folder)) {
      files[std::string(folder) + "/" + name] = bytes;
    }
  }
  return files;
}

std::string dump(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) {
    out += (problem.severity == Severity::kError ? "error   " : "warning ") + to_string(problem) +
           "\n";
  }
  return out;
}

TEST(LoadWorkspace, TheWorkspaceThatIsShippedHasNoProblems) {
  const LoadedWorkspace loaded = load_workspace(project_files());
  EXPECT_EQ(dump(loaded.problems), "");
  ASSERT_TRUE(loaded.canonical.has_value());
  EXPECT_EQ(loaded.clients.size(), 1u);
}

}  // namespace
}  // namespace vectora::config
