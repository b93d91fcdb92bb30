#include "vectora/feed/feed.h"

#include <gtest/gtest.h>

#include <sstream>

#include "vectora/testing/golden.h"

namespace vectora::feed {
namespace {

void dump_date(std::ostream& out, const char* name, const std::optional<text::ParsedDate>& date) {
  if (date) out << "  " << name << " " << date->instant().str() << "\n";
}

void dump_text(std::ostream& out, const char* name, const std::string& text) {
  if (!text.empty()) out << "  " << name << " " << text << "\n";
}

// One field a line, so that a difference reads well.
std::string dump(const Feed& feed) {
  std::ostringstream out;
  out << "feed " << static_cast<int>(feed.format) << " " << feed.encoding << "\n";
  dump_text(out, "title", feed.title);
  dump_text(out, "link", feed.link);
  dump_text(out, "description", feed.description);
  dump_text(out, "id", feed.id);
  dump_text(out, "language", feed.language);
  dump_text(out, "author", feed.author);
  dump_date(out, "updated", feed.updated);
  for (const Entry& entry : feed.entries) {
    out << "entry\n";
    dump_text(out, "title", entry.title);
    dump_text(out, "link", entry.link);
    dump_text(out, "id", entry.id);
    dump_date(out, "published", entry.published);
    dump_date(out, "updated", entry.updated);
    dump_text(out, "date_text", entry.date_text);
    dump_text(out, "summary", entry.summary);
    dump_text(out, "content", entry.content);
    for (const std::string& author : entry.authors) dump_text(out, "author", author);
    for (const std::string& category : entry.categories) dump_text(out, "category", category);
    for (const Enclosure& enclosure : entry.enclosures)
      dump_text(out, "enclosure", enclosure.url + " " + enclosure.type);
  }
  return out.str();
}

class FeedGoldenTest : public ::testing::TestWithParam<std::string> {};

TEST_P(FeedGoldenTest, IsReadAsExpected) {
  const auto feed = parse_feed(testing::read_test_data("feed/" + GetParam()));
  ASSERT_TRUE(feed) << feed.error().message;
  testing::expect_golden(dump(*feed), "feed/" + GetParam() + ".golden");
}

INSTANTIATE_TEST_SUITE_P(Files, FeedGoldenTest,
                         ::testing::Values("press_rss.xml", "atom.xml", "rdf.xml", "json_feed.json",
                                           "broken.xml", "euc_kr.xml", "shift_jis.xml",
                                           "windows_1252.xml", "utf_16.xml"));

TEST(FeedTest, SaysWhatIsNoFeed) {
  struct Case {
    std::string_view bytes;
    std::string_view what;
  };
  using namespace std::string_view_literals;
  for (const Case& c : {
           Case{"", "empty"},
           Case{" \n ", "empty"},
           Case{"just words", "plain text"},
           Case{"<!DOCTYPE html><html><body><rss>no</rss></body></html>", "an HTML page"},
           Case{"<html><head></head></html>", "an HTML page"},
           Case{"<?xml version='1.0'?><opml><body/></opml>", "<opml>"},
           Case{R"({"title": "x"})", "JSON without items"},
           Case{"[1, 2]", "JSON without items"},
           Case{"\x89PNG\r\n\x1a\n\0\0\0\0"sv, "binary"},
       }) {
    const auto feed = parse_feed(c.bytes);
    ASSERT_FALSE(feed) << c.bytes;
    EXPECT_EQ(feed.error().code, ErrorCode::kMalformed);
    EXPECT_NE(feed.error().message.find(c.what), std::string::npos) << feed.error().message;
  }
}

TEST(FeedTest, RelativeLinksAreResolvedAgainstWhereTheFeedCameFrom) {
  Options options;
  options.url = Url::parse("https://r.example/news/feed.xml");
  const auto feed = parse_feed(
      "<rss><channel><item><link>one</link></item><item><link>//o.example/2</link></item>"
      "<item xml:base='/deep/'><link>three</link></item></channel></rss>",
      options);
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->entries.size(), 3U);
  EXPECT_EQ(feed->entries[0].link, "https://r.example/news/one");
  EXPECT_EQ(feed->entries[1].link, "https://o.example/2");
  EXPECT_EQ(feed->entries[2].link, "https://r.example/deep/three");
}

TEST(FeedTest, ContentThatIsXmlMayHoldAnyElement) {
  const auto feed = parse_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<entry><content type='xhtml'><div>a<dc:title>b</dc:title><item>c</item></div></content>"
      "<title>T</title></entry></feed>");
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->entries.size(), 1U);
  EXPECT_EQ(feed->entries[0].content, "<div>a<dc:title>b</dc:title><item>c</item></div>");
  EXPECT_EQ(feed->entries[0].title, "T");
}

TEST(FeedTest, AFieldWithoutEndTagEndsWhereTheNextStarts) {
  const auto feed = parse_feed(
      "<rss><channel><item><title>T<itunes:author>A</itunes:author><link>https://x.example/1"
      "</link><description>D "
      "<p>d<pubDate>2026-02-03</pubDate><item><title>U</item></channel></rss>");
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->entries.size(), 2U);
  EXPECT_EQ(feed->entries[0].title, "T");
  EXPECT_EQ(feed->entries[0].link, "https://x.example/1");
  EXPECT_EQ(feed->entries[0].summary, "D <p>d");
  EXPECT_EQ(feed->entries[0].published->day.str(), "2026-02-03");
  EXPECT_EQ(feed->entries[1].title, "U");
}

TEST(FeedTest, APersonHasParts) {
  const auto feed = parse_feed(
      "<rss><channel><itunes:owner><itunes:name>Ann</itunes:name><itunes:email>a@x.example"
      "</itunes:email></itunes:owner><item><author><name>Bob</name></author></item></channel></"
      "rss>");
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->author, "Ann");
  EXPECT_EQ(feed->entries.at(0).authors, std::vector<std::string>{"Bob"});
}

TEST(FeedTest, TheRicherElementWinsWhereverItStands) {
  const auto feed = parse_feed(
      "<rss><channel><link>https://x.example/</link><item><dc:creator>Second</dc:creator>"
      "<guid>https://x.example/guid</guid><dc:date>2026-01-01</dc:date>"
      "<itunes:summary>short</itunes:summary><media:group><media:title>media</media:title>"
      "</media:group><author>First</author><link>https://x.example/link</link>"
      "<pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate><description>long</description>"
      "<title>own</title><author>Third</author></item></channel></rss>");
  ASSERT_TRUE(feed);
  const Entry& entry = feed->entries.at(0);
  EXPECT_EQ(entry.title, "own");
  EXPECT_EQ(entry.link, "https://x.example/link");
  EXPECT_EQ(entry.id, "https://x.example/guid");
  EXPECT_EQ(entry.published->day.str(), "2026-02-03");
  EXPECT_EQ(entry.date_text, "Tue, 03 Feb 2026 10:00:00 GMT");
  EXPECT_EQ(entry.summary, "long");
  EXPECT_EQ(entry.authors, (std::vector<std::string>{"First", "Third"}));
}

TEST(FeedTest, DepthAndNestingAreBounded) {
  std::string deep = "<rss><channel>";
  for (int i = 0; i < 100000; ++i) deep += "<channel><item><x xmlns:p='u'>";
  const auto feed = parse_feed(deep);
  ASSERT_TRUE(feed);
  EXPECT_LE(feed->entries.size(), 100000U);
}

TEST(FeedTest, NothingOutsideTheDocumentIsRead) {
  const auto feed = parse_feed(
      "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&x;</title>"
      "</channel></rss>");
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->title, "&x;");
}

TEST(FeedTest, ASinkGetsEachEntryAndTheFeedKeepsNone) {
  std::vector<std::string> titles;
  Options options;
  options.max_entries = 2;
  options.sink = [&](Entry&& entry) { titles.push_back(std::move(entry.title)); };
  const auto feed = parse_feed(
      "<rss><channel><item><title>a</title></item><item><title>b</title></item>"
      "<item><title>c</title></item></channel></rss>",
      options);
  ASSERT_TRUE(feed);
  EXPECT_TRUE(feed->entries.empty());
  EXPECT_EQ(titles, (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace vectora::feed
