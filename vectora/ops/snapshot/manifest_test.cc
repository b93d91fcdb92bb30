#include "vectora/ops/snapshot/manifest.h"

#include <gtest/gtest.h>

#include <set>

namespace vectora::ops::snapshot {
namespace {

Entry entry(const std::string& key, const std::string& bytes, const std::string& etag = {}) {
  return {{Area::kData, key}, sha256(bytes), bytes.size(), etag};
}

std::vector<Entry> many(int count) {
  std::vector<Entry> entries;
  for (int i = 0; i < count; ++i)
    entries.push_back(entry("state/" + std::to_string(i), std::to_string(i)));
  return entries;
}

std::set<std::string> texts_of_pages(const std::vector<Entry>& entries) {
  std::set<std::string> texts;
  for (const auto& page : cut_pages(entries)) texts.insert(page_text(Area::kData, page));
  return texts;
}

Manifest example() {
  Manifest manifest;
  manifest.name = "first";
  manifest.project = "watch";
  manifest.environment = "dev";
  manifest.created_at = *Instant::parse("2026-02-03T09:00:00Z");
  manifest.why = "before the fair";
  manifest.areas = {{Area::kConfig, 0, 0, {}}, {Area::kData, 2, 30, {sha256("page")}}};
  return manifest;
}

TEST(ManifestTest, IsReadAsItWasWritten) {
  const auto again = manifest_from_json(to_json(example()));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(to_json(*again), to_json(example()));
  EXPECT_EQ(again->objects(), 2U);
  EXPECT_EQ(again->bytes(), 30U);
  EXPECT_EQ(again->since, std::nullopt);
  EXPECT_EQ(again->find(Area::kNewsletters), nullptr);
}

TEST(ManifestTest, WhatNobodyWroteIsRefused) {
  const auto refused = [](const char* member, const Json& value) {
    Json json = to_json(example());
    json[member] = value;
    return !manifest_from_json(json).ok();
  };
  EXPECT_TRUE(refused("version", 2));
  EXPECT_TRUE(refused("name", "../x"));
  EXPECT_TRUE(refused("created_at", "today"));
  EXPECT_TRUE(refused("since", "soon"));
  EXPECT_TRUE(refused("areas", Json::object()));
  EXPECT_TRUE(
      refused("areas", Json::parse(R"([{"area":"moon","objects":0,"bytes":0,"pages":[]}])")));
  EXPECT_TRUE(
      refused("areas", Json::parse(R"([{"area":"data","objects":-1,"bytes":0,"pages":[]}])")));
  EXPECT_TRUE(
      refused("areas", Json::parse(R"([{"area":"data","objects":1,"bytes":0,"pages":["x"]}])")));
  EXPECT_FALSE(refused("why", ""));
}

TEST(PageTest, IsReadAsItWasWritten) {
  const std::vector<Entry> entries = {entry("labels/a.jsonl", "x", "etag"), entry("state/b", "y")};
  const auto again = parse_page(page_text(Area::kData, entries), Area::kData);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(*again, entries);
}

TEST(PageTest, AnEtagThatIsTheDigestIsLeftOut) {
  const Entry same = entry("state/b", "y", sha256("y").hex());
  EXPECT_EQ(page_text(Area::kData, {same}), page_text(Area::kData, {entry("state/b", "y")}));
}

TEST(PageTest, PlacesThatNoSnapshotHoldsAreRefused) {
  for (const char* key : {"locks/x", "../x", "", "/x", "cache/x"}) {
    const std::vector<Entry> entries = {entry(key, "x")};
    EXPECT_FALSE(parse_page(page_text(Area::kData, entries), Area::kData)) << key;
  }
  EXPECT_FALSE(parse_page(page_text(Area::kData, {}), Area::kConfig));
  EXPECT_FALSE(parse_page("{}", Area::kData));
  EXPECT_FALSE(parse_page("[", Area::kData));
}

TEST(PageTest, EveryEntryStandsOnOnePageInOrder) {
  std::vector<Entry> listed;
  for (const auto& page : cut_pages(many(20000)))
    listed.insert(listed.end(), page.begin(), page.end());
  ASSERT_EQ(listed.size(), 20000U);
  for (size_t i = 1; i < listed.size(); ++i)
    ASSERT_LT(listed[i - 1].place.key, listed[i].place.key);
  EXPECT_TRUE(cut_pages({}).empty());
}

TEST(PageTest, AnObjectThatComesChangesItsOwnPageAlone) {
  std::vector<Entry> entries = many(20000);
  const std::set<std::string> before = texts_of_pages(entries);
  EXPECT_GT(before.size(), 20U);
  entries.push_back(entry("state/77777", "new"));
  size_t changed = 0;
  for (const std::string& text : texts_of_pages(entries)) changed += before.contains(text) ? 0 : 1;
  EXPECT_LE(changed, 2U);
  EXPECT_GE(changed, 1U);
}

}  // namespace
}  // namespace vectora::ops::snapshot
