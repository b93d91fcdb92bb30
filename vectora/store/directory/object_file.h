// One object of a directory store as a file: reading it, and replacing it whole.
#pragma once

#include <string>
#include <string_view>

#include "vectora/base/result.h"
#include "vectora/store/object_store.h"
#include "vectora/store/posix_file.h"

namespace vectora::store {

// What must hold for a write to happen.
struct Condition {
  enum class Kind { kNone, kAbsent, kUnchanged };
  Kind kind = Kind::kNone;
  std::string etag = {};  // for kUnchanged
};

Result<Object> read_object(const FileDescriptor& folder, const std::string& name);
Result<std::string> read_range(const FileDescriptor& folder, const std::string& name,
                               ByteRange range);
Result<size_t> size_of(const FileDescriptor& folder, const std::string& name);

// kConflict unless the condition holds now.
Result<void> check(const Condition& condition, const FileDescriptor& folder,
                   const std::string& name);

// The next content of an object, in a hidden file beside it. Only who holds the
// lock of the key may have one.
//
//   StagedObject staged = TRY(StagedObject::write(std::move(folder), "x.json", bytes));
//   TRY(staged.sync());
//   TRY(staged.publish(condition));
class StagedObject {
 public:
  static Result<StagedObject> write(FileDescriptor folder, const std::string& name,
                                    std::string_view bytes);
  StagedObject(StagedObject&&) = default;
  StagedObject& operator=(StagedObject&&) = delete;
  ~StagedObject();  // the hidden file is gone, published or not

  // Until then a power cut may take the bytes.
  Result<void> sync();
  // Gives it the object's name, in one step.
  Result<void> publish(const Condition& condition);

 private:
  StagedObject(FileDescriptor folder, const std::string& name);

  FileDescriptor folder_;
  FileDescriptor file_;
  std::string name_;
  std::string temporary_;
};

}  // namespace vectora::store
