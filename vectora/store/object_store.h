// Objects by key: the shape of S3, on a directory, in memory, or on S3 itself.
//
//   const Object object = TRY(store.get("clients/lai_weekly.yaml"));
//   TRY(store.put_if("state/x.json", bytes, object.etag));   // nobody else changed it
//
// A key is a relative path of UTF-8 segments: no empty, "." or ".." segment, no
// leading "/", no control character or backslash, no segment that starts with
// ".vectora-", at most 1,024 bytes; others are refused as kInvalidArgument. A
// put is seen whole or not at all, also after a crash (a power cut may take the
// latest ones back). Threads and processes may share one store. Messages of errors start with the
// key.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"

namespace vectora::store {

// Segments that start so belong to the stores themselves (temporary files, locks).
constexpr std::string_view kReservedPrefix = ".vectora-";

struct Object {
  std::string bytes;
  std::string etag;  // changes with the content; opaque
};

struct ObjectInfo {
  std::string key;
  std::string etag;
  size_t size = 0;

  bool operator==(const ObjectInfo&) const = default;
};

class ObjectStore {
 public:
  virtual ~ObjectStore() = default;

  // kNotFound where there is none.
  virtual Result<Object> get(const std::string& key) = 0;
  // Writes or replaces. Returns the new etag.
  virtual Result<std::string> put(const std::string& key, std::string_view bytes) = 0;
  // kConflict if the key exists.
  virtual Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) = 0;
  // kConflict if the object is no longer the one of `etag`, or is gone.
  virtual Result<std::string> put_if(const std::string& key, std::string_view bytes,
                                     const std::string& etag) = 0;
  // Success also where there was none.
  virtual Result<void> remove(const std::string& key) = 0;
  // Keys that start with `prefix`, in byte order.
  virtual Result<std::vector<ObjectInfo>> list(const std::string& prefix) = 0;
};

// A directory, made when it is first written to: one file an object, temporary
// file, fsync and rename; the etag is the SHA-256 of the bytes. What a directory
// cannot hold is refused as kInvalidArgument: a key that is the folder of another
// ("a" beside "a/b"), a segment of more than 255 bytes. Symbolic links below
// `root` are never followed and never listed. A full disk is kIo and leaves the
// old object whole; for a limit on file sizes that needs SIGXFSZ ignored.
std::unique_ptr<ObjectStore> open_directory(const std::string& root);

// In memory: for tests and dry runs.
std::unique_ptr<ObjectStore> open_memory();

// Reads through to `base`, keeps writes to itself: what a dry run writes to.
std::unique_ptr<ObjectStore> open_overlay(ObjectStore& base);

Result<void> check_key(std::string_view key);

// Reads, changes and writes one object, again as long as others win the race.
// `change` is given the present bytes (nothing: absent) and returns the new ones.
Result<void> update(
    ObjectStore& store, const std::string& key,
    const std::function<Result<std::string>(const std::optional<std::string>& bytes)>& change);

}  // namespace vectora::store
