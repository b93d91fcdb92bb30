// The few system calls a directory store is made of, with errors as values.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "vectora/base/result.h"

namespace vectora::store {

// Owns a descriptor. -1 is none.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~FileDescriptor();

  int get() const { return number_; }
  bool valid() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

// What `errno` says: "cannot write: No space left on device". ENOENT is
// kNotFound, a name that is too long kInvalidArgument, the rest kIo.
Error system_error(std::string_view what, int number);

// From the present position to the end.
Result<std::string> read_all(const FileDescriptor& file);

// Of `size` bytes from `offset` on, those that exist.
Result<std::string> read_part(const FileDescriptor& file, size_t offset, size_t size);

// All bytes; the disk is told to begin with them.
Result<void> write_all(const FileDescriptor& file, std::string_view bytes);
// Returns when they have arrived there.
Result<void> sync_file(const FileDescriptor& file);

}  // namespace vectora::store
