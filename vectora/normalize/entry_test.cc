#include "vectora/normalize/entry.h"

#include <gtest/gtest.h>

namespace vectora::normalize {
namespace {

const SourceFacts kSource{SourceKey("press__acme"), "press_corporate", "Acme", "Acme Bio", "en"};

text::ParsedDate day(std::string_view text) { return {*Date::parse(text), {}}; }

TEST(EntryTest, OfAFeedKeepsThePublishersWordsAsPlainText) {
  feed::Entry feed;
  feed.title = "Acme  signs";
  feed.link = "https://acme.example/a#top";
  feed.summary = "<p>Acme &amp; Borea <b>agree</b></p>";
  feed.published = day("2026-02-03");
  feed.authors = {"A. One", "B. Two"};
  const Entry entry = from_feed(kSource, feed, sha256("x"));
  EXPECT_EQ(entry.title, "Acme signs");
  EXPECT_EQ(entry.url, "https://acme.example/a");
  EXPECT_EQ(entry.snippet, "Acme & Borea agree");
  EXPECT_EQ(entry.body, "");
  EXPECT_EQ(entry.date_source, page::DateSource::kFeed);
  EXPECT_EQ(entry.author, "A. One, B. Two");
  EXPECT_EQ(entry.capture, sha256("x"));
}

TEST(EntryTest, OfAFeedFallsBackToIdAndUpdateAndElseStaysUnknown) {
  feed::Entry feed;
  feed.id = "https://acme.example/b";
  feed.updated = day("2026-01-01");
  EXPECT_EQ(from_feed(kSource, feed, {}).url, "https://acme.example/b");
  EXPECT_EQ(from_feed(kSource, feed, {}).published, day("2026-01-01"));
  feed.id = "tag:acme,1";
  feed.updated.reset();
  EXPECT_EQ(from_feed(kSource, feed, {}).url, "");
  EXPECT_EQ(from_feed(kSource, feed, {}).date_source, page::DateSource::kNone);
}

TEST(EntryTest, OfAListingKeepsItsDateAndWhereItStood) {
  page::ListingEntry listed;
  listed.title = "Acme reports";
  listed.url = "https://acme.example/c";
  listed.published = day("2026-02-03");
  listed.date_source = page::DateSource::kSelector;
  listed.description = " Short \n text ";
  const Entry entry = from_listing(kSource, listed, {});
  EXPECT_EQ(entry.date_source, page::DateSource::kSelector);
  EXPECT_EQ(entry.snippet, "Short text");
}

TEST(EntryTest, IsEnrichedOnlyByWhatIsBetter) {
  Entry entry;
  entry.title = "Acme signs a licence with …";
  entry.published = day("2026-02-03");
  entry.date_source = page::DateSource::kText;
  page::Article article;
  article.title = "Acme signs a licence with Borea";
  article.text = "Long text.";
  article.published = day("2026-02-01");
  article.date_source = page::DateSource::kJsonLd;
  enrich(entry, article);
  EXPECT_EQ(entry.title, "Acme signs a licence with Borea");
  EXPECT_EQ(entry.published, day("2026-02-01"));
  EXPECT_EQ(entry.body, "Long text.");

  article.title = "Another headline";
  article.published = day("2020-01-01");
  article.date_source = page::DateSource::kUrl;
  article.text = "Short.";
  enrich(entry, article);
  EXPECT_EQ(entry.title, "Acme signs a licence with Borea");
  EXPECT_EQ(entry.published, day("2026-02-01"));
  EXPECT_EQ(entry.body, "Long text.");
}

}  // namespace
}  // namespace vectora::normalize
