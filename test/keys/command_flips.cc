#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "test/keys/workspace_flips.h"
#include "vectora/app/cli/command_line.h"
#include "vectora/testing/golden.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::keys {
namespace {

namespace fs = std::filesystem;

const char* const kDev =
    "workspace environments.dev: {store: 'file://store/dev', config: workspace}";

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

// The recorded capture, and one that holds no answer.
void write_captures(const fs::path& folder) {
  fs::create_directories(folder);
  fs::copy(testing::test_data("market_ebus") / "capture", folder / "recorded",
           fs::copy_options::recursive);
  write(folder / "empty" / "capture.json",
        R"({"version": 1, "capture_id": "empty", "captured_at": "2026-01-14T05:00:00Z",)"
        R"( "requests": []})");
}

// The folders of buckets, clients included, without what changes from run to run.
std::string written_below(const fs::path& folder) {
  std::set<std::string> places;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path path = entry.path().lexically_relative(folder);
    if (entry.is_regular_file() && path.filename() == "newsletter.md") places.insert(path.string());
  }
  std::string all;
  for (const std::string& place : places) all += place + "\n";
  return all;
}

}  // namespace

std::vector<CommandFlip> command_flips() {
  return {
      {"project", {}, {"workspace project: buses"}},
      {"default_environment", {kDev}, {"workspace default_environment: dev"}},
      {"environments.*.store", {}, {"workspace environments.local.store: 'file://elsewhere'"}},
      {"environments.*.config", {}, {"workspace environments.local.config: bucket"}},
      {"environments.*.inherits_from",
       {kDev, "workspace default_environment: dev", "workspace environments.dev.config: null"},
       {"workspace environments.dev.inherits_from: local"}},
      {"environments.*.replay", {}, {"workspace environments.local.replay: captures/empty"}},
      {"client_profile.active", {}, {"client client_profile.active: false"}},
  };
}

std::string run_command(const World& world) {
  const testing::TempDir folder;
  for (const auto& [file, bytes] : world.files()) write(folder.path() / file, bytes);
  write_captures(folder.path() / "captures");
  const std::string workspace = folder.path().string();
  std::vector<std::string> words = {"vectora", "run", "--quiet", "--workspace", workspace};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  const auto code = app::run_command_line(static_cast<int>(words.size()), arguments.data());
  ::testing::internal::GetCapturedStdout();
  ::testing::internal::GetCapturedStderr();
  return "exit code " + std::to_string(static_cast<int>(code)) + "\n" +
         written_below(folder.path());
}

}  // namespace vectora::keys
