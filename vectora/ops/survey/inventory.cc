#include "vectora/ops/survey/inventory.h"

#include <algorithm>
#include <array>

#include "vectora/config/release.h"
#include "vectora/ops/configuration/change.h"
#include "vectora/ops/configuration/sync.h"

namespace vectora::ops {
namespace {

using Segments = std::vector<std::string>;

Segments segments_of(const std::string& key) {
  Segments segments;
  for (size_t begin = 0; begin <= key.size();) {
    const size_t end = std::min(key.find('/', begin), key.size());
    segments.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

constexpr std::array<std::string_view, 4> kConfigFolders = {"release", "history", "snapshots",
                                                            "contexts"};
constexpr std::array<std::string_view, 2> kFlatFolders = {"clients", "canonical"};
constexpr std::array<std::string_view, 6> kDataFolders = {"raw",     "state", "cache",
                                                          "journal", "locks", "contexts"};
constexpr std::array<std::string_view, 3> kClientFolders = {"ingested", "curated", "runs"};
constexpr std::string_view kLabelsEnd = ".jsonl";

template <size_t kCount>
bool holds(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "2026/02/03" of three segments from `at` on.
std::optional<Date> day_at(const Segments& segments, size_t at) {
  if (segments.size() < at + 4) return std::nullopt;
  return Date::parse(segments[at] + "-" + segments[at + 1] + "-" + segments[at + 2]);
}

class Survey {
 public:
  explicit Survey(Inventory& inventory) : inventory_(inventory) {}

  void see_config(const std::string& key, uint64_t size) {
    const std::string folder = segments_of(key)[0];
    const bool is_copy = holds(kFlatFolders, folder) && inventory_.files.contains(key);
    if (is_copy || (holds(kConfigFolders, folder) && folder.size() < key.size()))
      return inventory_.shared["config/" + folder].add(size);
    nobody("config", key, size);
  }

  void see_data(const std::string& key, uint64_t size) {
    const Segments segments = segments_of(key);
    if (ClientInventory* owner = owner_of(segments)) {
      owner->data[segments[0]].add(size);
      owner->runs += segments[0] == "runs" ? 1 : 0;
      return;
    }
    if (segments.size() < 2 || !holds(kDataFolders, segments[0])) return nobody("data", key, size);
    // "raw/captures", "state/sources", but "locks"
    const std::string folder = segments[0] + (segments.size() > 2 ? "/" + segments[1] : "");
    inventory_.shared["data/" + folder].add(size);
  }

  // {client_id}/{Y}/{M}/{D}/{file}
  void see_newsletters(const std::string& key, uint64_t size) {
    const Segments segments = segments_of(key);
    const auto day = day_at(segments, 1);
    if (!day || segments.size() != 5) return nobody("newsletters", key, size);
    ClientInventory& found = client(segments[0]);
    found.data["newsletters"].add(size);
    if (segments[4] != "manifest.json") return;
    ++found.newsletters;
    found.newest_issue = std::max(found.newest_issue.value_or(*day), *day);
  }

  // releases/{version}/{function}.zip
  void see_packages(const std::string& key, uint64_t size) {
    const Segments segments = segments_of(key);
    if (segments.size() == 3 && segments[0] == "releases")
      return inventory_.packages[segments[1]].add(size);
    nobody("lambda-code", key, size);
  }

 private:
  // Whose data it is: ingested/{id}/..., state/clients/{id}/..., labels/{id}.jsonl.
  ClientInventory* owner_of(const Segments& segments) {
    if (segments.size() > 2 && holds(kClientFolders, segments[0])) return &client(segments[1]);
    if (segments.size() > 3 && segments[0] == "state" && segments[1] == "clients")
      return &client(segments[2]);
    if (segments.size() == 2 && segments[0] == "labels" && segments[1].ends_with(kLabelsEnd))
      return &client(segments[1].substr(0, segments[1].size() - kLabelsEnd.size()));
    return nullptr;
  }

  ClientInventory& client(const std::string& id) { return inventory_.clients[ClientId(id)]; }

  // By the folder that holds it; an object of the bucket itself by its name.
  void nobody(const std::string& bucket, const std::string& key, uint64_t size) {
    const size_t end = key.find('/');
    const std::string folder = end == std::string::npos ? key : key.substr(0, end + 1);
    inventory_.unmanaged[bucket + "/" + folder].add(size);
  }

  Inventory& inventory_;
};

void compare_files(Inventory& inventory, const config::Files& there, const config::Files& here) {
  for (const auto& [path, bytes] : here) {
    const auto found = there.find(path);
    inventory.files[path] = found == there.end()     ? Presence::kWorkspaceOnly
                            : found->second == bytes ? Presence::kBoth
                                                     : Presence::kDiffers;
  }
  for (const auto& [path, bytes] : there) inventory.files.emplace(path, Presence::kEnvironmentOnly);
}

void name_clients(Inventory& inventory) {
  constexpr std::string_view kFolder = "clients/";
  constexpr std::string_view kEnd = ".yaml";
  for (const auto& [path, presence] : inventory.files) {
    if (!path.starts_with(kFolder) || !path.ends_with(kEnd)) continue;
    const std::string id = path.substr(kFolder.size(), path.size() - kFolder.size() - kEnd.size());
    ClientInventory& client = inventory.clients[ClientId(id)];
    client.in_workspace = presence != Presence::kEnvironmentOnly;
    client.in_environment = presence != Presence::kWorkspaceOnly;
  }
}

// "12.3 kB"
std::string size_text(uint64_t bytes) {
  constexpr std::array<const char*, 4> kUnits = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return std::to_string(bytes) + " B";
  uint64_t tenths = bytes / 100;
  size_t unit = 0;
  for (; tenths >= 10000 && unit + 1 < kUnits.size(); ++unit) tenths /= 1000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " " + kUnits[unit];
}

std::string amount_text(const Amount& amount) {
  return std::to_string(amount.objects) + " objects, " + size_text(amount.bytes);
}

Json amount_json(const Amount& amount) {
  return {{"objects", amount.objects}, {"bytes", amount.bytes}};
}

Json amounts_json(const std::map<std::string, Amount>& amounts) {
  Json json = Json::object();
  for (const auto& [name, amount] : amounts) json[name] = amount_json(amount);
  return json;
}

std::string amounts_text(const std::string& title, const std::map<std::string, Amount>& amounts) {
  if (amounts.empty()) return {};
  std::string text = "\n" + title + "\n";
  for (const auto& [name, amount] : amounts)
    text += "  " + name + ": " + amount_text(amount) + "\n";
  return text;
}

std::string files_text(const Inventory& inventory) {
  std::map<Presence, int> counts;
  std::string differing;
  for (const auto& [path, presence] : inventory.files) {
    ++counts[presence];
    if (presence != Presence::kBoth)
      differing += "  " + std::string(to_string(presence)) + ": " + path + "\n";
  }
  std::string text = "configuration: ";
  if (inventory.released.empty())
    text += "none there; `vectora sync` fills it";
  else if (inventory.released == inventory.workspace)
    text += "the same, " + inventory.released.str();
  else
    text += "differs from the workspace; `vectora sync --dry-run` shows how";
  if (!inventory.released.empty() && !inventory.has_release) text += " (flat keys, no release)";
  text += "\n  both: " + std::to_string(counts[Presence::kBoth]) + " files\n";
  return text + differing;
}

std::string client_gap(const ClientInventory& client) {
  if (!client.in_workspace && !client.in_environment) return "  no configuration anywhere";
  if (!client.in_workspace) return "  only configured there";
  if (!client.in_environment) return "  only in the workspace";
  return {};
}

std::string client_text(const ClientId& id, const ClientInventory& client) {
  std::string text = "  " + id.str() + ": " + std::to_string(client.runs) + " runs, " +
                     std::to_string(client.newsletters) + " issues";
  if (client.newest_issue) text += ", the newest of " + client.newest_issue->str();
  text += client_gap(client) + "\n";
  for (const auto& [name, amount] : client.data)
    text += "    " + name + ": " + amount_text(amount) + "\n";
  return text;
}

Json client_json(const ClientInventory& client) {
  return {{"in_workspace", client.in_workspace},
          {"in_environment", client.in_environment},
          {"runs", client.runs},
          {"newsletters", client.newsletters},
          {"newest_issue", client.newest_issue ? Json(client.newest_issue->str()) : Json(nullptr)},
          {"data", amounts_json(client.data)}};
}

}  // namespace

std::string_view to_string(Presence presence) {
  switch (presence) {
    case Presence::kBoth: return "both";
    case Presence::kDiffers: return "differs";
    case Presence::kWorkspaceOnly: return "workspace only";
    case Presence::kEnvironmentOnly: return "environment only";
  }
  return "";
}

Result<Inventory> take_inventory(Environment& environment, const config::Files& workspace,
                                 const config::LoadedWorkspace& loaded) {
  const config::Files here = files_to_release(workspace, loaded);
  Configuration there = TRY(read_configuration(environment));
  if (environment.workspace) there = {here, config::release_of(here, {}).digest(), true};
  Inventory inventory;
  inventory.environment = environment.name;
  inventory.store = environment.store;
  inventory.workspace = config::release_of(here, {}).digest();
  if (!there.files.empty()) inventory.released = there.digest;
  inventory.has_release = there.is_release;
  compare_files(inventory, there.files, here);
  name_clients(inventory);
  Survey survey(inventory);
  const auto each = [&survey](store::ObjectStore& store,
                              void (Survey::*see)(const std::string&, uint64_t)) {
    return store::for_each_object(store, "", [&](const store::ObjectInfo& info) -> Result<void> {
      (survey.*see)(info.key, info.size);
      return {};
    });
  };
  TRY(each(*environment.buckets.config, &Survey::see_config));
  TRY(each(*environment.buckets.data, &Survey::see_data));
  TRY(each(*environment.buckets.newsletters, &Survey::see_newsletters));
  TRY(each(*environment.buckets.lambda_code, &Survey::see_packages));
  return inventory;
}

std::string inventory_text(const Inventory& inventory) {
  std::string text = files_text(inventory);
  if (!inventory.clients.empty()) text += "\nclients\n";
  for (const auto& [id, client] : inventory.clients) text += client_text(id, client);
  text += amounts_text("packages", inventory.packages);
  text += amounts_text("shared by all clients", inventory.shared);
  text += amounts_text("managed by nobody", inventory.unmanaged);
  return text;
}

Json inventory_json(const Inventory& inventory) {
  Json files = Json::object();
  for (const auto& [path, presence] : inventory.files) files[path] = to_string(presence);
  Json clients = Json::object();
  for (const auto& [id, client] : inventory.clients) clients[id.str()] = client_json(client);
  return {{"version", 1},
          {"environment", inventory.environment},
          {"store", inventory.store},
          {"workspace", inventory.workspace.str()},
          {"released", inventory.released.empty() ? Json(nullptr) : Json(inventory.released.str())},
          {"has_release", inventory.has_release},
          {"configuration", std::move(files)},
          {"clients", std::move(clients)},
          {"packages", amounts_json(inventory.packages)},
          {"shared", amounts_json(inventory.shared)},
          {"unmanaged", amounts_json(inventory.unmanaged)}};
}

}  // namespace vectora::ops
