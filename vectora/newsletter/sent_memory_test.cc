#include "vectora/newsletter/sent_memory.h"

#include <gtest/gtest.h>

namespace vectora::newsletter {
namespace {

constexpr const char* kTitle = "Acme Pottery buys the kilns of Clay Works";

Json memory() {
  SentItem item;
  item.title = kTitle;
  item.print.item = ItemId("0123456789abcdef");
  item.print.title_words = {"acme", "buys", "kilns"};
  SentMemory memory;
  memory.record(*Date::parse("2025-03-04"), {item});
  return to_json(memory);
}

std::string message_of(const Json& json) {
  const Result<SentMemory> memory = sent_memory_from_json(json);
  return memory ? "read" : memory.error().message;
}

TEST(SentMemory, IsReadBack) {
  const Result<SentMemory> read = sent_memory_from_json(memory());
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json(*read), memory());
  EXPECT_EQ(read->issues.begin()->second.front().title, kTitle);
}

TEST(SentMemory, SaysWhatIsNoneOfIt) {
  Json json = memory();
  Json& item = json["issues"]["2025-03-04"][0];
  item["fingerprint"].erase("item_id");
  EXPECT_EQ(message_of(json), "2025-03-04: item_id: is missing");
  item.erase("fingerprint");
  EXPECT_EQ(message_of(json), "2025-03-04: a sent item without fingerprint");
  json["issues"]["today"] = Json::array();
  json["issues"].erase("2025-03-04");
  EXPECT_EQ(message_of(json), "'today' is not a day");
  json["version"] = 2;
  EXPECT_EQ(message_of(json), "not a sent memory of version 1");
}

}  // namespace
}  // namespace vectora::newsletter
