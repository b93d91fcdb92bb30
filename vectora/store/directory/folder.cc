#include "vectora/store/directory/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>

#include "vectora/store/object_store.h"

namespace vectora::store {
namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

struct CloseFolder {
  void operator()(DIR* stream) const { ::closedir(stream); }
};

bool is_kind(const FileDescriptor& folder, const std::string& name, mode_t kind) {
  struct stat status {};
  return ::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         (status.st_mode & S_IFMT) == kind;
}

Result<FileDescriptor> open_root(const std::string& root, Create create) {
  FileDescriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.valid() && errno == ENOENT && create == Create::kYes) {
    std::error_code error;
    std::filesystem::create_directories(root, error);
    if (error) return system_error("create " + root, error.value());
    folder = FileDescriptor(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  }
  if (!folder.valid()) return system_error("open " + root, errno);
  return folder;
}

// Nothing for what is neither object nor folder. Most file systems tell the kind with
// the name.
std::optional<EntryKind> kind_of(const FileDescriptor& folder, const dirent& entry) {
  if (entry.d_type == DT_DIR) return EntryKind::kFolder;
  if (entry.d_type == DT_REG) return EntryKind::kObject;
  if (entry.d_type != DT_UNKNOWN) return std::nullopt;
  if (is_folder(folder, entry.d_name)) return EntryKind::kFolder;
  if (is_regular(folder, entry.d_name)) return EntryKind::kObject;
  return std::nullopt;
}

// How the keys below or at an entry go on: those of the folder "a" come after "a-".
std::string key_part(const Entry& entry) {
  return entry.kind == EntryKind::kFolder ? entry.name + "/" : entry.name;
}

}  // namespace

std::string_view folder_of(std::string_view key) {
  const size_t slash = key.rfind('/');
  return key.substr(0, slash == std::string_view::npos ? 0 : slash);
}

std::string name_of(std::string_view key) { return std::string(key.substr(key.rfind('/') + 1)); }

Error not_an_object() { return {ErrorCode::kNotFound, "no such object"}; }

bool is_regular(const FileDescriptor& folder, const std::string& name) {
  return is_kind(folder, name, S_IFREG);
}

bool is_folder(const FileDescriptor& folder, const std::string& name) {
  return is_kind(folder, name, S_IFDIR);
}

Result<FileDescriptor> open_child(const FileDescriptor& parent, const std::string& name,
                                  Create create) {
  FileDescriptor child(::openat(parent.get(), name.c_str(), kFolderFlags));
  if (!child.valid() && errno == ENOENT && create == Create::kYes) {
    ::mkdirat(parent.get(), name.c_str(), 0777);
    child = FileDescriptor(::openat(parent.get(), name.c_str(), kFolderFlags));
  }
  if (child.valid()) return child;
  const int number = errno;
  if (is_kind(parent, name, S_IFLNK))
    return Error{ErrorCode::kInvalidArgument, "a symbolic link is not followed: " + name};
  if (number != ENOTDIR) return system_error("open folder", number);
  if (create == Create::kNo) return not_an_object();
  return Error{ErrorCode::kInvalidArgument, "an object stands where a folder is needed: " + name};
}

Result<FileDescriptor> open_folder(const std::string& root, std::string_view path, Create create) {
  FileDescriptor folder = TRY(open_root(root, create));
  while (!path.empty()) {
    const std::string name(path.substr(0, path.find('/')));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    folder = TRY(open_child(folder, name, create));
  }
  return folder;
}

Result<std::vector<Entry>> entries_of(const FileDescriptor& folder) {
  const int copy = ::openat(folder.get(), ".", kFolderFlags);
  if (copy < 0) return system_error("list", errno);
  const std::unique_ptr<DIR, CloseFolder> stream(::fdopendir(copy));
  if (!stream) return system_error("list", errno);
  std::vector<Entry> entries;
  errno = 0;
  for (const dirent* entry = ::readdir(stream.get()); entry != nullptr;
       entry = ::readdir(stream.get())) {
    if (!check_key(entry->d_name).ok()) continue;
    if (const auto kind = kind_of(folder, *entry)) entries.push_back({entry->d_name, *kind});
    errno = 0;
  }
  if (errno != 0) return system_error("list", errno);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return key_part(a) < key_part(b); });
  return entries;
}

void remove_empty_folders(const std::string& root, std::string_view key) {
  for (std::string_view path = folder_of(key); !path.empty(); path = folder_of(path)) {
    const Result<FileDescriptor> parent = open_folder(root, folder_of(path), Create::kNo);
    if (!parent || ::unlinkat(parent->get(), name_of(path).c_str(), AT_REMOVEDIR) != 0) return;
  }
}

}  // namespace vectora::store
