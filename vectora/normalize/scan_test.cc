#include "vectora/normalize/scan.h"

#include <gtest/gtest.h>

#include "vectora/normalize/test_market.h"

namespace vectora::normalize {
namespace {

using namespace test_market;

TEST(ScanTest, FindsTheTitlesNamesFirstWithTheirPlaces) {
  const lexicon::Lexicon names = lexicon();
  const Item subject = item("Acme shows Hatton", "Hatton has a frost glaze. Acme Gnomes made it.");
  const Scan found = scan(subject, names);
  ASSERT_EQ(found.hits.size(), 5U);
  EXPECT_EQ(words(subject, found.hits[0].span), "Acme");
  EXPECT_EQ(found.hits[0].name, "Acme Gnomes");
  EXPECT_EQ(found.hits[1].span.field, Field::kTitle);
  EXPECT_EQ(words(subject, found.hits[3].span), "frost glaze");
  EXPECT_EQ(found.distinct_terms(kGnomes), 1);
  EXPECT_EQ(found.first(kGlazes)->span.field, Field::kContent);
  EXPECT_EQ(found.first(kJobs), nullptr);
}

TEST(ScanTest, DoesNotCountWhatIsTakenBack) {
  const lexicon::Lexicon names = lexicon();
  const Scan found =
      scan(item("Gnomes without a frost glaze", "A salt glaze, not a glaze."), names);
  EXPECT_EQ(found.distinct_terms(kGlazes), 1);
  EXPECT_EQ(found.first(kGlazes)->name, "salt glaze");
}

TEST(ScanTest, KnowsTheSourcesCompanyAsContext) {
  const lexicon::Lexicon names = lexicon();
  SourceFacts source;
  source.company = "Acme Gnomes";
  const Scan found = scan(item("A new hat"), names, source);
  EXPECT_TRUE(found.hits.empty());
  ASSERT_EQ(found.context.size(), 1U);
  EXPECT_EQ(found.context[0].scope, kMakers);
  source.company = "Acme Gnomes of the North";
  EXPECT_TRUE(scan(item("A new hat"), names, source).context.empty());
}

TEST(ScanTest, NoWordsStandAtAPlaceOutsideTheText) {
  EXPECT_EQ(words(item("abc"), {Field::kTitle, 1, 3}), "bc");
  EXPECT_EQ(words(item("abc"), {Field::kTitle, 3, 9}), "");
  EXPECT_EQ(words(item("abc"), {Field::kContent, 0, 1}), "");
}

}  // namespace
}  // namespace vectora::normalize
