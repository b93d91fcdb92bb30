#include "vectora/pipeline/collect/robots_memory.h"

#include <gtest/gtest.h>

namespace vectora::pipeline {
namespace {

const Instant kThen = *Instant::parse("2026-02-03T10:00:00Z");

http::RobotsAnswer rules(const std::string& body, Instant received = kThen) {
  return {200, body, {"\"1\"", "Tue, 03 Feb 2026 08:00:00 GMT"}, received};
}

TEST(RobotsMemoryTest, WhatWasLearnedIsAddedToWhatIsStored) {
  const auto data = store::open_memory();
  ASSERT_TRUE(load_robots_memory(*data)->empty());
  ASSERT_TRUE(save_robots_memory(*data, {{"https://a.example", rules("User-agent: *\n")}}, kThen));
  ASSERT_TRUE(save_robots_memory(*data, {{"http://b.example:81", rules("")}}, kThen));
  const RobotsMemory memory = *load_robots_memory(*data);
  ASSERT_EQ(memory.size(), 2U);
  const http::RobotsAnswer& site = memory.at("https://a.example");
  EXPECT_EQ(site.status, 200);
  EXPECT_EQ(site.body, "User-agent: *\n");
  EXPECT_EQ(site.validators, rules("").validators);
  EXPECT_EQ(site.received, kThen);
}

TEST(RobotsMemoryTest, WhatIsTooLargeOrNoTextOrTooOldIsNotKept) {
  const auto data = store::open_memory();
  ASSERT_TRUE(save_robots_memory(*data,
                                 {{"https://large.example", rules(std::string(65537, '#'))},
                                  {"https://bytes.example", rules("\xFF")},
                                  {"https://old.example", rules("", kThen + -30 * 86400)},
                                  {"https://kept.example", rules(std::string(65536, '#'))}},
                                 kThen));
  const RobotsMemory memory = *load_robots_memory(*data);
  ASSERT_EQ(memory.size(), 1U);
  EXPECT_TRUE(memory.contains("https://kept.example"));
}

TEST(RobotsMemoryTest, NothingLearnedWritesNothing) {
  const auto data = store::open_memory();
  ASSERT_TRUE(save_robots_memory(*data, {}, kThen));
  EXPECT_TRUE(data->list("")->empty());
}

TEST(RobotsMemoryTest, ADamagedFileIsAnError) {
  const auto data = store::open_memory();
  ASSERT_TRUE(data->put("state/robots.json", "{"));
  const auto loaded = load_robots_memory(*data);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("state/robots.json"), std::string::npos);
}

}  // namespace
}  // namespace vectora::pipeline
