#include "vectora/app/cli/replace_file.h"

#include <fcntl.h>

#include <cerrno>

#include "vectora/store/posix_file.h"

namespace vectora::app {

namespace fs = std::filesystem;

Result<void> replace_file(const fs::path& path, const std::string& bytes) {
  const std::string draft = path.string() + ".new";
  const store::FileDescriptor file(
      ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!file.valid()) return store::system_error("cannot write " + draft, errno);
  Result<void> done = store::write_all(file, bytes);
  if (done) done = store::sync_file(file);
  std::error_code error;
  if (done) fs::rename(draft, path, error);
  if (error) done = Error{ErrorCode::kIo, "cannot replace " + path.string()};
  std::error_code ignored;  // where it was renamed there is nothing to remove
  if (!done) fs::remove(draft, ignored);
  return done;
}

}  // namespace vectora::app
