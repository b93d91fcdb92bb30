// An environment in memory that tests take snapshots of, and that can be cut off.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "vectora/ops/snapshot/create.h"

namespace vectora::ops::snapshot {

// How many operations the stores still answer; then all fail, as after a kill.
struct Power {
  int left = -1;  // -1: no end
  std::mutex mutex = {};

  bool is_on() {
    const std::lock_guard lock(mutex);
    if (left < 0) return true;
    if (left == 0) return false;
    --left;
    return true;
  }
};

// A store that stops to answer. Counts what is read.
class CutStore : public store::ObjectStore {
 public:
  CutStore(std::unique_ptr<store::ObjectStore> inner, Power& power)
      : inner_(std::move(inner)), power_(power) {}

  Result<store::Object> get(const std::string& key) override {
    if (!power_.is_on()) return cut(key);
    {
      const std::lock_guard lock(power_.mutex);
      ++gets[key];
    }
    return inner_->get(key);
  }
  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    if (!power_.is_on()) return cut(key);
    return inner_->put(key, bytes);
  }
  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    if (!power_.is_on()) return cut(key);
    return inner_->put_if_absent(key, bytes);
  }
  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    if (!power_.is_on()) return cut(key);
    return inner_->put_if(key, bytes, etag);
  }
  Result<void> remove(const std::string& key) override {
    if (!power_.is_on()) return cut(key);
    return inner_->remove(key);
  }
  Result<store::Page> list_page(const store::ListQuery& query) override {
    if (!power_.is_on()) return cut(query.prefix);
    return inner_->list_page(query);
  }

  std::map<std::string, int> gets;

 private:
  static Error cut(const std::string& key) { return {ErrorCode::kIo, key + ": cut"}; }

  std::unique_ptr<store::ObjectStore> inner_;
  Power& power_;
};

class TestEnvironment {
 public:
  explicit TestEnvironment(const std::string& name = "dev") {
    environment_.project = "watch";
    environment_.name = name;
    environment_.store = "memory";
    environment_.buckets = {open(), open(), open(), open()};
  }

  Context context() { return {environment_, who_, observer_}; }
  const Operator& who() const { return who_; }
  // Somebody elsewhere, of whom nobody can see whether it ended.
  Operator other() const { return {"ben@desk", "desk/7", clock_, never_}; }
  Environment& environment() { return environment_; }
  CutStore& store(Area area) { return static_cast<CutStore&>(*store_of(environment_, area)); }
  CutStore& config() { return store(Area::kConfig); }
  CutStore& data() { return store(Area::kData); }

  void put(const std::string& place, const std::string& bytes) {
    const auto [area, key] = split(place);
    ASSERT_TRUE(store(area).put(key, bytes)) << place;
  }
  void remove(const std::string& place) {
    const auto [area, key] = split(place);
    ASSERT_TRUE(store(area).remove(key)) << place;
  }

  // What snapshots hold of it: place and bytes.
  std::map<std::string, std::string> contents() {
    std::map<std::string, std::string> all;
    for (const Area area : kAllAreas) {
      store::ObjectStore* store = store_of(environment_, area);
      if (store == nullptr) continue;
      const auto listed = store->list("");
      EXPECT_TRUE(listed);
      for (const store::ObjectInfo& info : *listed)
        if (is_covered({area, info.key})) all[Place{area, info.key}.str()] = bytes(*store, info);
    }
    return all;
  }

  // A small environment with something of everything.
  void fill() {
    put("config/clients/lai.yaml", "client: lai");
    put("config/canonical/scopes.yaml", "scopes: []");
    put("config/release/manifest.json", "{}");
    put("data/ingested/lai/2026/01/10/items.json", R"([{"capture":"sha256:)" + kOld + "\"}]");
    put("data/ingested/lai/2026/02/03/items.json", R"([{"capture":"sha256:)" + kNew + "\"}]");
    put("data/raw/objects/aa/" + kOld, "old body");
    put("data/raw/objects/bb/" + kNew, "new body");
    put("data/state/clients/lai/sent.json", R"({"version":1})");
    put("data/labels/lai.jsonl", "{}\n");
    put("newsletters/lai/2026/02/03/newsletter.md", "# Issue");
    put("newsletters/lai/2026/02/03/manifest.json", "{}");
    put("lambda-code/releases/0.1.0/ingest.zip", "zip");
    put("data/cache/annotations/1", "made again");
    put("data/locks/other.json", "held");
    put("config/history/2026/02/03/1.json", "{}");
  }

  Power power;

  inline static const std::string kOld = std::string(64, 'a');
  inline static const std::string kNew = std::string(64, 'b');

  void pass(int64_t seconds) { clock_.set(clock_.now() + seconds); }

 private:
  std::unique_ptr<store::ObjectStore> open() {
    return std::make_unique<CutStore>(store::open_memory(), power);
  }

  static std::pair<Area, std::string> split(const std::string& place) {
    const size_t slash = place.find('/');
    return {area_named(place.substr(0, slash)).value(), place.substr(slash + 1)};
  }

  static std::string bytes(store::ObjectStore& store, const store::ObjectInfo& info) {
    const auto object = store.get(info.key);
    EXPECT_TRUE(object);
    return object ? object->bytes : "";
  }

  Environment environment_;
  ManualClock clock_{*Instant::parse("2026-02-03T09:00:00Z")};
  std::function<bool(const std::string&)> never_ = [](const std::string&) { return false; };
  Operator who_{"anna@laptop", "laptop/1", clock_, never_};
  pipeline::SilentObserver observer_;
};

template <class T>
std::string message_of(const Result<T>& result) {
  return result ? "ok"
                : std::string(to_string(result.error().code)) + ": " + result.error().message;
}

}  // namespace vectora::ops::snapshot
