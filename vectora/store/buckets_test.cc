#include "vectora/store/buckets.h"

#include <gtest/gtest.h>

#include "vectora/testing/temp_dir.h"

namespace vectora::store {
namespace {

const ClientId kClient("toy_weekly");
const Date kDay = *Date::from_civil(2026, 2, 3);

TEST(BucketsTest, AreFoldersNamedByProjectRoleAndEnvironment) {
  const testing::TempDir folder;
  const Buckets buckets = open_directory_buckets(folder.path().string(), "my-project", "dev");
  ASSERT_TRUE(buckets.config->put("k", "c"));
  ASSERT_TRUE(buckets.data->put("k", "d"));
  ASSERT_TRUE(buckets.newsletters->put("k", "n"));
  ASSERT_TRUE(buckets.lambda_code->put("k", "l"));
  for (const char* role : {"config", "data", "newsletters", "lambda-code"}) {
    const std::string name = bucket_name("my-project", role, "dev");
    EXPECT_EQ(name, "my-project-" + std::string(role) + "-dev");
    EXPECT_TRUE(std::filesystem::exists(folder / name / "k")) << name;
  }
}

TEST(BucketsTest, AnOverlayWritesNothingThrough) {
  Buckets base{open_memory(), open_memory(), open_memory(), open_memory()};
  ASSERT_TRUE(base.config->put("k", "1"));
  const Buckets overlay = open_overlay_buckets(base);
  ASSERT_TRUE(overlay.config->put("k", "2"));
  ASSERT_TRUE(overlay.data->put("k", "2"));
  EXPECT_EQ(overlay.config->get("k")->bytes, "2");
  EXPECT_EQ(base.config->get("k")->bytes, "1");
  EXPECT_FALSE(base.data->get("k"));
}

TEST(KeysTest, AreThoseOfTheDocumentedLayout) {
  const Digest digest = sha256("abc");
  const std::string hex = digest.hex();
  const std::pair<std::string, std::string> cases[] = {
      {keys::client_config(kClient), "clients/toy_weekly.yaml"},
      {keys::ingested(kClient, kDay), "ingested/toy_weekly/2026/02/03/items.json"},
      {keys::ingested_prefix(kClient), "ingested/toy_weekly/"},
      {keys::curated(kClient, kDay), "curated/toy_weekly/2026/02/03/items.json"},
      {keys::curated_prefix(kClient), "curated/toy_weekly/"},
      {keys::raw_object(digest), "raw/objects/ba/" + hex},
      {keys::capture(kDay, "c1"), "raw/captures/2026/02/03/c1.json"},
      {keys::capture_prefix(), "raw/captures/"},
      {keys::run_record(kClient, RunId("8c1f")), "runs/toy_weekly/8c1f.json"},
      {keys::source_state(SourceKey("press__toy")), "state/sources/press__toy.json"},
      {keys::page_memory(SourceKey("press__toy")), "state/pages/press__toy.json"},
      {keys::robots_memory(), "state/robots.json"},
      {keys::sent_memory(kClient), "state/clients/toy_weekly/sent.json"},
      {keys::stories(kClient), "state/clients/toy_weekly/stories.json"},
      {keys::newsletter(kClient, kDay, "newsletter.md"), "toy_weekly/2026/02/03/newsletter.md"},
  };
  for (const auto& [key, expected] : cases) {
    EXPECT_EQ(key, expected);
    EXPECT_TRUE(key.ends_with("/") || check_key(key).ok()) << key;
  }
}

TEST(KeysTest, TheDayIsReadBack) {
  EXPECT_EQ(keys::day_of(keys::ingested(kClient, kDay)), kDay);
  EXPECT_EQ(keys::day_of(keys::curated(kClient, kDay)), kDay);
  for (const char* key :
       {"", "ingested", "ingested/", "ingested//2026/02/03/items.json",
        "ingested/c/2026/02/30/items.json", "ingested/c/2026/2/3/items.json",
        "ingested/c/2026/02/03/items.json/x", "ingested/c/2026/02/03/other.json",
        "ingested/c/2026-02-03/items.json", "ingested/c/2026/02/03", "ingested/c/items.json",
        "raw/captures/2026/02/03/c1.json", "runs/c/2026/02/03/items.json"})
    EXPECT_FALSE(keys::day_of(key)) << key;
}

}  // namespace
}  // namespace vectora::store
