#include "vectora/pipeline/item_store.h"

#include <algorithm>

#include "vectora/base/url.h"
#include "vectora/store/buckets.h"

namespace vectora::pipeline {
namespace {

std::string canonical(const std::string& address) {
  const auto url = Url::parse(address);
  return url ? url->canonical() : address;
}

Result<Json> read_array(store::ObjectStore& data, const std::string& key) {
  const store::Object object = TRY(data.get(key));
  Json json = TRY_IN(key, parse_json(object.bytes));
  if (!json.is_array()) return Error{ErrorCode::kMalformed, key + ": not a JSON array"};
  return json;
}

}  // namespace

Json merge_by_item_id(const Json& old, const Json& fresh) {
  Json merged = old.is_array() ? old : Json::array();
  std::unordered_map<std::string, size_t> positions;
  for (size_t i = 0; i < merged.size(); ++i)
    positions.emplace(string_member(merged[i], "item_id"), i);
  for (const Json& item : fresh) {
    const auto [found, is_new] = positions.emplace(string_member(item, "item_id"), merged.size());
    if (is_new)
      merged.push_back(item);
    else
      merged[found->second] = item;
  }
  return merged;
}

Result<ItemStore> ItemStore::load(store::ObjectStore& data, const ClientId& client,
                                  Date first_day) {
  ItemStore items;
  items.client_ = client;
  for (const store::ObjectInfo& info : TRY(data.list(store::keys::ingested_prefix(client)))) {
    const auto day = store::keys::day_of(info.key);
    if (!day || *day < first_day) continue;
    const Json array = TRY(read_array(data, info.key));
    for (const Json& json : array) {
      normalize::Item item = TRY_IN(info.key, normalize::item_from_json(json));
      items.items_.push_back({*day, std::move(item)});
      items.index(items.items_.size() - 1);
    }
  }
  return items;
}

void ItemStore::index(size_t position) {
  const normalize::Item& item = items_[position].item;
  by_id_.emplace(item.id, position);
  by_url_.emplace(canonical(item.url), position);
}

const StoredItem* ItemStore::find(const ItemId& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &items_[found->second];
}

const StoredItem* ItemStore::find_url(const std::string& canonical_url) const {
  const auto found = by_url_.find(canonical_url);
  return found == by_url_.end() ? nullptr : &items_[found->second];
}

void ItemStore::put(Date run_day, normalize::Item item) {
  const auto found = by_id_.find(item.id);
  size_t position = items_.size();
  if (found == by_id_.end()) {
    items_.push_back({run_day, std::move(item)});
    index(position);
  } else {
    position = found->second;
    items_[position].item = std::move(item);
  }
  changed_[items_[position].day].push_back(position);
}

std::vector<const StoredItem*> ItemStore::all() const {
  std::vector<const StoredItem*> all;
  all.reserve(items_.size());
  for (const StoredItem& stored : items_) all.push_back(&stored);
  std::stable_sort(all.begin(), all.end(),
                   [](const auto* a, const auto* b) { return a->day < b->day; });
  return all;
}

Result<void> ItemStore::save(store::ObjectStore& data) {
  for (const auto& [day, positions] : changed_) {
    Json fresh = Json::array();
    for (const size_t position : positions) fresh.push_back(to_json(items_[position].item));
    const auto merge = [&fresh](const std::optional<std::string>& old) -> Result<std::string> {
      if (!old) return to_json_text(merge_by_item_id(Json::array(), fresh));
      const Json before = TRY(parse_json(*old));
      return to_json_text(merge_by_item_id(before, fresh));
    };
    TRY(store::update(data, store::keys::ingested(client_, day), merge));
  }
  changed_.clear();
  return {};
}

}  // namespace vectora::pipeline
