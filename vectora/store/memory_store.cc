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

  Result<Page> list_page(const ListQuery& query) override {
    const std::lock_guard lock(mutex_);
    Page page;
    auto next = query.after < query.prefix ? objects_.lower_bound(query.prefix)
                                           : objects_.upper_bound(query.after);
    for (; next != objects_.end() && next->first.starts_with(query.prefix); ++next) {
      page.more = page.objects.size() == query.limit;
      if (page.more) break;
      page.objects.push_back({next->first, next->second.etag, next->second.bytes.size()});
    }
    return page;
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
