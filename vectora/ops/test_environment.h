// Environments in memory, for the tests of this module.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "vectora/ops/environment.h"
#include "vectora/ops/operator.h"

namespace vectora::ops {

inline Environment memory_environment(const std::string& name) {
  return {"vectora-inbox",
          name,
          "memory",
          Protection::kNone,
          {store::open_memory(), store::open_memory(), store::open_memory(), store::open_memory()}};
}

// "anna@laptop", whose process ended once it is named in `ended`.
class TestOperator {
 public:
  explicit TestOperator(const std::string& who = "anna",
                        std::string_view at = "2026-11-21T09:00:00Z")
      : clock_(*Instant::parse(at)),
        operator_{who + "@laptop", who + "-process", clock_,
                  [this](const std::string& process) { return process == ended; }} {}

  const Operator& get() const { return operator_; }
  void pass(int64_t seconds) { clock_.set(clock_.now() + seconds); }
  void set(std::string_view at) { clock_.set(*Instant::parse(at)); }

  std::string ended;

 private:
  ManualClock clock_;
  Operator operator_;
};

// All objects of a store, by key.
inline std::map<std::string, std::string> objects_of(store::ObjectStore& store) {
  std::map<std::string, std::string> objects;
  const auto infos = store.list("");
  EXPECT_TRUE(infos) << infos.error().message;
  if (!infos) return objects;
  for (const store::ObjectInfo& info : *infos) {
    const auto object = store.get(info.key);
    EXPECT_TRUE(object) << object.error().message;
    if (object) objects[info.key] = object->bytes;
  }
  return objects;
}

}  // namespace vectora::ops
