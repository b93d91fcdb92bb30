// Objects by key: the shape of S3, on a directory, in memory, or on S3 itself.
//
//   const Object object = TRY(store.get("clients/lai_weekly.yaml"));
//   TRY(store.put_if("state/x.json", bytes, object.etag));   // nobody else changed it
//
// A key is a relative path of UTF-8 segments: no empty, "." or ".." segment, no
// leading "/", no control character or backslash, no segment that starts with
// ".vectora-", at most 1,024 bytes; others are refused as kInvalidArgument. A
// put is seen whole or not at all, also after a crash (a power cut may take the
// latest ones back). Threads and processes may share one store. Messages of
// errors start with the key.
#pragma once

#include <cstdint>
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
  std::string etag;  // in a list: empty where the store would have to read the object
  size_t size = 0;

  bool operator==(const ObjectInfo&) const = default;
};

struct ByteRange {
  size_t offset = 0;
  size_t size = 0;
};

struct Write {
  std::string key;
  std::string_view bytes;
};

struct ListQuery {
  std::string prefix;
  std::string after = {};  // only keys behind this one
  size_t limit = 1000;     // objects in a page, at most; a store may give fewer
};

struct Page {
  std::vector<ObjectInfo> objects;
  bool more = false;  // go on after the last of `objects`, of which there is one then
};

// Who may write to a store at a time. Where the server cannot hold conditions, put_if
// and put_if_absent look first and write then, which is right for one writer alone.
enum class Writers { kMany, kOne };

class ObjectStore {
 public:
  virtual ~ObjectStore() = default;

  // kNotFound where there is none.
  virtual Result<Object> get(const std::string& key) = 0;
  // The bytes of the range that exist: none behind the end.
  virtual Result<std::string> get_range(const std::string& key, ByteRange range);
  virtual Result<ObjectInfo> head(const std::string& key);

  // Writes or replaces. Returns the new etag.
  virtual Result<std::string> put(const std::string& key, std::string_view bytes) = 0;
  // kConflict if the key exists.
  virtual Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) = 0;
  // kConflict if the object is no longer the one of `etag`, or is gone.
  virtual Result<std::string> put_if(const std::string& key, std::string_view bytes,
                                     const std::string& etag) = 0;
  // The same bytes under another key of this store. Returns the new etag.
  virtual Result<std::string> copy(const std::string& from, const std::string& to);
  // Success also where there was none.
  virtual Result<void> remove(const std::string& key) = 0;

  // Many at once, much faster than one by one. Each is done whole or not at all, in
  // any order; after an error some are done, and doing all again is safe. A key
  // named twice is kInvalidArgument, and nothing is written.
  virtual Result<void> put_all(const std::vector<Write>& writes);
  virtual Result<void> remove_all(const std::vector<std::string>& keys);

  // Keys that start with the prefix, in byte order, page by page.
  virtual Result<Page> list_page(const ListQuery& query) = 0;
  // All of them. For prefixes that may hold very many, `for_each_object`.
  Result<std::vector<ObjectInfo>> list(const std::string& prefix);

  // May ask the server, once.
  virtual Result<Writers> writers() { return Writers::kMany; }
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
// Each is a key, and none is named twice.
Result<void> check_keys(const std::vector<Write>& writes);

// Page by page, so that memory is bounded; ends with the first error of `visit`.
Result<void> for_each_object(ObjectStore& store, const std::string& prefix,
                             const std::function<Result<void>(const ObjectInfo& info)>& visit);

// Reads, changes and writes one object, again as long as others win the race, with
// random waits that grow from the time one try takes. `change` is given the present
// bytes (nothing: absent) and returns the new ones.
Result<void> update(
    ObjectStore& store, const std::string& key,
    const std::function<Result<std::string>(const std::optional<std::string>& bytes)>& change);

// kUnavailable unless the store holds conditions between processes. `purpose` is who
// asks: "promote needs a lease".
Result<void> require_many_writers(ObjectStore& store, std::string_view purpose);

}  // namespace vectora::store
