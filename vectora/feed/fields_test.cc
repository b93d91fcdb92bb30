#include "vectora/feed/fields.h"

#include <gtest/gtest.h>

namespace vectora::feed {
namespace {

using xml::Namespace;

TEST(FieldsTest, NamesMeanTheSameInEveryCase) {
  for (const std::string_view name : {"pubDate", "pubdate", "PUBDATE", "published"}) {
    const Meaning* meaning = find_meaning(Level::kEntry, {Namespace::kNone, name});
    ASSERT_NE(meaning, nullptr) << name;
    EXPECT_EQ(meaning->field, Field::kPublished);
    EXPECT_EQ(meaning->rank, 0);
  }
}

TEST(FieldsTest, TheNamespaceDecides) {
  EXPECT_EQ(find_meaning(Level::kEntry, {Namespace::kOther, "title"}), nullptr);
  EXPECT_EQ(find_meaning(Level::kEntry, {Namespace::kItunes, "title"}), nullptr);
  EXPECT_EQ(find_meaning(Level::kEntry, {Namespace::kNone, "encoded"}), nullptr);
  EXPECT_EQ(find_meaning(Level::kEntry, {Namespace::kContent, "encoded"})->field, Field::kContent);
}

TEST(FieldsTest, TheLevelDecides) {
  EXPECT_EQ(find_meaning(Level::kFeed, {Namespace::kNone, "guid"}), nullptr);
  EXPECT_EQ(find_meaning(Level::kEntry, {Namespace::kNone, "language"}), nullptr);
  EXPECT_EQ(find_meaning(Level::kFeed, {Namespace::kNone, "pubDate"})->field, Field::kUpdated);
}

TEST(FieldsTest, WhatIsNoFieldIsNone) {
  for (const std::string_view name : {"", "x", "1title", "\xC3\xA9", "averyveryverylongname", "~"})
    EXPECT_EQ(find_meaning(Level::kEntry, {Namespace::kNone, name}), nullptr) << name;
}

TEST(FieldsTest, TheLeastRankWinsAndAmongEqualsTheFirst) {
  Ranks ranks;
  EXPECT_TRUE(ranks.take({Field::kTitle, 2}));
  EXPECT_FALSE(ranks.take({Field::kTitle, 2}));
  EXPECT_TRUE(ranks.take({Field::kTitle, 1}));
  EXPECT_FALSE(ranks.take({Field::kTitle, 3}));
  EXPECT_TRUE(ranks.take_last({Field::kTitle, 1}));
  EXPECT_FALSE(ranks.take_last({Field::kTitle, 2}));
  EXPECT_EQ(ranks.of(Field::kTitle), 1);
  EXPECT_EQ(ranks.of(Field::kLink), Ranks::kUnset);
  ranks.reset();
  EXPECT_TRUE(ranks.take({Field::kTitle, 9}));
}

}  // namespace
}  // namespace vectora::feed
