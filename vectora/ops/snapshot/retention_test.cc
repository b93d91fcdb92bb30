#include "vectora/ops/snapshot/retention.h"

#include <gtest/gtest.h>

namespace vectora::ops::snapshot {
namespace {

// Snapshots named by their day and hour, "0203-09" of 2026.
std::vector<Manifest> taken(const std::vector<std::string>& names) {
  std::vector<Manifest> manifests;
  for (const std::string& name : names) {
    Manifest manifest;
    manifest.name = name;
    manifest.created_at = *Instant::parse("2026-" + name.substr(0, 2) + "-" + name.substr(2, 2) +
                                          "T" + name.substr(5, 2) + ":00:00Z");
    manifests.push_back(std::move(manifest));
  }
  return manifests;
}

using Names = std::vector<std::string>;

// 2026-02-02 is a Monday.
const std::vector<std::string> kTaken = {"0118-09", "0120-09", "0131-09", "0201-09", "0201-18",
                                         "0202-09", "0203-09", "0203-12", "0203-18"};

TEST(RetentionTest, KeepsTheNewest) {
  EXPECT_EQ(to_remove(taken(kTaken), {2, 0, 0, {}}),
            Names({"0118-09", "0120-09", "0131-09", "0201-09", "0201-18", "0202-09", "0203-09"}));
}

TEST(RetentionTest, KeepsTheNewestOfEachDayThatHasOne) {
  EXPECT_EQ(to_remove(taken(kTaken), {1, 4, 0, {}}),
            Names({"0118-09", "0120-09", "0201-09", "0203-09", "0203-12"}));
}

TEST(RetentionTest, KeepsTheNewestOfEachWeekFromMonday) {
  EXPECT_EQ(to_remove(taken(kTaken), {1, 0, 3, {}}),
            Names({"0118-09", "0131-09", "0201-09", "0202-09", "0203-09", "0203-12"}));
}

TEST(RetentionTest, KeepsProtectedNames) {
  EXPECT_EQ(to_remove(taken(kTaken), {1, 0, 0, {"0201-*", "0118-09"}}),
            Names({"0120-09", "0131-09", "0202-09", "0203-09", "0203-12"}));
}

TEST(RetentionTest, NeverRemovesTheNewest) {
  EXPECT_EQ(to_remove(taken({"0203-09"}), {0, 0, 0, {}}), Names());
  EXPECT_EQ(to_remove({}, {0, 0, 0, {}}), Names());
}

TEST(RetentionTest, AStarStandsForAnyCharacters) {
  EXPECT_TRUE(is_named_by("a*c", "abbc"));
  EXPECT_TRUE(is_named_by("*", ""));
  EXPECT_TRUE(is_named_by("a*b*", "ab"));
  EXPECT_FALSE(is_named_by("a*c", "abcd"));
  EXPECT_FALSE(is_named_by("a", "ab"));
}

}  // namespace
}  // namespace vectora::ops::snapshot
