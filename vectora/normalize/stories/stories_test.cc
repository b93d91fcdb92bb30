#include "vectora/normalize/stories/stories.h"

#include <gtest/gtest.h>

#include <random>

#include "vectora/normalize/stories/tellings.h"
#include "vectora/normalize/test_market.h"

namespace vectora::normalize {
namespace {

using namespace test_market;

const StoryWords kWords = story_words();

// As the module's functions, with the words of this market.
Fingerprint print_of(const Item& item, const Annotation& said) {
  return fingerprint(item, said, kWords);
}

bool same_story(const Fingerprint& a, const Fingerprint& b) {
  return normalize::same_story(a, b, kWords);
}

Annotation naming(std::initializer_list<const char*> companies, std::string event) {
  Annotation annotation;
  for (const char* company : companies)
    annotation.mentions.push_back(
        {EntityKind::kCompany, {Field::kTitle, 0, 1}, company, company, "exact"});
  annotation.event.primary = std::move(event);
  return annotation;
}

Fingerprint print_of(std::string title, std::initializer_list<const char*> companies,
                     std::string day = "2026-02-03", std::string event = "sale") {
  Item subject = item(std::move(title));
  subject.published_at = Date::parse(day);
  return print_of(subject, naming(companies, std::move(event)));
}

TEST(StoriesTest, TheSameEventInOtherWordsIsOneStory) {
  const Fingerprint first = print_of("Acme to buy Borea for 11.75 gardens", {"Acme", "Borea"});
  EXPECT_TRUE(same_story(first, print_of("Acme strikes 11.7 garden deal to take over Borea",
                                         {"Acme", "Borea"}, "2026-02-04")));
  const std::string longer = "Acme to buy the glaze shed Borea for 11.75 gardens";
  EXPECT_TRUE(same_story(print_of(longer, {"Acme", "Borea"}), print_of(longer, {})));
  EXPECT_FALSE(same_story(
      first, print_of("Acme to buy Borea for 11.75 gardens", {"Acme", "Borea"}, "2026-02-20")));
}

TEST(StoriesTest, OtherFiguresOfAnotherDayTellAnotherEvent) {
  const auto offer = [](const char* date) {
    return print_of("Acme outshines rivals with 13 gardens for Borea", {"Acme", "Borea"}, date);
  };
  const auto takes = [](const char* title) {
    return print_of(title, {"Acme", "Borea"}, "2026-02-06");
  };
  const Fingerprint other_sum = takes("Acme takes Borea and its rivals for 11.75 hats");
  EXPECT_FALSE(same_story(offer("2026-02-03"), other_sum));
  EXPECT_TRUE(same_story(offer("2026-02-06"), other_sum)) << "the two sums of one deal";
  EXPECT_TRUE(same_story(offer("2026-02-03"), takes("Acme takes Borea and its rivals for hats")));
}

TEST(StoriesTest, ASharedNameAloneMakesNoStory) {
  EXPECT_FALSE(same_story(print_of("Acme opens a kiln in Basel", {"Acme"}, "2026-02-03", "plant"),
                          print_of("Acme gnomes win over frost", {"Acme"}, "2026-02-03", "test")));
}

TEST(StoriesTest, OneTemplateWithTwoNamesIsTwoStories) {
  EXPECT_FALSE(same_story(print_of("Acme to show its hats at the winter garden fair", {"Acme"}),
                          print_of("Borea to show its hats at the winter garden fair", {"Borea"})));
}

TEST(StoriesTest, OneAddressOrOneTextIsOneStory) {
  Item a = item("First headline");
  Item b = item("Second headline");
  a.url = "https://garden.example/1?utm_source=x";
  b.url = "https://www.garden.example/1";
  EXPECT_TRUE(same_story(print_of(a, Annotation()), print_of(b, Annotation())));
  b.url = "https://garden.example/2";
  EXPECT_FALSE(same_story(print_of(a, Annotation()), print_of(b, Annotation())));
  a.content = b.content = std::string(300, 'x');
  a.content_hash = b.content_hash = sha256("x");
  EXPECT_TRUE(same_story(print_of(a, Annotation()), print_of(b, Annotation())));
}

// A release of some hundred words; `seed` gives another one.
std::string release(unsigned seed, const std::string& maker) {
  std::mt19937 random(seed);
  std::string text = maker + " said today that";
  for (int i = 0; i < 120; ++i)
    text += (i % 15 == 14 ? ". Word" : " word") + std::to_string(random() % 500);
  return text + ".\n";
}

const char* const kAboutAcme =
    "About Acme. Acme has made gnomes of clay since 1900 and sells them in forty countries to all "
    "who love a garden in which somebody stands at night and in the rain, in summer as in winter, "
    "without a word and without a wish, for many years. Its kilns are in Basel and in Oslo.";

TEST(StoriesTest, ATextRepublishedUnderAnotherTitleIsOneStory) {
  Item a = item("Acme opens a kiln in the north", release(1, "Acme") + kAboutAcme);
  Item b = item("Gnome maker expands its works", "Oslo, 3 February. " + release(1, "Acme"));
  EXPECT_TRUE(same_story(print_of(a, Annotation()), print_of(b, Annotation())));
  b.published_at = Date::parse("2026-02-12");
  EXPECT_FALSE(same_story(print_of(a, Annotation()), print_of(b, Annotation())));
}

TEST(StoriesTest, TwoReleasesOfOneCompanyAreTwoStoriesWhateverTheySayAboutIt) {
  const Item a = item("Acme opens a kiln in the north", release(1, "Acme") + kAboutAcme);
  const Item b = item("Gnome maker honours its painter", release(2, "Acme") + kAboutAcme);
  EXPECT_FALSE(same_story(print_of(a, Annotation()), print_of(b, Annotation())));
}

TEST(BestTellersTest, FindTextsThatWereRepublished) {
  std::vector<Item> items;
  for (unsigned i = 0; i < 30; ++i) {
    const char* const kTitles[] = {"kiln", "frost", "pond"};
    items.push_back(item(std::string("Of a ") + kTitles[i % 3] + " numbered x" + std::to_string(i),
                         "Day " + std::to_string(i) + ". " + release(i / 3, "Acme")));
    items.back().id = ItemId("id" + std::to_string(100 + i));
    items.back().url = "https://garden.example/" + std::to_string(i);
  }
  std::vector<Fingerprint> prints;
  std::vector<const Item*> pointers;
  for (const Item& one : items) {
    prints.push_back(print_of(one, Annotation()));
    pointers.push_back(&one);
  }
  const std::vector<size_t> tellers = best_tellers(prints, pointers, kWords);
  for (size_t i = 0; i < items.size(); ++i)
    for (size_t j = 0; j < i; ++j) EXPECT_EQ(tellers[i] == tellers[j], i / 3 == j / 3) << i << j;
}

TEST(StoriesTest, ShortTextsSayNothingByTheirHash) {
  Item a = item("First headline", "Read more");
  Item b = item("Second headline", "Read more");
  a.content_hash = b.content_hash = sha256("read more");
  EXPECT_FALSE(same_story(print_of(a, Annotation()), print_of(b, Annotation())));
}

TEST(StoriesTest, AFingerprintSurvivesItsStoredForm) {
  Fingerprint print = print_of("Acme to buy Borea for 11.75 gardens", {"Acme", "Borea"});
  print.body = sketch_of(release(1, "Acme"));
  const Json json = to_json(print);
  const Result<Fingerprint> read = fingerprint_from_json(json);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json(*read), json);
  EXPECT_TRUE(same_story(print, *read));
  EXPECT_EQ(print.body, read->body);
  EXPECT_FALSE(read->body.empty());
  EXPECT_FALSE(fingerprint_from_json(Json::object()));
  Json bad = json;
  bad["names"] = {1};
  EXPECT_EQ(fingerprint_from_json(bad).error().message, "names: not a list of texts");
}

TEST(BestTellersTest, PreferTheCompanyThenTheLongestThenTheEarliestThenTheLowerId) {
  std::vector<Item> items(4, item("Acme to buy Borea for 11.75 gardens"));
  for (size_t i = 0; i < items.size(); ++i) items[i].id = ItemId("id" + std::to_string(i));
  const Annotation said = naming({"Acme", "Borea"}, "sale");
  const auto teller = [&] {
    std::vector<Fingerprint> prints;
    std::vector<const Item*> pointers;
    for (const Item& one : items) {
      prints.push_back(print_of(one, said));
      pointers.push_back(&one);
    }
    return best_tellers(prints, pointers, kWords);
  };
  EXPECT_EQ(teller(), (std::vector<size_t>(4, 0)));
  items[3].published_at = Date::parse("2026-02-02");
  EXPECT_EQ(teller(), (std::vector<size_t>(4, 3)));
  items[2].content = "Longer.";
  EXPECT_EQ(teller(), (std::vector<size_t>(4, 2)));
  items[1].source_type = "press_corporate";
  EXPECT_EQ(teller(), (std::vector<size_t>(4, 1)));
  items[0].title = "Hats are in fashion again this year";
  EXPECT_EQ(teller(), (std::vector<size_t>{0, 1, 1, 1}));
}

// The slow obvious way: every pair, then everyone's root.
std::vector<size_t> groups_by_all_pairs(const std::vector<Fingerprint>& prints) {
  Tellings tellings(kWords);
  for (const Fingerprint& print : prints) tellings.add(print);
  std::vector<size_t> group(prints.size());
  for (size_t i = 0; i < prints.size(); ++i) group[i] = i;
  for (size_t i = 0; i < prints.size(); ++i)
    for (size_t j = 0; j < i; ++j) {
      if (group[i] == group[j] || !tellings.same(i, j)) continue;
      const size_t from = std::max(group[i], group[j]);
      const size_t to = std::min(group[i], group[j]);
      for (size_t& one : group)
        if (one == from) one = to;
    }
  return group;
}

TEST(BestTellersTest, AgreeWithTheComparisonOfAllPairs) {
  const char* const kParts[] = {"acme",  "borea", "buys",   "glaze", "kiln",  "frost", "hat",
                                "fair",  "opens", "garden", "wins",  "sells", "salt",  "clay",
                                "north", "prize", "shed",   "pond",  "wall",  "path"};
  const std::vector<std::vector<const char*>> kNames = {
      {}, {}, {"acme"}, {"acme bio"}, {"acme", "borea"}, {"borea", "clay works", "acme"}};
  std::mt19937 random(7);
  std::vector<Item> items;
  std::vector<Fingerprint> prints;
  for (int i = 0; i < 300; ++i) {
    std::string title;
    for (size_t n = 3 + random() % 5; n > 0; --n)
      title += std::string(kParts[random() % std::size(kParts)]) + " ";
    if (random() % 3 == 0) title += std::to_string(10 + random() % 5);
    Item subject = item(title);
    subject.published_at = *Date::parse("2026-02-01") + static_cast<int>(random() % 10);
    subject.id = ItemId("id" + std::to_string(i));
    if (random() % 20 == 0) subject.published_at.reset();
    Annotation said = naming({}, random() % 2 == 0 ? "sale" : "other");
    for (const char* name : kNames[random() % kNames.size()])
      said.mentions.push_back({EntityKind::kCompany, {Field::kTitle, 0, 1}, name, name, "exact"});
    prints.push_back(print_of(subject, said));
    items.push_back(std::move(subject));
  }
  std::vector<const Item*> pointers;
  for (const Item& one : items) pointers.push_back(&one);
  const std::vector<size_t> tellers = best_tellers(prints, pointers, kWords);
  const std::vector<size_t> groups = groups_by_all_pairs(prints);
  size_t joined = 0;
  for (size_t i = 0; i < prints.size(); ++i)
    for (size_t j = 0; j < i; ++j) {
      ASSERT_EQ(tellers[i] == tellers[j], groups[i] == groups[j]) << i << " " << j;
      joined += tellers[i] == tellers[j] ? 1 : 0;
    }
  EXPECT_GT(joined, 10U);
}

}  // namespace
}  // namespace vectora::normalize
