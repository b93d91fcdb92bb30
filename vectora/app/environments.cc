#include "vectora/app/environments.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "vectora/aws/s3/s3_buckets.h"

namespace vectora::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFile = "file://";
constexpr const char* kProduction = "prod";

// Relative folders are the workspace's.
fs::path store_folder(const config::Environment& settings, const std::string& workspace) {
  const fs::path folder = settings.store.substr(kFile.size());
  return folder.is_absolute() ? folder : fs::path(workspace) / folder;
}

bool is_directory(const config::Environment& settings) { return settings.store.starts_with(kFile); }

std::string machine() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::string user() {
  std::array<char, 4096> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found);
  return found == nullptr ? std::to_string(geteuid()) : found->pw_name;
}

std::string link_target(const char* path) {
  std::error_code error;
  return fs::read_symlink(path, error).string();
}

std::string line_of(const char* path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

// Numbers of processes are used again: the time of its start tells two apart.
std::string started(const std::string& process) {
  std::ifstream file("/proc/" + process + "/stat");
  std::string stat{std::istreambuf_iterator<char>(file), {}};
  constexpr int kStartField = 20;  // of those after the name, which may hold anything
  size_t at = stat.rfind(')');
  for (int i = 0; i < kStartField && at != std::string::npos; ++i) at = stat.find(' ', at + 1);
  if (at == std::string::npos) return {};
  return stat.substr(at + 1, stat.find(' ', at + 1) - at - 1);
}

// Where numbers of processes mean the same: this boot of this machine, in this
// container.
std::string realm() {
  return machine() + "/" + line_of("/proc/sys/kernel/random/boot_id") + "/" +
         link_target("/proc/self/ns/pid");
}

// "laptop/6f1c.../pid:[4026531836]/4711/88213"
std::string process_name(const std::string& process) {
  return realm() + "/" + process + "/" + started(process);
}

bool has_ended(const std::string& name) {
  const std::string here = realm() + "/";
  if (!name.starts_with(here)) return false;
  const std::string process = name.substr(here.size(), name.find('/', here.size()) - here.size());
  if (process.empty() || process.find_first_not_of("0123456789") != std::string::npos) return false;
  return process_name(process) != name;
}

std::string described(const config::Environment& settings, const std::string& workspace) {
  if (is_directory(settings))
    return std::string(kFile) +
           fs::absolute(store_folder(settings, workspace)).lexically_normal().string();
  std::string text = settings.store;
  if (!settings.region.empty()) text += " in " + settings.region;
  if (!settings.endpoint.empty()) text += " at " + settings.endpoint;
  return text;
}

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

aws::S3Account account_of(const config::Environment& settings) {
  return {settings.region, settings.endpoint, settings.profile,
          settings.path_style ? aws::AddressStyle::kPath : aws::AddressStyle::kVirtual, variable};
}

Result<store::Buckets> open_buckets(const config::Environment& settings, const std::string& project,
                                    const std::string& workspace) {
  if (is_directory(settings))
    return store::open_directory_buckets(store_folder(settings, workspace).string(), project,
                                         settings.name);
  return aws::open_s3_buckets(account_of(settings), project, settings.name);
}

}  // namespace

Result<ops::Environment> open_environment(const config::Environment& settings,
                                          const std::string& project,
                                          const std::string& workspace_folder) {
  const bool asks = settings.is_protected || settings.name == kProduction;
  store::Buckets buckets = TRY(open_buckets(settings, project, workspace_folder));
  ops::Environment environment{project, settings.name, described(settings, workspace_folder),
                               asks ? ops::Protection::kByName : ops::Protection::kNone,
                               std::move(buckets)};
  if (settings.config_from_workspace)
    environment.workspace = store::open_directory(workspace_folder);
  return environment;
}

Result<void> create_buckets(const config::Environment& settings, const std::string& project) {
  if (is_directory(settings)) return {};  // made when first written to
  return aws::create_s3_buckets(account_of(settings), project, settings.name);
}

std::string location(const config::Environment& settings, const std::string& workspace_folder,
                     const std::string& bucket, std::string_view key) {
  if (!is_directory(settings)) return "s3://" + bucket + "/" + std::string(key);
  return (store_folder(settings, workspace_folder) / bucket / key).lexically_normal().string();
}

ops::Operator this_operator(const Clock& clock) {
  return {user() + "@" + machine(), process_name(std::to_string(getpid())), clock, has_ended};
}

}  // namespace vectora::app
