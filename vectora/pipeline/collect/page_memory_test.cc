#include "vectora/pipeline/collect/page_memory.h"

#include <gtest/gtest.h>

namespace vectora::pipeline {
namespace {

const SourceKey kSource("press__alpha");
const Instant kThen = *Instant::parse("2026-02-03T10:00:00Z");
const Digest kOffer = sha256("what the list said");

StoredAnswer page(int number, Instant received = kThen) {
  const std::string url = "https://a.example/" + std::to_string(number);
  return {url, url, {{"content-type", "text/html"}}, sha256(url), received, received};
}

class PageMemoryTest : public ::testing::Test {
 protected:
  PageMemory load() { return *PageMemory::load(*data_, kSource); }

  std::unique_ptr<store::ObjectStore> data_ = store::open_memory();
};

TEST_F(PageMemoryTest, APageIsKnownByItsAddressAndWhatTheListSaid) {
  PageMemory memory = load();
  memory.keep(kOffer, page(1));
  ASSERT_TRUE(memory.save(*data_, kSource, kThen));
  const PageMemory loaded = load();
  const StoredAnswer* found = loaded.find("https://a.example/1", kOffer);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(*found, page(1));
  EXPECT_EQ(loaded.find("https://a.example/1", sha256("a revision")), nullptr);
  EXPECT_EQ(loaded.find("https://a.example/2", kOffer), nullptr);
}

TEST_F(PageMemoryTest, ForgetsAfterThirtyDays) {
  PageMemory memory;
  memory.keep(kOffer, page(1));
  memory.keep(kOffer, page(2, kThen + 1));
  ASSERT_TRUE(memory.save(*data_, kSource, kThen + PageMemory::kGoodForSeconds));
  const PageMemory loaded = load();
  EXPECT_EQ(loaded.find("https://a.example/1", kOffer), nullptr);
  EXPECT_NE(loaded.find("https://a.example/2", kOffer), nullptr);
}

TEST_F(PageMemoryTest, OfTooManyTheLatestAreKept) {
  PageMemory memory;
  const int many = static_cast<int>(PageMemory::kMaxPages) + 5;
  for (int i = 0; i < many; ++i) memory.keep(kOffer, page(i, kThen + i));
  ASSERT_TRUE(memory.save(*data_, kSource, kThen + many));
  const PageMemory loaded = load();
  EXPECT_EQ(loaded.find("https://a.example/4", kOffer), nullptr);
  EXPECT_NE(loaded.find("https://a.example/5", kOffer), nullptr);
}

TEST_F(PageMemoryTest, WritesNothingWhereNothingChanged) {
  PageMemory memory;
  ASSERT_TRUE(memory.save(*data_, kSource, kThen));
  EXPECT_TRUE(data_->list("")->empty());
  memory.keep(kOffer, page(1));
  ASSERT_TRUE(memory.save(*data_, kSource, kThen));
  ASSERT_TRUE(data_->put("state/pages/press__alpha.json", "{\"pages\": []}"));
  PageMemory other = load();
  ASSERT_TRUE(other.save(*data_, kSource, kThen));
  EXPECT_EQ(data_->get("state/pages/press__alpha.json")->bytes, "{\"pages\": []}");
}

TEST_F(PageMemoryTest, WhatIsDamagedIsAnErrorOrLeftOut) {
  ASSERT_TRUE(data_->put("state/pages/press__alpha.json", "not JSON"));
  EXPECT_FALSE(PageMemory::load(*data_, kSource));
  ASSERT_TRUE(data_->put("state/pages/press__alpha.json", R"({"pages": [{"url": "x"}, 7]})"));
  EXPECT_TRUE(PageMemory::load(*data_, kSource));
}

}  // namespace
}  // namespace vectora::pipeline
