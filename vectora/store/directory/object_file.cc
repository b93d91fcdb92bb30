#include "vectora/store/directory/object_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "vectora/base/digest.h"
#include "vectora/store/directory/folder.h"

namespace vectora::store {
namespace {

constexpr std::string_view kTemporaryPrefix = ".vectora-tmp-";

Result<FileDescriptor> open_object(const FileDescriptor& folder, const std::string& name) {
  // Non-blocking: a named pipe must not stop us.
  FileDescriptor file(
      ::openat(folder.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.valid() && errno == ENOENT) return not_an_object();
  if (!file.valid() && errno == ELOOP)
    return Error{ErrorCode::kInvalidArgument, "a symbolic link is not followed"};
  if (!file.valid()) return system_error("open", errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error("read", errno);
  if (!S_ISREG(status.st_mode)) return not_an_object();
  return file;
}

}  // namespace

Result<Object> read_object(const FileDescriptor& folder, const std::string& name) {
  const FileDescriptor file = TRY(open_object(folder, name));
  std::string bytes = TRY(read_all(file));
  std::string etag = sha256(bytes).hex();
  return Object{std::move(bytes), std::move(etag)};
}

Result<std::string> read_range(const FileDescriptor& folder, const std::string& name,
                               ByteRange range) {
  const FileDescriptor file = TRY(open_object(folder, name));
  return read_part(file, range.offset, range.size);
}

Result<size_t> size_of(const FileDescriptor& folder, const std::string& name) {
  struct stat status {};
  if (::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
    return system_error("read", errno);
  if (!S_ISREG(status.st_mode)) return not_an_object();
  return static_cast<size_t>(status.st_size);
}

Result<void> check(const Condition& condition, const FileDescriptor& folder,
                   const std::string& name) {
  // Known before anything is written; what others than us create meanwhile, linkat sees.
  if (condition.kind == Condition::Kind::kAbsent && is_regular(folder, name))
    return Error{ErrorCode::kConflict, "exists already"};
  if (condition.kind != Condition::Kind::kUnchanged) return {};
  const Result<Object> present = read_object(folder, name);
  if (!present && present.error().code != ErrorCode::kNotFound) return present.error();
  if (!present || present->etag != condition.etag)
    return Error{ErrorCode::kConflict, "changed meanwhile"};
  return {};
}

StagedObject::StagedObject(FileDescriptor folder, const std::string& name)
    : folder_(std::move(folder)),
      name_(name),
      temporary_(std::string(kTemporaryPrefix) + sha256(name).hex().substr(0, 32)) {}

StagedObject::~StagedObject() {
  if (folder_.valid() && file_.valid()) ::unlinkat(folder_.get(), temporary_.c_str(), 0);
}

Result<StagedObject> StagedObject::write(FileDescriptor folder, const std::string& name,
                                         std::string_view bytes) {
  StagedObject staged(std::move(folder), name);
  const int in = staged.folder_.get();
  ::unlinkat(in, staged.temporary_.c_str(), 0);
  staged.file_ = FileDescriptor(::openat(
      in, staged.temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!staged.file_.valid()) return system_error("write", errno);
  TRY(write_all(staged.file_, bytes));
  return staged;
}

Result<void> StagedObject::sync() { return sync_file(file_); }

Result<void> StagedObject::publish(const Condition& condition) {
  const int in = folder_.get();
  const bool absent = condition.kind == Condition::Kind::kAbsent;
  const int status = absent ? ::linkat(in, temporary_.c_str(), in, name_.c_str(), 0)
                            : ::renameat(in, temporary_.c_str(), in, name_.c_str());
  const int number = errno;
  if (status != 0 && is_folder(folder_, name_))
    return Error{ErrorCode::kInvalidArgument, "a folder of other objects"};
  if (status != 0 && absent && number == EEXIST)
    return Error{ErrorCode::kConflict, "exists already"};
  if (status != 0) return system_error("write", number);
  return {};
}

}  // namespace vectora::store
