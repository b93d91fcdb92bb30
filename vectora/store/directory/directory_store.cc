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
// Many objects are staged together before the first is synced: the disk takes them
// as one stream, and the journal's commit for the first is that of nearly all. Who
// holds several locks took them in ascending order, so no two wait for each other.
//
// Folders that become empty are removed, since S3 has none and "a" may follow where
// "a/b" was; a writer whose folder is removed under it starts again.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "vectora/base/digest.h"
#include "vectora/store/directory/folder.h"
#include "vectora/store/directory/object_file.h"
#include "vectora/store/object_store.h"
#include "vectora/store/posix_file.h"

namespace vectora::store {
namespace {

constexpr std::string_view kLockFolder = ".vectora-locks";
constexpr int kMaxRaces = 100;       // folders removed under one writer
constexpr size_t kBatchFiles = 128;  // open at a time, with their folders and locks
constexpr size_t kBatchBytes = 16'000'000;

std::string lock_name(const std::string& key) { return sha256(key).hex().substr(0, 2); }

Result<FileDescriptor> lock_file(const std::string& root, const std::string& name) {
  const FileDescriptor folder = TRY(open_folder(root, kLockFolder, Create::kYes));
  FileDescriptor file(
      ::openat(folder.get(), name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file.valid()) return system_error("lock", errno);
  while (::flock(file.get(), LOCK_EX) != 0)
    if (errno != EINTR) return system_error("lock", errno);
  return file;
}

bool is_not_found(const Error& error) { return error.code == ErrorCode::kNotFound; }

// Walks the tree in the order of keys, from behind a key, until a page is full.
class PageWalk {
 public:
  explicit PageWalk(const ListQuery& query) : query_(query) {}

  // `path` is how the keys of `folder` start. What vanishes meanwhile is left out.
  Result<void> walk(const FileDescriptor& folder, const std::string& path) {
    for (const Entry& entry : TRY(entries_of(folder))) {
      if (page_.more) return {};
      const std::string key = path + entry.name;
      if (entry.kind == EntryKind::kFolder) {
        TRY(walk_child(folder, key));
      } else if (key.starts_with(query_.prefix) && key > query_.after) {
        TRY(add(folder, key));
      }
    }
    return {};
  }

  Page page() && { return std::move(page_); }

 private:
  // One more than fits is looked for, so that the last page knows that it is.
  Result<void> add(const FileDescriptor& folder, const std::string& key) {
    const Result<size_t> size = size_of(folder, name_of(key));
    if (!size && is_not_found(size.error())) return {};
    if (!size) return size.error().within(key);
    page_.more = page_.objects.size() == query_.limit;
    if (!page_.more) page_.objects.push_back({key, "", *size});
    return {};
  }

  Result<void> walk_child(const FileDescriptor& parent, const std::string& path) {
    const std::string start = path + "/";
    const bool wanted = start.starts_with(query_.prefix) || query_.prefix.starts_with(start);
    const bool listed_before = query_.after > start && !query_.after.starts_with(start);
    if (!wanted || listed_before) return {};
    const Result<FileDescriptor> child = open_child(parent, name_of(path), Create::kNo);
    if (child) return walk(*child, start);
    if (is_not_found(child.error())) return {};
    return child.error().within(path);
  }

  const ListQuery& query_;
  Page page_;
};

class DirectoryStore : public ObjectStore {
 public:
  explicit DirectoryStore(std::string root) : root_(std::move(root)) {}

  Result<Object> get(const std::string& key) override {
    TRY(check_key(key));
    const FileDescriptor folder = TRY_IN(key, open_folder(root_, folder_of(key), Create::kNo));
    return TRY_IN(key, read_object(folder, name_of(key)));
  }

  Result<std::string> get_range(const std::string& key, ByteRange range) override {
    TRY(check_key(key));
    const FileDescriptor folder = TRY_IN(key, open_folder(root_, folder_of(key), Create::kNo));
    return TRY_IN(key, read_range(folder, name_of(key), range));
  }

  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    return write(key, bytes, {});
  }

  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    return write(key, bytes, {Condition::Kind::kAbsent});
  }

  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    return write(key, bytes, {Condition::Kind::kUnchanged, etag});
  }

  Result<void> remove(const std::string& key) override {
    TRY(check_key(key));
    const Result<void> removed = remove_locked(key);
    if (!removed && !is_not_found(removed.error())) return removed.error().within(key);
    return {};
  }

  Result<void> put_all(const std::vector<Write>& writes) override {
    TRY(check_keys(writes));
    for (auto begin = writes.begin(); begin != writes.end();) {
      auto end = begin;
      for (size_t bytes = 0; end != writes.end() && bytes < kBatchBytes &&
                             end - begin < static_cast<ptrdiff_t>(kBatchFiles);
           ++end)
        bytes += end->bytes.size();
      TRY(write_batch({begin, end}));
      begin = end;
    }
    return {};
  }

  Result<Page> list_page(const ListQuery& query) override {
    const std::string path(folder_of(query.prefix));
    if (!path.empty() && !check_key(path).ok()) return Page{};  // no key starts so
    const Result<FileDescriptor> folder = open_folder(root_, path, Create::kNo);
    if (!folder && is_not_found(folder.error())) return Page{};
    if (!folder) return folder.error().within(query.prefix);
    PageWalk walk(query);
    TRY_IN(query.prefix, walk.walk(*folder, path.empty() ? path : path + "/"));
    return std::move(walk).page();
  }

 private:
  Result<std::string> write(const std::string& key, std::string_view bytes,
                            const Condition& condition) {
    TRY(check_key(key));
    const FileDescriptor lock = TRY_IN(key, lock_file(root_, lock_name(key)));
    const Result<void> written = write_locked(key, bytes, condition);
    if (!written && is_not_found(written.error()) && condition.kind == Condition::Kind::kUnchanged)
      return Error{ErrorCode::kConflict, key + ": changed meanwhile"};
    TRY_IN(key, written);
    return sha256(bytes).hex();
  }

  Result<void> write_locked(const std::string& key, std::string_view bytes,
                            const Condition& condition) {
    StagedObject staged = TRY(stage(key, bytes, condition));
    TRY(staged.sync());
    return staged.publish(condition);
  }

  // Again where the folder is removed between its opening and the first file in it.
  Result<StagedObject> stage(const std::string& key, std::string_view bytes,
                             const Condition& condition) {
    for (int races = 0;; ++races) {
      Result<StagedObject> staged = stage_once(key, bytes, condition);
      const bool lost_its_folder = !staged && is_not_found(staged.error());
      if (!lost_its_folder || races == kMaxRaces) return staged;
    }
  }

  Result<StagedObject> stage_once(const std::string& key, std::string_view bytes,
                                  const Condition& condition) {
    const bool must_exist = condition.kind == Condition::Kind::kUnchanged;
    FileDescriptor folder =
        TRY(open_folder(root_, folder_of(key), must_exist ? Create::kNo : Create::kYes));
    TRY(check(condition, folder, name_of(key)));
    return StagedObject::write(std::move(folder), name_of(key), bytes);
  }

  Result<void> write_batch(const std::vector<Write>& writes) {
    std::set<std::string> names;
    for (const Write& write : writes) names.insert(lock_name(write.key));
    std::vector<FileDescriptor> locks;
    for (const std::string& name : names) locks.push_back(TRY(lock_file(root_, name)));
    std::vector<StagedObject> staged;
    for (const Write& write : writes)
      staged.push_back(TRY_IN(write.key, stage(write.key, write.bytes, {})));
    for (size_t i = 0; i < writes.size(); ++i) TRY_IN(writes[i].key, staged[i].sync());
    for (size_t i = 0; i < writes.size(); ++i) TRY_IN(writes[i].key, staged[i].publish({}));
    return {};
  }

  Result<void> remove_locked(const std::string& key) {
    const FileDescriptor folder = TRY(open_folder(root_, folder_of(key), Create::kNo));
    const FileDescriptor lock = TRY(lock_file(root_, lock_name(key)));
    const std::string name = name_of(key);
    if (is_folder(folder, name)) return {};
    if (::unlinkat(folder.get(), name.c_str(), 0) != 0) return system_error("remove", errno);
    remove_empty_folders(root_, key);
    return {};
  }

  std::string root_;
};

}  // namespace

std::unique_ptr<ObjectStore> open_directory(const std::string& root) {
  return std::make_unique<DirectoryStore>(root);
}

}  // namespace vectora::store
