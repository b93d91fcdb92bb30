#include "vectora/store/posix_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace vectora::store {
namespace {

constexpr size_t kBlock = 1 << 16;

ErrorCode code_of(int number) {
  switch (number) {
    case ENOENT: return ErrorCode::kNotFound;
    case ENAMETOOLONG: return ErrorCode::kInvalidArgument;
    default: return ErrorCode::kIo;
  }
}

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (valid()) ::close(number_);
}

Error system_error(std::string_view what, int number) {
  std::string message = "cannot ";
  message += what;
  message += ": ";
  message += std::generic_category().message(number);
  return {code_of(number), std::move(message)};
}

Result<std::string> read_all(const FileDescriptor& file) {
  std::string bytes;
  struct stat status {};
  if (::fstat(file.get(), &status) == 0 && status.st_size > 0)
    bytes.reserve(static_cast<size_t>(status.st_size));
  std::array<char, kBlock> block{};
  for (;;) {
    const ssize_t count = ::read(file.get(), block.data(), block.size());
    if (count == 0) return bytes;
    if (count > 0) bytes.append(block.data(), static_cast<size_t>(count));
    if (count < 0 && errno != EINTR) return system_error("read", errno);
  }
}

Result<std::string> read_part(const FileDescriptor& file, size_t offset, size_t size) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error("read", errno);
  const size_t end = static_cast<size_t>(status.st_size);
  std::string bytes(std::min(size, end - std::min(offset, end)), '\0');
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::pread(file.get(), bytes.data() + done, bytes.size() - done,
                                  static_cast<off_t>(offset + done));
    if (count < 0 && errno != EINTR) return system_error("read", errno);
    if (count == 0) bytes.resize(done);
    if (count > 0) done += static_cast<size_t>(count);
  }
  return bytes;
}

Result<void> write_all(const FileDescriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return system_error("write", errno);
    if (count > 0) bytes.remove_prefix(static_cast<size_t>(count));
  }
  // Only a hint: whether it worked is for `sync_file` to say.
  ::sync_file_range(file.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
  return {};
}

Result<void> sync_file(const FileDescriptor& file) {
  if (::fsync(file.get()) != 0) return system_error("write", errno);
  return {};
}

}  // namespace vectora::store
