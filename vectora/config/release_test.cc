#include "vectora/config/release.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/config/workspace_files.h"
#include "vectora/store/hooked_store.h"

namespace vectora::config {
namespace {

using ::testing::HasSubstr;

const Files kFiles = {{"clients/a.yaml", "client_profile: {}\n"},
                      {"canonical/scopes/x_scopes.yaml", "x: [1]\n"},
                      {"vectora.yaml", "project: not released\n"}};

Files released(Files files) {
  files.erase("vectora.yaml");
  return files;
}

void put_release(store::ObjectStore& bucket, const Files& files) {
  for (const auto& [path, bytes] : released(files))
    ASSERT_TRUE(bucket.put(release_object(sha256(bytes)), bytes));
  ASSERT_TRUE(bucket.put(kReleaseManifest, to_json_text(to_json(release_of(files, "0.1.0")))));
}

TEST(Release, NamesEachFileByItsDigest) {
  const Release release = release_of(kFiles, "0.1.0");
  EXPECT_EQ(to_json_text(to_json(release)),
            "{\n  \"version\": 1,\n  \"program\": \"0.1.0\",\n  \"digest\": \"" +
                release.digest().str() +
                "\",\n  \"files\": {\n    \"canonical/scopes/x_scopes.yaml\": {\n      \"sha256\": "
                "\"" +
                sha256("x: [1]\n").hex() +
                "\",\n      \"bytes\": 7\n    },\n    \"clients/a.yaml\": {\n      \"sha256\": \"" +
                sha256("client_profile: {}\n").hex() + "\",\n      \"bytes\": 19\n    }\n  }\n}\n");
  const auto again = release_from_json(to_json(release));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(*again, release);
}

TEST(Release, TheDigestFollowsNamesAndBytesAlone) {
  const Digest digest = release_of(kFiles, "0.1.0").digest();
  EXPECT_EQ(release_of(kFiles, "9.9.9").digest(), digest);
  Files renamed = released(kFiles);
  renamed["clients/b.yaml"] = renamed["clients/a.yaml"];
  renamed.erase("clients/a.yaml");
  EXPECT_NE(release_of(renamed, "0.1.0").digest(), digest);
  Files changed = kFiles;
  changed["clients/a.yaml"] += " ";
  EXPECT_NE(release_of(changed, "0.1.0").digest(), digest);
}

TEST(Release, WhatIsNoManifestIsRefused) {
  Json other_version = to_json(release_of(kFiles, "0.1.0"));
  other_version["version"] = 2;
  Json other_digest = to_json(release_of(kFiles, "0.1.0"));
  other_digest["files"].erase("clients/a.yaml");
  Json outside = to_json(release_of(kFiles, "0.1.0"));
  outside["files"]["clients/../../etc/passwd"] = outside["files"]["clients/a.yaml"];
  Json no_digest = to_json(release_of(kFiles, "0.1.0"));
  no_digest["files"]["clients/a.yaml"] = {{"bytes", 3}};
  const struct {
    Json json;
    std::string message;
  } cases[] = {{Json(), "no release manifest of version 1"},
               {other_version, "no release manifest of version 1"},
               {other_digest, "the digest is not that of the files"},
               {outside, "'clients/../../etc/passwd' is no file of a configuration"},
               {no_digest, "clients/a.yaml: a file without its sha256"}};
  for (const auto& c : cases) {
    const auto release = release_from_json(c.json);
    ASSERT_FALSE(release) << c.message;
    EXPECT_EQ(release.error(), (Error{ErrorCode::kMalformed, c.message}));
  }
}

TEST(Release, ABucketIsReadThroughItsManifest) {
  const auto bucket = store::open_memory();
  put_release(*bucket, kFiles);
  ASSERT_TRUE(bucket->put("clients/a.yaml", "an older copy"));
  ASSERT_TRUE(bucket->put("clients/stray.yaml", "managed by nobody"));
  const auto files = read_config_bucket(*bucket);
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(*files, released(kFiles));
}

TEST(Release, DamageIsFoundAndNamed) {
  const auto bucket = store::open_memory();
  put_release(*bucket, kFiles);
  const std::string object = release_object(sha256(kFiles.at("clients/a.yaml")));
  ASSERT_TRUE(bucket->put(object, "something else"));
  const auto changed = read_config_bucket(*bucket);
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, ErrorCode::kMalformed);
  EXPECT_THAT(changed.error().message, HasSubstr("clients/a.yaml: " + object));
  ASSERT_TRUE(bucket->remove(object));
  const auto gone = read_config_bucket(*bucket);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(bucket->put(kReleaseManifest, "{"));
  const auto torn = read_config_bucket(*bucket);
  ASSERT_FALSE(torn);
  EXPECT_TRUE(torn.error().message.starts_with("release/manifest.json: "));
}

TEST(Release, AReaderWhoseReleaseIsReplacedReadsTheNextOneWhole) {
  const auto bucket = store::open_memory();
  put_release(*bucket, kFiles);
  const Files next = {{"clients/a.yaml", "next"}, {"canonical/scopes/y_scopes.yaml", "next"}};
  bool replaced = false;
  // Between the manifest and the first object.
  store::HookedStore interfered(*bucket, [&](std::string_view, const std::string& key) {
    if (key == kReleaseManifest || replaced) return Result<void>();
    replaced = true;
    const auto objects = bucket->list(kReleaseObjects);
    for (const store::ObjectInfo& info : *objects) EXPECT_TRUE(bucket->remove(info.key));
    put_release(*bucket, next);
    return Result<void>();
  });
  const auto files = read_config_bucket(interfered);
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_TRUE(replaced);
  EXPECT_EQ(*files, next);
}

}  // namespace
}  // namespace vectora::config
