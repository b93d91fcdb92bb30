// Inventory: what the workspace has against what an environment has, both ways.
//
//   const Inventory inventory = TRY(take_inventory(stage, files, loaded));
//   console.print(inventory_text(inventory));
//
// Every key of the four buckets is looked at, none of the objects but the release's:
// each belongs to the configuration, to a client's data, to what all clients share,
// or to nobody. What nobody manages (folders of older layouts) is told by its folder.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/ops/environment.h"

namespace vectora::ops {

struct Amount {
  uint64_t objects = 0;
  uint64_t bytes = 0;

  void add(uint64_t size) {
    ++objects;
    bytes += size;
  }
};

enum class Presence { kBoth, kDiffers, kWorkspaceOnly, kEnvironmentOnly };
std::string_view to_string(Presence presence);  // both, differs, workspace only, ...

struct ClientInventory {
  bool in_workspace = false;
  bool in_environment = false;  // released there
  uint64_t runs = 0;
  uint64_t newsletters = 0;  // issues: those with a manifest
  std::optional<Date> newest_issue;
  std::map<std::string, Amount> data;  // ingested, curated, runs, state, labels, newsletters
};

struct Inventory {
  std::string environment;
  std::string store;
  Digest workspace;                       // of the release that it would make
  Digest released;                        // empty: no configuration there
  bool has_release = false;               // false: flat keys alone
  std::map<std::string, Presence> files;  // of the configuration, by released path
  std::map<ClientId, ClientInventory> clients;
  std::map<std::string, Amount> packages;   // lambda-code: releases by version
  std::map<std::string, Amount> shared;     // "data/raw/captures", "config/history", ...
  std::map<std::string, Amount> unmanaged;  // "data/normalized/", by bucket and first folder
};

Result<Inventory> take_inventory(Environment& environment, const config::Files& workspace,
                                 const config::LoadedWorkspace& loaded);

std::string inventory_text(const Inventory& inventory);
Json inventory_json(const Inventory& inventory);

}  // namespace vectora::ops
