#include "vectora/store/content.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include "vectora/store/buckets.h"

namespace vectora::store {
namespace {

std::string noise(size_t size) {
  std::string bytes(size, '\0');
  uint32_t state = 1;
  for (char& byte : bytes) {
    state = state * 1664525U + 1013904223U;
    byte = static_cast<char>(state >> 24U);
  }
  return bytes;
}

std::string zstd(const std::string& bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), 1));
  return frame;
}

TEST(ContentTest, GivesBackTheBytesOfADigest) {
  const auto store = open_memory();
  for (const std::string& bytes : {std::string(), std::string("<rss/>"), noise(3000000)}) {
    const auto digest = put_content(*store, bytes);
    ASSERT_TRUE(digest);
    EXPECT_EQ(*digest, sha256(bytes));
    const auto again = get_content(*store, *digest);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, bytes);
  }
}

TEST(ContentTest, IsStoredOnceAndCompressed) {
  const auto store = open_memory();
  const std::string page(100000, 'p');
  ASSERT_TRUE(put_content(*store, page));
  ASSERT_TRUE(put_content(*store, page));
  const auto infos = store->list("raw/objects/");
  ASSERT_EQ(infos->size(), 1U);
  EXPECT_LT(infos->front().size, 1000U);
}

TEST(ContentTest, WhatIsMissingIsNotFound) {
  const auto store = open_memory();
  EXPECT_EQ(get_content(*store, sha256("x")).error().code, ErrorCode::kNotFound);
}

TEST(ContentTest, TheBoundIsExact) {
  const auto store = open_memory();
  const auto digest = put_content(*store, std::string(1000000, 'x'));
  ASSERT_TRUE(digest);
  EXPECT_TRUE(get_content(*store, *digest, 1000000));
  EXPECT_EQ(get_content(*store, *digest, 999999).error().code, ErrorCode::kTooLarge);
}

TEST(ContentTest, WhatDoesNotAgreeWithItsDigestIsMalformed) {
  const auto store = open_memory();
  const Digest digest = sha256("the page");
  const std::string whole = zstd("the page");
  const std::string cases[] = {
      "",
      "the page",
      zstd("another page"),
      whole.substr(0, whole.size() - 1),
  };
  for (const std::string& stored : cases) {
    ASSERT_TRUE(store->put(keys::raw_object(digest), stored));
    const auto read = get_content(*store, digest);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::kMalformed);
    EXPECT_TRUE(read.error().message.starts_with(keys::raw_object(digest)));
  }
}

TEST(ContentBatchTest, BodiesAreThereOnceItIsFlushed) {
  const auto data = open_memory();
  ContentBatch batch(*data);
  const Digest one = *batch.add("one");
  EXPECT_EQ(*batch.add("one"), one);
  EXPECT_FALSE(get_content(*data, one));
  ASSERT_TRUE(batch.flush());
  EXPECT_EQ(*get_content(*data, one), "one");
  EXPECT_EQ(data->list("")->size(), 1U);
}

TEST(ContentBatchTest, WhatIsStoredIsNotWrittenAgain) {
  const auto data = open_memory();
  const Digest one = *put_content(*data, "one");
  const std::string key = keys::raw_object(one);
  ASSERT_TRUE(data->put(key, "as it is"));
  ContentBatch batch(*data);
  EXPECT_EQ(*batch.add("one"), one);
  ASSERT_TRUE(batch.flush());
  EXPECT_EQ(data->get(key)->bytes, "as it is");
}

TEST(ContentBatchTest, WhatWaitsIsBounded) {
  const auto data = open_memory();
  ContentBatch batch(*data);
  for (int i = 0; i < 300; ++i) ASSERT_TRUE(batch.add(std::to_string(i)));
  EXPECT_EQ(data->list("")->size(), 256U);
}

}  // namespace
}  // namespace vectora::store
