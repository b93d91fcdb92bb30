// A store that asks a function before each operation: for tests of what happens
// when others interfere, or when a process ends, between two operations.
//
//   HookedStore store(*memory, [&](std::string_view operation, const std::string& key) {
//     return ++count < 10 ? Result<void>() : Error{ErrorCode::kIo, "the process has ended"};
//   });
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vectora/store/object_store.h"

namespace vectora::store {

class HookedStore : public ObjectStore {
 public:
  // `operation` is get, put, put_if_absent, put_if, remove or list; an error takes
  // the place of the operation. What works on many objects comes as single operations.
  using Hook = std::function<Result<void>(std::string_view operation, const std::string& key)>;

  HookedStore(ObjectStore& base, Hook hook) : base_(base), hook_(std::move(hook)) {}

  Result<Object> get(const std::string& key) override {
    TRY(ask("get", key));
    return base_.get(key);
  }
  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    TRY(ask("put", key));
    return base_.put(key, bytes);
  }
  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    TRY(ask("put_if_absent", key));
    return base_.put_if_absent(key, bytes);
  }
  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    TRY(ask("put_if", key));
    return base_.put_if(key, bytes, etag);
  }
  Result<void> remove(const std::string& key) override {
    TRY(ask("remove", key));
    return base_.remove(key);
  }
  Result<Page> list_page(const ListQuery& query) override {
    TRY(ask("list", query.prefix));
    return base_.list_page(query);
  }
  Result<Writers> writers() override { return base_.writers(); }

 private:
  Result<void> ask(std::string_view operation, const std::string& key) {
    const std::lock_guard lock(mutex_);
    return hook_(operation, key);
  }

  ObjectStore& base_;
  std::mutex mutex_;  // a hook is asked by one thread at a time
  Hook hook_;
};

}  // namespace vectora::store
