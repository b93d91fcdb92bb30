// The items of one client that were stored in the last months: ingested/.
//
//   ItemStore items = TRY(ItemStore::load(data, client, first_day));
//   if (const StoredItem* known = items.find(id)) ...
//   items.put(run_day, item);
//   TRY(items.save(data));
//
// An item stands once, under the day on which it was first seen. Saving merges
// by item_id with what another process stored meanwhile and loses nothing.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/id.h"
#include "vectora/normalize/item.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

struct StoredItem {
  Date day;  // of the file
  normalize::Item item;
};

class ItemStore {
 public:
  // Items of the files of `first_day` and later.
  static Result<ItemStore> load(store::ObjectStore& data, const ClientId& client, Date first_day);

  const StoredItem* find(const ItemId& id) const;
  // An item of another source at the same address; nullptr: none.
  const StoredItem* find_url(const std::string& canonical_url) const;

  // Adds or replaces; an item that is there keeps its day.
  void put(Date run_day, normalize::Item item);

  // By day, then in the order of their files.
  std::vector<const StoredItem*> all() const;

  Result<void> save(store::ObjectStore& data);

 private:
  void index(size_t position);

  ClientId client_;
  std::vector<StoredItem> items_;
  std::unordered_map<ItemId, size_t> by_id_;
  std::unordered_map<std::string, size_t> by_url_;
  std::map<Date, std::vector<size_t>> changed_;
};

// Merges JSON arrays of objects by their item_id: members of `fresh` replace
// those of `old` with the same id and follow the others.
Json merge_by_item_id(const Json& old, const Json& fresh);

}  // namespace vectora::pipeline
