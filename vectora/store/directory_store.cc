// Objects as files.
//
// A write goes to a hidden file beside its target, is synced, and then takes the
// target's name in one step, so a reader, or a crash at any moment, sees the old
// object or the new one. All writers of a key hold the same lock: a file below
// the root, chosen by the key's digest, held with flock(2), which the kernel
// releases when a process dies. Under that lock comparing an etag and renaming
// are one step, and the hidden file can have a fixed name: what a killed writer
// leaves behind is reused by the next. (It is unlinked, never truncated: after a
// crash in put_if_absent it may be a second name of the finished object.)
//
// Only the file is synced, not its folder: one wait for the disk a write instead of
// three, which for a run over 2,000 sources are minutes. What that gives up is not
// wholeness but the very last names before a power cut; journals keep the order.
//
// Folders are opened one segment at a time, relative to the folder before, and
// never through a symbolic link: a key cannot leave the root. Folders that become
// empty are removed, since S3 has none and "a" may follow where "a/b" was; a
// writer whose folder is removed under it starts again.
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "vectora/base/digest.h"
#include "vectora/store/object_store.h"
#include "vectora/store/posix_file.h"

namespace vectora::store {
namespace {

constexpr std::string_view kLockFolder = ".vectora-locks";
constexpr std::string_view kTemporaryPrefix = ".vectora-tmp-";
constexpr int kMaxRaces = 100;  // folders removed under one writer
constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

enum class Create { kNo, kYes };

// What must hold for a write to happen.
struct Condition {
  enum class Kind { kNone, kAbsent, kUnchanged };
  Kind kind = Kind::kNone;
  std::string etag;  // for kUnchanged
};

std::string_view folder_of(std::string_view key) {
  const size_t slash = key.rfind('/');
  return key.substr(0, slash == std::string_view::npos ? 0 : slash);
}

std::string name_of(std::string_view key) { return std::string(key.substr(key.rfind('/') + 1)); }

bool is_kind(int folder, const std::string& name, mode_t kind) {
  struct stat status {};
  return ::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         (status.st_mode & S_IFMT) == kind;
}

Error not_an_object() { return {ErrorCode::kNotFound, "no such object"}; }

Result<FileDescriptor> open_root(const std::string& root, Create create) {
  if (create == Create::kYes) {
    std::error_code error;
    std::filesystem::create_directories(root, error);
    if (error) return system_error("create " + root, error.value());
  }
  FileDescriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.valid()) return system_error("open " + root, errno);
  return folder;
}

Result<FileDescriptor> open_child(const FileDescriptor& parent, const std::string& name,
                                  Create create) {
  if (create == Create::kYes) ::mkdirat(parent.get(), name.c_str(), 0777);
  FileDescriptor child(::openat(parent.get(), name.c_str(), kFolderFlags));
  if (child.valid()) return child;
  const int number = errno;
  if (is_kind(parent.get(), name, S_IFLNK))
    return Error{ErrorCode::kInvalidArgument, "a symbolic link is not followed: " + name};
  if (number != ENOTDIR) return system_error("open folder", number);
  if (create == Create::kNo) return not_an_object();
  return Error{ErrorCode::kInvalidArgument, "an object stands where a folder is needed: " + name};
}

// The folder at `path` (empty: the root itself).
Result<FileDescriptor> open_folder(const std::string& root, std::string_view path, Create create) {
  FileDescriptor folder = TRY(open_root(root, create));
  while (!path.empty()) {
    const std::string name(path.substr(0, path.find('/')));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    folder = TRY(open_child(folder, name, create));
  }
  return folder;
}

Result<Object> read_object(const FileDescriptor& folder, const std::string& name) {
  // Non-blocking: a named pipe must not stop us.
  const FileDescriptor file(
      ::openat(folder.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.valid() && errno == ENOENT) return not_an_object();
  if (!file.valid() && errno == ELOOP)
    return Error{ErrorCode::kInvalidArgument, "a symbolic link is not followed"};
  if (!file.valid()) return system_error("open", errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error("read", errno);
  if (!S_ISREG(status.st_mode)) return not_an_object();
  std::string bytes = TRY(read_all(file));
  std::string etag = sha256(bytes).hex();
  return Object{std::move(bytes), std::move(etag)};
}

Result<FileDescriptor> lock_key(const std::string& root, const std::string& key) {
  const FileDescriptor folder = TRY(open_folder(root, kLockFolder, Create::kYes));
  const std::string name = sha256(key).hex().substr(0, 2);
  FileDescriptor file(
      ::openat(folder.get(), name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file.valid()) return system_error("lock", errno);
  while (::flock(file.get(), LOCK_EX) != 0)
    if (errno != EINTR) return system_error("lock", errno);
  return file;
}

Result<void> check(const Condition& condition, const FileDescriptor& folder,
                   const std::string& name) {
  // Known before anything is written; what others than us create meanwhile, linkat sees.
  if (condition.kind == Condition::Kind::kAbsent && is_kind(folder.get(), name, S_IFREG))
    return Error{ErrorCode::kConflict, "exists already"};
  if (condition.kind != Condition::Kind::kUnchanged) return {};
  const Result<Object> present = read_object(folder, name);
  if (!present && present.error().code != ErrorCode::kNotFound) return present.error();
  if (!present || present->etag != condition.etag)
    return Error{ErrorCode::kConflict, "changed meanwhile"};
  return {};
}

// Gives the finished temporary file its name.
Result<void> publish(const FileDescriptor& folder, const std::string& temporary,
                     const std::string& name, const Condition& condition) {
  const bool absent = condition.kind == Condition::Kind::kAbsent;
  const int status = absent
                         ? ::linkat(folder.get(), temporary.c_str(), folder.get(), name.c_str(), 0)
                         : ::renameat(folder.get(), temporary.c_str(), folder.get(), name.c_str());
  const int number = errno;
  if (status != 0 && is_kind(folder.get(), name, S_IFDIR))
    return Error{ErrorCode::kInvalidArgument, "a folder of other objects"};
  if (status != 0 && absent && number == EEXIST)
    return Error{ErrorCode::kConflict, "exists already"};
  if (status != 0) return system_error("write", number);
  return {};
}

Result<void> write_object(const FileDescriptor& folder, const std::string& name,
                          std::string_view bytes, const Condition& condition) {
  TRY(check(condition, folder, name));
  const std::string temporary = std::string(kTemporaryPrefix) + sha256(name).hex().substr(0, 32);
  ::unlinkat(folder.get(), temporary.c_str(), 0);
  const FileDescriptor file(::openat(folder.get(), temporary.c_str(),
                                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file.valid()) return system_error("write", errno);
  Result<void> written = write_and_sync(file, bytes);
  if (written) written = publish(folder, temporary, name, condition);
  ::unlinkat(folder.get(), temporary.c_str(), 0);
  return written;
}

// Removes the folders of `key` that are empty, innermost first.
void remove_empty_folders(const std::string& root, std::string_view key) {
  for (std::string_view path = folder_of(key); !path.empty(); path = folder_of(path)) {
    const Result<FileDescriptor> parent = open_folder(root, folder_of(path), Create::kNo);
    if (!parent || ::unlinkat(parent->get(), name_of(path).c_str(), AT_REMOVEDIR) != 0) return;
  }
}

struct CloseFolder {
  void operator()(DIR* stream) const { ::closedir(stream); }
};

// Names in a folder, in any order, without those of the store itself.
Result<std::vector<std::string>> names_in(const FileDescriptor& folder) {
  const int copy = ::openat(folder.get(), ".", kFolderFlags);
  if (copy < 0) return system_error("list", errno);
  const std::unique_ptr<DIR, CloseFolder> stream(::fdopendir(copy));
  if (!stream) return system_error("list", errno);
  std::vector<std::string> names;
  errno = 0;
  for (const dirent* entry = ::readdir(stream.get()); entry != nullptr;
       entry = ::readdir(stream.get())) {
    std::string name = entry->d_name;
    if (check_key(name).ok()) names.push_back(std::move(name));
  }
  if (errno != 0) return system_error("list", errno);
  return names;
}

class DirectoryStore : public ObjectStore {
 public:
  explicit DirectoryStore(std::string root) : root_(std::move(root)) {}

  Result<Object> get(const std::string& key) override {
    TRY(check_key(key));
    const FileDescriptor folder = TRY_IN(key, open_folder(root_, folder_of(key), Create::kNo));
    return TRY_IN(key, read_object(folder, name_of(key)));
  }

  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    return write(key, bytes, {});
  }

  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    return write(key, bytes, {Condition::Kind::kAbsent, {}});
  }

  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    return write(key, bytes, {Condition::Kind::kUnchanged, etag});
  }

  Result<void> remove(const std::string& key) override {
    TRY(check_key(key));
    const Result<void> removed = remove_locked(key);
    if (!removed && removed.error().code != ErrorCode::kNotFound)
      return removed.error().within(key);
    return {};
  }

  Result<std::vector<ObjectInfo>> list(const std::string& prefix) override {
    std::vector<ObjectInfo> infos;
    const std::string path(folder_of(prefix));
    if (!path.empty() && !check_key(path).ok()) return infos;  // no key starts so
    const Result<FileDescriptor> folder = open_folder(root_, path, Create::kNo);
    if (folder) {
      TRY_IN(prefix, list_folder(*folder, path.empty() ? path : path + "/", prefix, infos));
    } else if (folder.error().code != ErrorCode::kNotFound) {
      return folder.error().within(prefix);
    }
    std::sort(infos.begin(), infos.end(),
              [](const ObjectInfo& a, const ObjectInfo& b) { return a.key < b.key; });
    return infos;
  }

 private:
  Result<std::string> write(const std::string& key, std::string_view bytes,
                            const Condition& condition) {
    TRY(check_key(key));
    const FileDescriptor lock = TRY_IN(key, lock_key(root_, key));
    Result<void> written = write_locked(key, bytes, condition);
    for (int races = 0; races < kMaxRaces && lost_its_folder(written); ++races)
      written = write_locked(key, bytes, condition);
    if (condition.kind == Condition::Kind::kUnchanged && lost_its_folder(written))
      return Error{ErrorCode::kConflict, key + ": changed meanwhile"};
    TRY_IN(key, std::move(written));
    return sha256(bytes).hex();
  }

  static bool lost_its_folder(const Result<void>& written) {
    return !written && written.error().code == ErrorCode::kNotFound;
  }

  Result<void> write_locked(const std::string& key, std::string_view bytes,
                            const Condition& condition) {
    const bool must_exist = condition.kind == Condition::Kind::kUnchanged;
    const FileDescriptor folder =
        TRY(open_folder(root_, folder_of(key), must_exist ? Create::kNo : Create::kYes));
    return write_object(folder, name_of(key), bytes, condition);
  }

  Result<void> remove_locked(const std::string& key) {
    const FileDescriptor folder = TRY(open_folder(root_, folder_of(key), Create::kNo));
    const FileDescriptor lock = TRY(lock_key(root_, key));
    const std::string name = name_of(key);
    if (is_kind(folder.get(), name, S_IFDIR)) return {};
    if (::unlinkat(folder.get(), name.c_str(), 0) != 0) return system_error("remove", errno);
    remove_empty_folders(root_, key);
    return {};
  }

  // Appends what is below a folder whose keys start with `path`. What vanishes
  // meanwhile is left out.
  Result<void> list_folder(const FileDescriptor& folder, const std::string& path,
                           const std::string& prefix, std::vector<ObjectInfo>& infos) {
    for (const std::string& name : TRY(names_in(folder))) {
      const std::string key = path + name;
      if (is_kind(folder.get(), name, S_IFDIR)) {
        TRY(list_child(folder, key, prefix, infos));
      } else if (key.starts_with(prefix) && is_kind(folder.get(), name, S_IFREG)) {
        const Result<Object> object = read_object(folder, name);
        if (object) infos.push_back({key, object->etag, object->bytes.size()});
        if (!object && object.error().code != ErrorCode::kNotFound)
          return object.error().within(key);
      }
    }
    return {};
  }

  Result<void> list_child(const FileDescriptor& parent, const std::string& path,
                          const std::string& prefix, std::vector<ObjectInfo>& infos) {
    const std::string start = path + "/";
    if (!start.starts_with(prefix) && !prefix.starts_with(start)) return {};
    const Result<FileDescriptor> child = open_child(parent, name_of(path), Create::kNo);
    if (child) return list_folder(*child, start, prefix, infos);
    if (child.error().code == ErrorCode::kNotFound) return {};
    return child.error().within(path);
  }

  std::string root_;
};

}  // namespace

std::unique_ptr<ObjectStore> open_directory(const std::string& root) {
  return std::make_unique<DirectoryStore>(root);
}

}  // namespace vectora::store
