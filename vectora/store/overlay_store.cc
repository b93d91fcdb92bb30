#include <map>
#include <mutex>

#include "vectora/base/digest.h"
#include "vectora/store/object_store.h"

namespace vectora::store {
namespace {

class OverlayStore : public ObjectStore {
 public:
  explicit OverlayStore(ObjectStore& base) : base_(base) {}

  // Reads of the base are side by side: they wait for nobody's lock.
  Result<Object> get(const std::string& key) override {
    const auto here = change_of(key);
    if (!here) return base_.get(key);
    if (!*here) return gone(key);
    return **here;
  }

  Result<ObjectInfo> head(const std::string& key) override {
    const auto here = change_of(key);
    if (!here) return base_.head(key);
    if (!*here) return gone(key);
    return ObjectInfo{key, (*here)->etag, (*here)->bytes.size()};
  }

  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    TRY(check_key(key));
    const std::lock_guard lock(mutex_);
    return assign(key, bytes);
  }

  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    const std::lock_guard lock(mutex_);
    const Result<Object> present = look_up(key);
    if (present) return Error{ErrorCode::kConflict, key + ": exists already"};
    if (present.error().code != ErrorCode::kNotFound) return present.error();
    return assign(key, bytes);
  }

  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    const std::lock_guard lock(mutex_);
    const Result<Object> present = look_up(key);
    if (!present && present.error().code != ErrorCode::kNotFound) return present.error();
    if (!present || present->etag != etag)
      return Error{ErrorCode::kConflict, key + ": changed meanwhile"};
    return assign(key, bytes);
  }

  Result<void> remove(const std::string& key) override {
    TRY(check_key(key));
    const std::lock_guard lock(mutex_);
    changes_[key] = std::nullopt;
    return {};
  }

  Result<Page> list_page(const ListQuery& query) override {
    const std::lock_guard lock(mutex_);
    for (ListQuery rest = query;;) {
      const Page below = TRY(base_.list_page(rest));
      Page page = changed(below, rest);
      if (!page.objects.empty() || !below.more) return page;
      rest.after = below.objects.back().key;  // all of them are removed here
    }
  }

 private:
  // A page of the base as it is here: without what is removed, with what is new up to
  // where it ends.
  Page changed(const Page& below, const ListQuery& query) const {
    std::map<std::string, ObjectInfo> merged;
    for (const ObjectInfo& info : below.objects)
      if (!changes_.contains(info.key)) merged[info.key] = info;
    for (auto i = changes_.upper_bound(query.after); i != changes_.end(); ++i) {
      const auto& [key, object] = *i;
      if (below.more && key > below.objects.back().key) break;
      if (object && key.starts_with(query.prefix))
        merged[key] = {key, object->etag, object->bytes.size()};
    }
    Page page{{}, below.more};
    for (auto& [key, info] : merged) page.objects.push_back(std::move(info));
    if (page.objects.size() > query.limit) {
      page.objects.resize(query.limit);
      page.more = true;
    }
    return page;
  }

  using Change = std::optional<Object>;  // nothing: removed here

  static Error gone(const std::string& key) {
    return {ErrorCode::kNotFound, key + ": no such object"};
  }

  // Nothing: it is as in the base.
  std::optional<Change> change_of(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto changed = changes_.find(key);
    if (changed == changes_.end()) return std::nullopt;
    return std::optional<Change>(std::in_place, changed->second);
  }

  Result<Object> look_up(const std::string& key) {
    const auto changed = changes_.find(key);
    if (changed == changes_.end()) return base_.get(key);
    if (!changed->second) return gone(key);
    return *changed->second;
  }

  std::string assign(const std::string& key, std::string_view bytes) {
    Object object{std::string(bytes), sha256(bytes).hex()};
    const std::string etag = object.etag;
    changes_[key] = std::move(object);
    return etag;
  }

  ObjectStore& base_;
  std::mutex mutex_;
  std::map<std::string, Change> changes_;
};

}  // namespace

std::unique_ptr<ObjectStore> open_overlay(ObjectStore& base) {
  return std::make_unique<OverlayStore>(base);
}

}  // namespace vectora::store
