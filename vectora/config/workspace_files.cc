#include "vectora/config/workspace_files.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "vectora/config/release.h"
#include "vectora/store/transfer.h"

namespace vectora::config {

namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxFiles = 5000;
constexpr size_t kMaxFileBytes = 16u << 20;
constexpr size_t kMaxBytes = 64u << 20;
constexpr int kMaxReleaseTries = 10;

// What was taken in so far, and whether one more fits.
struct Load {
  size_t files = 0;
  size_t bytes = 0;

  Result<void> check(const std::string& name, size_t size) const {
    if (size > kMaxFileBytes) {
      return Error{ErrorCode::kTooLarge, name + ": larger than 16 MB"};
    }
    if (files >= kMaxFiles) {
      return Error{ErrorCode::kTooLarge, name + ": more than 5,000 files of configuration"};
    }
    if (bytes + size > kMaxBytes) {
      return Error{ErrorCode::kTooLarge, name + ": more than 64 MB of configuration"};
    }
    return {};
  }
  void add(size_t size) {
    ++files;
    bytes += size;
  }
};

// Adds files as long as they fit.
class Collector {
 public:
  Result<void> check_size(const std::string& name, size_t size) const {
    return load_.check(name, size);
  }
  void add(const std::string& name, std::string bytes) {
    load_.add(bytes.size());
    files_[name] = std::move(bytes);
  }
  Files take() { return std::move(files_); }

 private:
  Files files_;
  Load load_;
};

Result<void> read_file(const fs::path& path, const std::string& name, Collector& files) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return Error{ErrorCode::kIo, name + ": " + error.message()};
  TRY(files.check_size(name, size));
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return Error{ErrorCode::kIo, name + ": cannot be read"};
  TRY(files.check_size(name, bytes.size()));
  files.add(name, std::move(bytes));
  return {};
}

Result<void> read_folder(const fs::path& root, const std::string& folder, Collector& files) {
  std::error_code error;
  // Its absence is the loader's to report.
  if (!fs::is_directory(fs::symlink_status(root / folder, error))) return {};
  fs::recursive_directory_iterator it(root / folder, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (!it->is_regular_file(error) || it->is_symlink(error)) continue;
    TRY(read_file(it->path(), it->path().lexically_relative(root).generic_string(), files));
  }
  if (error) return Error{ErrorCode::kIo, folder + ": " + error.message()};
  return {};
}

// Without a release: whatever lies below the two folders.
Result<Files> read_plain_files(store::ObjectStore& config) {
  Collector files;
  std::vector<std::string> keys;
  Load listed;
  for (const std::string prefix : {"clients/", "canonical/"}) {
    for (const store::ObjectInfo& info : TRY(config.list(prefix))) {
      TRY(listed.check(info.key, info.size));
      listed.add(info.size);
      keys.push_back(info.key);
    }
  }
  std::vector<store::Object> objects = TRY(store::get_all(config, keys));
  for (size_t i = 0; i < keys.size(); ++i) {
    TRY(files.check_size(keys[i], objects[i].bytes.size()));
    files.add(keys[i], std::move(objects[i].bytes));
  }
  return files.take();
}

Result<void> check_bounds(const Release& release) {
  Load load;
  for (const auto& [path, file] : release.files) {
    TRY(load.check(path, file.bytes));
    load.add(file.bytes);
  }
  return {};
}

}  // namespace

Result<Files> read_workspace_folder(const std::string& folder) {
  const fs::path root = folder.empty() ? fs::path(".") : fs::path(folder);
  std::error_code error;
  if (!fs::is_regular_file(root / "vectora.yaml", error)) {
    return Error{ErrorCode::kNotFound, "no vectora.yaml in " + root.string() +
                                           ": run `vectora init` there, or name the workspace"};
  }
  Collector files;
  TRY(read_file(root / "vectora.yaml", "vectora.yaml", files));
  TRY(read_folder(root, "clients", files));
  TRY(read_folder(root, "canonical", files));
  return files.take();
}

// An object may be gone because another release has taken the place of the one
// whose manifest was read: then that one is read.
Result<Files> read_config_bucket(store::ObjectStore& config) {
  Result<Files> files = Files();
  for (int tries = 0; tries < kMaxReleaseTries; ++tries) {
    const std::optional<StoredRelease> stored = TRY(read_release(config));
    if (!stored) return read_plain_files(config);
    TRY_IN(kReleaseManifest, check_bounds(stored->release));
    files = read_released_files(config, stored->release);
    if (files || files.error().code != ErrorCode::kNotFound) break;
  }
  return files;
}

}  // namespace vectora::config
