#include "vectora/app/cli/source_probe.h"

#include <gtest/gtest.h>

#include "vectora/config/yaml.h"

namespace vectora::app {
namespace {

http::Response answer(const std::string& url, const std::string& body) {
  http::Response response;
  response.status = 200;
  response.final_url = url;
  response.body = body;
  return response;
}

const char* const kFeed =
    "<rss version='2.0'><channel><title>Alpha's news</title><link>https://alpha.example/</link>"
    "<language>fr-CA</language><item><title>A depot</title><link>https://alpha.example/1</link>"
    "<pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>";

TEST(SourceProbeTest, AFeedIsProposedAsIt) {
  const auto proposal = propose_feed(answer("https://news.alpha.example/rss", kFeed));
  ASSERT_TRUE(proposal);
  EXPECT_EQ(catalog_entry(*proposal),
            "  - source_key: 'press_sector__alpha'\n"
            "    display_name: 'Alpha''s news'\n"
            "    homepage_url: 'https://alpha.example/'\n"
            "    rss_url: 'https://news.alpha.example/rss'\n"
            "    ingestion_mode: rss\n"
            "    enabled: true\n"
            "    source_type: press_sector\n"
            "    default_language: fr\n");
  EXPECT_EQ(preview(*proposal),
            "2026-02-02  A depot\n"
            "            https://alpha.example/1");
}

TEST(SourceProbeTest, APageIsNoFeed) {
  EXPECT_FALSE(propose_feed(answer("https://alpha.example/", "<html><body>Hello</body></html>")));
}

TEST(SourceProbeTest, FeedsAreFoundWhereAPageLinksThem) {
  const auto feeds = linked_feeds(
      answer("https://alpha.example/news/",
             "<html><head>"
             "<link rel='stylesheet' type='application/rss+xml' href='/style'>"
             "<link rel='alternate' type='text/html' href='/fr'>"
             "<link rel='alternate home' type='Application/RSS+XML' href='feed.xml'>"
             "<link rel='alternate' type='application/atom+xml' href='https://beta.example/atom'>"
             "<link rel='alternate' type='application/rss+xml' href='feed.xml' title='again'>"
             "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"
             "<link rel='alternate' type='application/rss+xml' href='javascript:void(0)'>"
             "</head></html>"));
  ASSERT_EQ(feeds.size(), 2U);
  EXPECT_EQ(feeds[0].str(), "https://alpha.example/news/feed.xml");
  EXPECT_EQ(feeds[1].str(), "https://beta.example/atom");
}

TEST(SourceProbeTest, TheNumberOfLinkedFeedsIsBounded) {
  std::string page;
  for (int i = 0; i < 100; ++i)
    page += "<link rel='alternate' type='application/rss+xml' href='/f" + std::to_string(i) + "'>";
  EXPECT_EQ(linked_feeds(answer("https://alpha.example/", page)).size(), 5U);
}

TEST(SourceProbeTest, AListIsProposedByItsStructure) {
  std::string page = "<html lang='sv'><body><ul>";
  for (int day = 1; day <= 5; ++day) {
    const std::string number = std::to_string(day);
    page += "<li><time datetime='2026-01-0" + number + "'>0" + number +
            " January 2026</time> <a href='/news/" + number + "'>Alpha reports result number " +
            number + " of its depot</a></li>";
  }
  const Date today = *Date::parse("2026-02-03");
  const auto proposal =
      propose_listing(answer("https://alpha.example/news", page + "</ul></body></html>"), today);
  ASSERT_TRUE(proposal);
  EXPECT_EQ(proposal->mode, config::SourceMode::kHtml);
  EXPECT_EQ(proposal->entries.size(), 5U);
  EXPECT_EQ(proposal->language, "sv");
  ASSERT_TRUE(proposal->selectors);
  EXPECT_EQ(proposal->selectors->item, "li");
  EXPECT_EQ(proposal->selectors->date, "time");
  EXPECT_NE(catalog_entry(*proposal).find("    html_url: 'https://alpha.example/news'\n"),
            std::string::npos);
  EXPECT_FALSE(propose_listing(answer("https://alpha.example/", "<p>Nothing</p>"), today));
}

TEST(SourceProbeTest, KeysAreNamedByTheSite) {
  struct Case {
    const char* url;
    const char* key;
  };
  const Case cases[] = {
      {"https://www.alpha-bio.example/news", "press_sector__alpha_bio"},
      {"https://ir.alpha.co.uk/", "press_sector__alpha"},
      {"http://localhost:8080/", "press_sector__localhost"},
  };
  for (const Case& c : cases) EXPECT_EQ(proposed_key(*Url::parse(c.url)).str(), c.key) << c.url;
}

TEST(SourceProbeTest, AProfileIsNamedWhereThereIsNoDefault) {
  Proposal proposal;
  EXPECT_EQ(catalog_entry(proposal).find("ingestion_profile"), std::string::npos);
  proposal.profile = "open";
  EXPECT_NE(catalog_entry(proposal).find("    ingestion_profile: 'open'\n"), std::string::npos);
}

TEST(SourceProbeTest, TheTypeIsWhatTheKeySays) {
  Proposal proposal;
  proposal.key = SourceKey("press_corporate__alpha");
  EXPECT_NE(catalog_entry(proposal).find("source_type: press_corporate\n"), std::string::npos);
  proposal.key = SourceKey("alpha");
  EXPECT_NE(catalog_entry(proposal).find("source_type: press_sector\n"), std::string::npos);
}

Proposal hostile() {
  Proposal proposal;
  proposal.key = SourceKey("press_sector__new");
  proposal.url = "https://alpha.example/feed";
  proposal.display_name = "It's: \"x\"\n  - source_key: #evil\x1B[31m {[";
  return proposal;
}

TEST(SourceProbeTest, AnEntryIsAddedAfterTheLastSource) {
  const std::string catalogs[] = {
      "sources:\n  - source_key: a\n    notes: x\n\nbouquets:\n  - bouquet_id: b\n",
      "bouquets:\n  - bouquet_id: b\nsources:\n  - source_key: a",
      "# head\nsources:\n  # first\n  - source_key: a\n# foot\n\n\nbouquets: []\n",
  };
  for (const std::string& catalog : catalogs) {
    const Result<std::string> text = with_entry(catalog, hostile());
    ASSERT_TRUE(text) << text.error().message;
    const auto document = config::parse_yaml(*text, "catalog");
    ASSERT_TRUE(document) << document.error().message;
    const auto sources = document->root["sources"].items();
    ASSERT_EQ(sources.size(), 2U) << *text;
    EXPECT_EQ(sources[1]["source_key"].text(), "press_sector__new");
    EXPECT_EQ(sources[1]["display_name"].text(), "It's: \"x\"  - source_key: #evil[31m {[");
    EXPECT_TRUE(document->root["bouquets"].is_list());
  }
}

TEST(SourceProbeTest, ACatalogThatCannotTakeTheEntryStaysAsItIs) {
  struct Case {
    const char* catalog;
    ErrorCode code;
  };
  const Case cases[] = {
      {"sources:\n  - source_key: press_sector__new\n", ErrorCode::kConflict},
      {"sources:\n- source_key: a\n", ErrorCode::kMalformed},
      {"sources: [{source_key: a}]\n", ErrorCode::kMalformed},
      {"bouquets: []\n", ErrorCode::kMalformed},
      {"sources: [\n", ErrorCode::kMalformed},
      {"", ErrorCode::kMalformed},
  };
  for (const Case& c : cases) {
    const Result<std::string> text = with_entry(c.catalog, hostile());
    ASSERT_FALSE(text) << c.catalog;
    EXPECT_EQ(text.error().code, c.code) << c.catalog;
  }
}

TEST(SourceProbeTest, ThePreviewIsShortAndPlain) {
  Proposal proposal;
  for (int i = 0; i < 50; ++i) proposal.entries.push_back({"A\x1B[31m\n title", std::nullopt, "u"});
  const std::string text = preview(proposal);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 19);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_TRUE(text.starts_with("no day      A[31m title\n"));
}

}  // namespace
}  // namespace vectora::app
