#include "vectora/feed/feed_json.h"

#include <gtest/gtest.h>

#include "vectora/base/json.h"
#include "vectora/testing/golden.h"

namespace vectora::feed {
namespace {

TEST(FeedJsonTest, WritesWhatIsThere) {
  Feed feed;
  feed.title = "T \"q\" \\ \n\x01";
  feed.encoding = "utf-8";
  Entry entry;
  entry.title = "é";
  entry.published = text::ParsedDate{*Date::parse("2026-02-03"), std::nullopt};
  entry.authors = {"A", "B"};
  entry.enclosures = {{"https://x.example/a.pdf", ""}};
  feed.entries = {entry, Entry()};
  EXPECT_EQ(to_json(feed),
            R"({"items":[{"title":"é","published":"2026-02-03T00:00:00Z","author":"A, B",)"
            R"("enclosures":[{"url":"https://x.example/a.pdf"}]},{}],)"
            R"("title":"T \"q\" \\ \n\u0001","encoding":"utf-8"})");
  EXPECT_TRUE(parse_json(to_json(feed)));
}

TEST(FeedJsonTest, AFeedWithoutAnythingIsAnObject) {
  EXPECT_EQ(to_json(Feed()), R"({"items":[]})");
}

TEST(FeedJsonTest, StreamingGivesTheSameBytes) {
  for (const char* name :
       {"press_rss.xml", "atom.xml", "rdf.xml", "json_feed.json", "broken.xml"}) {
    const std::string bytes = testing::read_test_data(std::string("feed/") + name);
    const auto streamed = parse_to_json(bytes, {});
    ASSERT_TRUE(streamed) << name;
    EXPECT_EQ(*streamed, to_json(*parse_feed(bytes))) << name;
  }
  EXPECT_FALSE(parse_to_json("no feed", {}));
}

// Whatever publishers did to their feeds: an answer, and one that JSON readers take.
TEST(FeedJsonTest, EveryRealFeedGivesValidJson) {
  const std::filesystem::path cases = testing::shared_material("packs/feeds/cases");
  if (cases.empty()) GTEST_SKIP() << "needs ../shared/packs/feeds";
  size_t feeds = 0;
  size_t entries = 0;
  for (const auto& file : std::filesystem::directory_iterator(cases)) {
    const auto json = parse_to_json(testing::read_file(file.path()), {});
    if (!json) continue;
    ++feeds;
    const auto parsed = parse_json(*json);
    ASSERT_TRUE(parsed) << file.path();
    entries += find_member(*parsed, "items")->size();
  }
  EXPECT_GT(feeds, 1200U);
  EXPECT_GT(entries, 3500U);
}

}  // namespace
}  // namespace vectora::feed
