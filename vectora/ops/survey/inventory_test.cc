#include "vectora/ops/survey/inventory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/promotion/promotion_fixture.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class InventoryTest : public ::testing::Test {
 protected:
  Inventory inventory() {
    auto taken = take_inventory(stage_, workspace_, config::load_workspace(workspace_));
    EXPECT_TRUE(taken) << taken.error().message;
    return taken ? *std::move(taken) : Inventory();
  }

  void put(store::ObjectStore& store, const std::string& key, const std::string& bytes = "12345") {
    ASSERT_TRUE(store.put(key, bytes));
  }

  config::Files workspace_ = config::toy_files();
  Environment stage_ = memory_environment("stage");
  TestOperator anna_;
};

TEST_F(InventoryTest, AnEmptyEnvironmentHasEverythingToGain) {
  const Inventory found = inventory();
  EXPECT_TRUE(found.released.empty());
  EXPECT_EQ(found.files.at(kToyReleased), Presence::kWorkspaceOnly);
  EXPECT_TRUE(found.clients.at(ClientId("ebus_weekly")).in_workspace);
  EXPECT_THAT(inventory_text(found), HasSubstr("none there; `vectora sync` fills it"));
  EXPECT_THAT(inventory_text(found), HasSubstr("ebus_weekly: 0 runs, 0 issues  only in the work"));
}

TEST_F(InventoryTest, ASyncedEnvironmentIsTheSame) {
  fill(stage_, toy_release(), anna_);
  const Inventory found = inventory();
  EXPECT_EQ(found.released, found.workspace);
  EXPECT_TRUE(found.has_release);
  for (const auto& [path, presence] : found.files) EXPECT_EQ(presence, Presence::kBoth) << path;
  EXPECT_TRUE(found.unmanaged.empty());
  EXPECT_THAT(inventory_text(found), HasSubstr("configuration: the same, sha256:"));
}

TEST_F(InventoryTest, GapsAreToldInBothDirections) {
  config::Files there = toy_release_with("max_items_total: 10", "max_items_total: 5");
  there["clients/gone.yaml"] = "client_profile: {}\n";
  fill(stage_, there, anna_);
  workspace_["canonical/scopes/new_scopes.yaml"] = "new: [x]\n";
  const Inventory found = inventory();
  EXPECT_EQ(found.files.at(kToyReleased), Presence::kDiffers);
  EXPECT_EQ(found.files.at("clients/gone.yaml"), Presence::kEnvironmentOnly);
  EXPECT_EQ(found.files.at("canonical/scopes/new_scopes.yaml"), Presence::kWorkspaceOnly);
  const std::string text = inventory_text(found);
  EXPECT_THAT(text, HasSubstr("  differs: clients/ebus_weekly.yaml\n"));
  EXPECT_THAT(text, HasSubstr("  environment only: clients/gone.yaml\n"));
  EXPECT_THAT(text, HasSubstr("gone: 0 runs, 0 issues  only configured there\n"));
}

TEST_F(InventoryTest, DataIsCountedByItsClient) {
  fill(stage_, toy_release(), anna_);
  store::ObjectStore& data = *stage_.buckets.data;
  put(data, "ingested/ebus_weekly/2026/01/14/items.json", std::string(1500, 'x'));
  put(data, "curated/ebus_weekly/2026/01/14/items.json");
  put(data, "runs/ebus_weekly/0123456789abcdef.json");
  put(data, "runs/ebus_weekly/fedcba9876543210.json");
  put(data, "state/clients/ebus_weekly/sent.json");
  put(data, "labels/ebus_weekly.jsonl");
  put(data, "runs/forgotten/0123456789abcdef.json");
  for (const char* file : {"newsletter.md", "manifest.json"})
    put(*stage_.buckets.newsletters, std::string("ebus_weekly/2026/01/14/") + file);
  put(*stage_.buckets.newsletters, "ebus_weekly/2026/01/21/newsletter.md");
  const Inventory found = inventory();
  const ClientInventory& client = found.clients.at(ClientId("ebus_weekly"));
  EXPECT_EQ(client.runs, 2u);
  EXPECT_EQ(client.newsletters, 1u) << "an issue counts when its manifest is there";
  EXPECT_EQ(client.newest_issue->str(), "2026-01-14");
  EXPECT_EQ(client.data.at("newsletters").objects, 3u);
  EXPECT_EQ(client.data.at("state").objects, 1u);
  EXPECT_EQ(client.data.at("labels").bytes, 5u);
  const std::string text = inventory_text(found);
  EXPECT_THAT(text, HasSubstr("ebus_weekly: 2 runs, 1 issues, the newest of 2026-01-14\n"));
  EXPECT_THAT(text, HasSubstr("    ingested: 1 objects, 1.5 kB\n"));
  EXPECT_THAT(text, HasSubstr("forgotten: 1 runs, 0 issues  no configuration anywhere\n"));
}

TEST_F(InventoryTest, WhatNobodyManagesIsToldByItsFolder) {
  fill(stage_, toy_release(), anna_);
  put(*stage_.buckets.data, "normalized/ebus_weekly/2025/12/01/items.json");
  put(*stage_.buckets.data, "normalized/ebus_weekly/2025/12/02/items.json");
  put(*stage_.buckets.data, "notes.txt");
  put(*stage_.buckets.data, "raw/captures/2026/01/14/x.json");
  put(*stage_.buckets.data, "state/robots.json");
  put(*stage_.buckets.config, "clients/by_hand.yaml");
  put(*stage_.buckets.config, "snapshots/a/manifest.json");
  put(*stage_.buckets.newsletters, "old/newsletter.md");
  put(*stage_.buckets.lambda_code, "releases/1.4.0/ingest.zip");
  put(*stage_.buckets.lambda_code, "layers/deps.zip");
  const Inventory found = inventory();
  std::vector<std::string> folders;
  for (const auto& [folder, amount] : found.unmanaged) folders.push_back(folder);
  EXPECT_THAT(folders,
              ::testing::ElementsAre("config/clients/", "data/normalized/", "data/notes.txt",
                                     "lambda-code/layers/", "newsletters/old/"));
  EXPECT_EQ(found.unmanaged.at("data/normalized/").objects, 2u);
  EXPECT_EQ(found.shared.at("data/raw/captures").objects, 1u);
  EXPECT_EQ(found.shared.at("data/state").objects, 1u);
  EXPECT_EQ(found.shared.at("config/snapshots").objects, 1u);
  EXPECT_EQ(found.packages.at("1.4.0").objects, 1u);
  EXPECT_THAT(inventory_text(found), HasSubstr("managed by nobody\n  config/clients/: 1 objects"));
  const Json json = inventory_json(found);
  EXPECT_EQ(json["unmanaged"]["data/normalized/"]["bytes"], 10);
}

TEST_F(InventoryTest, AnEnvironmentOfTheWorkspaceHasItsConfiguration) {
  stage_ = memory_environment("local");
  stage_.workspace = store::open_memory();
  const Inventory found = inventory();
  EXPECT_EQ(found.released, found.workspace);
  EXPECT_TRUE(found.clients.at(ClientId("ebus_weekly")).in_environment);
}

TEST_F(InventoryTest, FlatKeysWithoutAReleaseAreSaidToBeSo) {
  for (const auto& [path, bytes] : toy_release()) put(*stage_.buckets.config, path, bytes);
  const Inventory found = inventory();
  EXPECT_FALSE(found.has_release);
  EXPECT_EQ(found.released, found.workspace);
  EXPECT_THAT(inventory_text(found), HasSubstr("(flat keys, no release)"));
  EXPECT_THAT(inventory_text(found), Not(HasSubstr("managed by nobody")));
}

}  // namespace
}  // namespace vectora::ops
