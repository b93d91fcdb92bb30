#include <map>
#include <mutex>

#include "vectora/base/digest.h"
#include "vectora/store/object_store.h"

namespace vectora::store {
namespace {

class MemoryStore : public ObjectStore {
 public:
  Result<Object> get(const std::string& key) override {
    TRY(check_key(key));
    const std::lock_guard lock(mutex_);
    const auto found = objects_.find(key);
    if (found == objects_.end()) return Error{ErrorCode::kNotFound, key + ": no such object"};
    return found->second;
  }

  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    TRY(check_key(key));
    const std::lock_guard lock(mutex_);
    return assign(key, bytes);
  }

  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    TRY(check_key(key));
    const std::lock_guard lock(mutex_);
    if (objects_.contains(key)) return Error{ErrorCode::kConflict, key + ": exists already"};
    return assign(key, bytes);
  }

  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    TRY(check_key(key));
    const std::lock_guard lock(mutex_);
    const auto found = objects_.find(key);
    if (found == objects_.end() || found->second.etag != etag)
      return Error{ErrorCode::kConflict, key + ": changed meanwhile"};
    return assign(key, bytes);
  }

  Result<void> remove(const std::string& key) override {
    TRY(check_key(key));
    const std::lock_guard lock(mutex_);
    objects_.erase(key);
    return {};
  }

  Result<std::vector<ObjectInfo>> list(const std::string& prefix) override {
    const std::lock_guard lock(mutex_);
    std::vector<ObjectInfo> infos;
    for (auto i = objects_.lower_bound(prefix); i != objects_.end(); ++i) {
      const auto& [key, object] = *i;
      if (!key.starts_with(prefix)) break;
      infos.push_back({key, object.etag, object.bytes.size()});
    }
    return infos;
  }

 private:
  std::string assign(const std::string& key, std::string_view bytes) {
    Object& object = objects_[key];
    object = {std::string(bytes), sha256(bytes).hex()};
    return object.etag;
  }

  std::mutex mutex_;
  std::map<std::string, Object> objects_;
};

}  // namespace

std::unique_ptr<ObjectStore> open_memory() { return std::make_unique<MemoryStore>(); }

}  // namespace vectora::store
