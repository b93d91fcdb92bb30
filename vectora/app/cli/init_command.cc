#include "vectora/app/cli/init_command.h"

#include <filesystem>
#include <fstream>

#include "vectora/app/cli/embedded.h"

namespace vectora::app {
namespace {

namespace fs = std::filesystem;

bool write_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return static_cast<bool>(file.flush());
}

}  // namespace

ExitCode init_command(const std::string& folder, Console& console) {
  const fs::path root = folder.empty() ? "." : folder;
  if (fs::exists(root / "vectora.yaml")) {
    console.error(root.string() + " holds a workspace already (vectora.yaml); nothing was written");
    return ExitCode::kUsage;
  }
  int kept = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    const fs::path path = root / file.path;
    if (fs::exists(path)) {
      console.warn(path.string() + " is there already and was kept");
      ++kept;
      continue;
    }
    if (!write_file(path, file.bytes)) {
      console.error("cannot write " + path.string());
      return ExitCode::kFailed;
    }
  }
  const size_t written = embedded_files().size() - static_cast<size_t>(kept);
  console.note("wrote " + std::to_string(written) + " files below " + root.string());
  console.note("next: " + (root == "." ? std::string() : "cd " + root.string() + " && ") +
               "vectora run");
  return ExitCode::kOk;
}

}  // namespace vectora::app
