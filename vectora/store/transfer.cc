#include "vectora/store/transfer.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace vectora::store {
namespace {

// What was read of a window of pairs: the first ones, as many as the limits allow.
class Window {
 public:
  Window(ObjectStore& from, const std::vector<KeyPair>& pairs, size_t begin)
      : from_(from), pairs_(pairs), begin_(begin) {}

  Result<void> read(const TransferLimits& limits) {
    objects_.resize(std::min(std::max<size_t>(limits.objects, 1), pairs_.size() - begin_));
    std::atomic<size_t> bytes = 0;
    const auto read_one = [&](size_t i) -> Result<void> {
      if (i > 0 && bytes >= limits.bytes) return {};
      objects_[i] = TRY(from_.get(pairs_[begin_ + i].from));
      bytes += objects_[i]->bytes.size();
      return {};
    };
    TRY(in_parallel(objects_.size(), limits.threads, read_one));
    const auto unread = std::find(objects_.begin(), objects_.end(), std::nullopt);
    objects_.erase(unread, objects_.end());
    return {};
  }

  size_t size() const { return objects_.size(); }

  Result<void> tell(const OnRead& on_read) const {
    for (size_t i = 0; i < objects_.size(); ++i) TRY(on_read(begin_ + i, *objects_[i]));
    return {};
  }

  Result<void> write(ObjectStore& to) const {
    std::vector<Write> writes;
    for (size_t i = 0; i < objects_.size(); ++i)
      writes.push_back({pairs_[begin_ + i].to, objects_[i]->bytes});
    return to.put_all(writes);
  }

 private:
  ObjectStore& from_;
  const std::vector<KeyPair>& pairs_;
  const size_t begin_;
  std::vector<std::optional<Object>> objects_;
};

}  // namespace

Result<void> in_parallel(size_t count, size_t threads,
                         const std::function<Result<void>(size_t index)>& work) {
  std::atomic<size_t> next = 0;
  std::atomic<bool> failed = false;
  std::mutex mutex;
  std::map<size_t, Error> errors;
  const auto run = [&] {
    while (!failed) {
      const size_t index = next++;
      if (index >= count) return;
      const Result<void> done = work(index);
      if (done) continue;
      failed = true;
      const std::lock_guard lock(mutex);
      errors.emplace(index, done.error());
    }
  };
  std::vector<std::thread> others;
  for (size_t i = 1; i < std::min(threads, count); ++i) others.emplace_back(run);
  run();
  for (std::thread& other : others) other.join();
  if (errors.empty()) return {};
  return errors.begin()->second;
}

Result<std::vector<Object>> get_all(ObjectStore& store, const std::vector<std::string>& keys,
                                    size_t threads) {
  std::vector<Object> objects(keys.size());
  const auto read = [&](size_t i) -> Result<void> {
    objects[i] = TRY(store.get(keys[i]));
    return {};
  };
  TRY(in_parallel(keys.size(), threads, read));
  return objects;
}

Result<void> transfer(ObjectStore& from, ObjectStore& to, const std::vector<KeyPair>& pairs,
                      const OnRead& on_read, const TransferLimits& limits) {
  for (size_t begin = 0; begin < pairs.size();) {
    Window window(from, pairs, begin);
    TRY(window.read(limits));
    if (on_read) TRY(window.tell(on_read));
    TRY(window.write(to));
    begin += window.size();
  }
  return {};
}

}  // namespace vectora::store
