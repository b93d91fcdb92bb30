#include "vectora/pipeline/item_store.h"

#include <gtest/gtest.h>

#include "vectora/store/buckets.h"

namespace vectora::pipeline {
namespace {

const ClientId kClient("depot_weekly");
const Date kMonday = *Date::parse("2026-02-02");

normalize::Item item(const std::string& address, const std::string& title) {
  normalize::Item item;
  item.source = SourceKey("press__alpha");
  item.id = normalize::item_id(item.source, address);
  item.source_type = "press_sector";
  item.url = address;
  item.title = title;
  item.content = "A text.";
  item.first_seen_at = item.ingested_at = Instant::end_of(kMonday);
  item.content_hash = item.offer_hash = item.capture = sha256(title);
  return item;
}

TEST(ItemStoreTest, KeepsWhatItWasGiven) {
  const auto data = store::open_memory();
  ItemStore items = *ItemStore::load(*data, kClient, kMonday);
  const normalize::Item made = item("https://alpha.example/1", "First");
  items.put(kMonday, made);
  ASSERT_TRUE(items.save(*data));
  const ItemStore again = *ItemStore::load(*data, kClient, kMonday);
  ASSERT_NE(again.find(made.id), nullptr);
  EXPECT_EQ(to_json_line(normalize::to_json(again.find(made.id)->item)),
            to_json_line(normalize::to_json(made)));
  EXPECT_EQ(again.find_url("https://alpha.example/1"), again.find(made.id));
  EXPECT_EQ(ItemStore::load(*data, kClient, kMonday + 1)->all().size(), 0U);
}

TEST(ItemStoreTest, ARevisedItemKeepsItsDay) {
  const auto data = store::open_memory();
  ItemStore items = *ItemStore::load(*data, kClient, kMonday);
  items.put(kMonday, item("https://alpha.example/1", "First"));
  ASSERT_TRUE(items.save(*data));
  items.put(kMonday + 1, item("https://alpha.example/1", "First, corrected"));
  ASSERT_TRUE(items.save(*data));
  const ItemStore again = *ItemStore::load(*data, kClient, kMonday);
  ASSERT_EQ(again.all().size(), 1U);
  EXPECT_EQ(again.all()[0]->day, kMonday);
  EXPECT_EQ(again.all()[0]->item.title, "First, corrected");
}

TEST(ItemStoreTest, TwoWritersLoseNothing) {
  const auto data = store::open_memory();
  ItemStore one = *ItemStore::load(*data, kClient, kMonday);
  ItemStore two = *ItemStore::load(*data, kClient, kMonday);
  one.put(kMonday, item("https://alpha.example/1", "First"));
  two.put(kMonday, item("https://alpha.example/2", "Second"));
  ASSERT_TRUE(one.save(*data));
  ASSERT_TRUE(two.save(*data));
  EXPECT_EQ(ItemStore::load(*data, kClient, kMonday)->all().size(), 2U);
}

TEST(ItemStoreTest, ABrokenFileIsNamed) {
  const auto data = store::open_memory();
  const std::string key = store::keys::ingested(kClient, kMonday);
  ASSERT_TRUE(data->put(key, "{"));
  const auto items = ItemStore::load(*data, kClient, kMonday);
  ASSERT_FALSE(items);
  EXPECT_EQ(items.error().message.find(key), 0U) << items.error().message;
}

TEST(MergeByItemIdTest, FreshMembersReplaceAndFollow) {
  const Json old = *parse_json(R"([{"item_id":"a","n":1},{"item_id":"b","n":1}])");
  const Json fresh = *parse_json(R"([{"item_id":"c","n":2},{"item_id":"a","n":2}])");
  EXPECT_EQ(to_json_line(merge_by_item_id(old, fresh)),
            R"([{"item_id":"a","n":2},{"item_id":"b","n":1},{"item_id":"c","n":2}])");
}

}  // namespace
}  // namespace vectora::pipeline
