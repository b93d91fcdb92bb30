#include "vectora/normalize/item.h"

#include <gtest/gtest.h>

namespace vectora::normalize {
namespace {

const SourceFacts kSource{SourceKey("press__acme"), "press_corporate", "Acme", "Acme Bio", "fr"};
const Instant kNow = *Instant::parse("2026-02-04T06:00:00Z");

Entry entry_of(std::string title, std::string body) {
  Entry entry;
  entry.source = kSource.key;
  entry.url = "https://acme.example/news/1";
  entry.title = std::move(title);
  entry.body = std::move(body);
  entry.published = text::ParsedDate{*Date::parse("2026-02-03"), {}};
  entry.date_source = page::DateSource::kFeed;
  entry.tags = {"deal"};
  return entry;
}

TEST(ItemTest, IsNamedByItsSourceAndAddressAlone) {
  const ItemId id = item_id(kSource.key, "https://www.acme.example/news/1?utm_source=x");
  EXPECT_EQ(id, item_id(kSource.key, "http://acme.example/news/1/#top"));
  EXPECT_NE(id, item_id(kSource.key, "https://acme.example/news/2"));
  EXPECT_NE(id, item_id(SourceKey("other"), "https://acme.example/news/1"));
  EXPECT_TRUE(id.str().starts_with("press__acme_"));
  EXPECT_EQ(id.str().size(), std::string("press__acme_").size() + 12);
}

TEST(ItemTest, DoesNotRepeatItsTitleInItsContent) {
  const struct {
    const char* content;
    const char* kept;
  } cases[] = {
      {"Acme signs\nThe licence covers two products.", "The licence covers two products."},
      {"10 December 2025\nAcme signs\nThe licence.", "The licence."},
      {"10 December, 2025Acme signsThe licence.", "The licence."},
      {"Basel – Acme signs a licence.", "Basel – Acme signs a licence."},
      {"The licence.", "The licence."},
  };
  for (const auto& c : cases)
    EXPECT_EQ(to_item(entry_of("Acme signs", c.content), kSource, 5000, kNow).content, c.kept);
}

TEST(ItemTest, HashesItsContentWithoutRegardToCaseAndSpace) {
  const Item a = to_item(entry_of("T", "Acme  signs.\nIt does."), kSource, 5000, kNow);
  const Item b = to_item(entry_of("T", "ACME signs. It does."), kSource, 5000, kNow);
  EXPECT_EQ(a.content_hash, b.content_hash);
  EXPECT_NE(a.content, b.content);
}

TEST(ItemTest, CutsAtASentence) {
  const Item item = to_item(entry_of("T", "One is here. Two is here."), kSource, 15, kNow);
  EXPECT_EQ(item.content, "One is here.");
}

TEST(ItemTest, TakesTheLanguageOfItsTextBeforeAnyDeclaration) {
  Entry entry = entry_of("The results of the trial are in",
                         "The company said that the results of the study were good and that it "
                         "will file for approval in the second half of the year.");
  EXPECT_EQ(to_item(entry, kSource, 5000, kNow).language, "en");
  entry = entry_of("ZX", "");
  EXPECT_EQ(to_item(entry, kSource, 5000, kNow).language, "fr");
  entry.language = "DE-at";
  EXPECT_EQ(to_item(entry, kSource, 5000, kNow).language, "de");
}

TEST(ItemTest, SurvivesItsStoredForm) {
  Item item = to_item(entry_of("Acme signs", "The licence."), kSource, 5000, kNow);
  item.note = "detail page: status 404";
  const Json json = to_json(item);
  const Result<Item> read = item_from_json(json);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(to_json(*read), json);
  EXPECT_EQ(read->note, item.note);
  EXPECT_EQ(json["metadata"]["word_count"], 2);
  EXPECT_EQ(json["published_at_source"], "feed");
}

TEST(ItemTest, StoresAnUnknownDateAsNull) {
  Entry entry = entry_of("T", "x");
  entry.published.reset();
  const Json json = to_json(to_item(entry, kSource, 5000, kNow));
  EXPECT_TRUE(json["published_at"].is_null());
  EXPECT_EQ(json["published_at_source"], "none");
  EXPECT_FALSE(item_from_json(json)->published_at);
}

TEST(ItemTest, SaysWhichStoredMemberIsWrong) {
  const Json good = to_json(to_item(entry_of("T", "x"), kSource, 5000, kNow));
  const struct {
    const char* member;
    Json value;
  } cases[] = {{"item_id", ""},          {"title", 3},           {"published_at", "03/02/2026"},
               {"content_hash", "ab"},   {"ingested_at", "now"}, {"published_at_source", "guess"},
               {"first_seen_at", "soon"}};
  for (const auto& c : cases) {
    Json bad = good;
    bad[c.member] = c.value;
    const Result<Item> read = item_from_json(bad);
    ASSERT_FALSE(read) << c.member;
    EXPECT_TRUE(read.error().message.starts_with(std::string(c.member) + ":"));
  }
  EXPECT_FALSE(item_from_json(Json::array()));
}

}  // namespace
}  // namespace vectora::normalize
