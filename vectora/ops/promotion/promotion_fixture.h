// What the tests of promotions start from: the toy market as environments have it.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/configuration/sync.h"
#include "vectora/ops/test_environment.h"

namespace vectora::ops {

constexpr const char* kToyReleased = "clients/ebus_weekly.yaml";
constexpr const char* kToyCapture = "test/data/market_ebus/capture";

inline config::Files toy_release() {
  const config::Files workspace = config::toy_files();
  return files_to_release(workspace, config::load_workspace(workspace));
}

// The toy market with one passage of its client replaced, and a higher version.
inline config::Files toy_release_with(const std::string& from, const std::string& to) {
  config::Files files = toy_release();
  std::string& client = files[kToyReleased];
  client = config::changed(client, from, to);
  client = config::changed(client, "version: 1.0.0", "version: 1.1.0");
  return files;
}

inline void fill(Environment& environment, const config::Files& files, TestOperator& who) {
  auto lease = Lease::acquire(environment, who.get(), "sync");
  ASSERT_TRUE(lease) << lease.error().message;
  const auto changed = change_configuration(environment, who.get(), *lease,
                                            {"sync", files, {}, {}, Json::object(), {}});
  ASSERT_TRUE(changed) << changed.error().message;
  who.pass(1);
}

inline config::Files seen(Environment& environment) {
  const auto files = config::read_config_bucket(*environment.buckets.config);
  EXPECT_TRUE(files) << files.error().message;
  return files ? *files : config::Files();
}

// All objects of an environment but its history and snapshots, by bucket and key.
inline std::map<std::string, std::string> state(Environment& environment) {
  std::map<std::string, std::string> objects;
  const auto add = [&objects](const std::string& role, store::ObjectStore& store) {
    for (const auto& [key, bytes] : objects_of(store))
      if (!key.starts_with("history/") && !key.starts_with("snapshots/"))
        objects[role + "/" + key] = bytes;
  };
  add("config", *environment.buckets.config);
  add("data", *environment.buckets.data);
  add("newsletters", *environment.buckets.newsletters);
  return objects;
}

}  // namespace vectora::ops
