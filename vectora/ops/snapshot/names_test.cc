#include "vectora/ops/snapshot/names.h"

#include <gtest/gtest.h>

namespace vectora::ops::snapshot {
namespace {

TEST(NamesTest, ANameIsAFolderOfItsOwn) {
  for (const char* name : {"a", "A1", "before-the-fair", "v1.2_3", "20260203T090000Z"})
    EXPECT_TRUE(check_name(name)) << name;
  for (const char* name : {"", ".", "..", "-a", ".a", "a/b", "../a", "a b", "objects",
                           "activity.json", "\xC3\xA9", "a\n", "a\\b", "~"})
    EXPECT_FALSE(check_name(name)) << name;
  EXPECT_TRUE(check_name(std::string(100, 'a')));
  EXPECT_FALSE(check_name(std::string(101, 'a')));
}

TEST(NamesTest, AComplaintShowsTheNameWithoutControlCharacters) {
  EXPECT_EQ(check_name("a\x1b[1m").error().message,
            "'a??1m' is no name of a snapshot: only letters, digits, '.', '_' and '-' may stand "
            "in it");
}

TEST(NamesTest, NamesOfTheProgramItselfAreNames) {
  const Instant now = *Instant::parse("2026-02-03T09:00:00Z");
  EXPECT_EQ(name_at(now), "20260203T090000Z");
  EXPECT_EQ(name_before("sync", now), "before-sync-20260203T090000Z");
  EXPECT_TRUE(check_name(name_before("sync", now)));
}

TEST(NamesTest, KeysTellWhatTheyAre) {
  const Digest digest = sha256("abc");
  EXPECT_EQ(object_key(digest), "snapshots/objects/ba/" + digest.hex());
  EXPECT_EQ(digest_of(object_key(digest)), digest);
  EXPECT_EQ(snapshot_of(manifest_key("x")), "x");
  EXPECT_EQ(snapshot_of(readme_key("x")), "x");
  EXPECT_EQ(snapshot_of(object_key(digest)), std::nullopt);
  for (const std::string& key :
       {"snapshots/objects/aa/" + digest.hex(), std::string("snapshots/objects/ba/ba"),
        std::string("raw/objects/ba/") + digest.hex()})
    EXPECT_EQ(digest_of(key), std::nullopt) << key;
}

}  // namespace
}  // namespace vectora::ops::snapshot
