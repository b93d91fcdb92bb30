#include "vectora/normalize/annotation.h"

#include <gtest/gtest.h>

#include "vectora/testing/golden.h"

namespace vectora::normalize {
namespace {

Annotation sample() {
  Annotation annotation;
  annotation.mentions = {
      {EntityKind::kCompany, {Field::kTitle, 0, 4}, "Acme", "Acme Bio", "alias"},
      {EntityKind::kMolecule, {Field::kTitle, 10, 16}, "ZX-101", "ZX-101", "pattern"},
      {EntityKind::kCompany, {Field::kContent, 0, 8}, "Acme Bio", "Acme Bio", "exact"}};
  annotation.event.primary = "partnership";
  annotation.event.secondary = {"clinical_update"};
  annotation.event.confidence = 0.93;
  annotation.event.evidence = Span{Field::kTitle, 5, 9};
  annotation.event.config = {"canonical/events/patterns.yaml", 9, 16, ""};
  annotation.content_type = {"deal", Span{Field::kTitle, 5, 9}, {}};
  annotation.language = "en";
  annotation.summary = "Acme Bio licences ZX-101.";
  annotation.effective_date = Date::parse("2026-02-03");
  annotation.effective_date_source = "text";
  annotation.effective_date_confidence = 0.7;
  annotation.rejected_entities = {"Nowhere Inc"};
  return annotation;
}

TEST(AnnotationTest, ListsDistinctNamesInOrderOfMention) {
  EXPECT_EQ(sample().entities(EntityKind::kCompany), std::vector<std::string>{"Acme Bio"});
  EXPECT_EQ(sample().entities(EntityKind::kMolecule), std::vector<std::string>{"ZX-101"});
  EXPECT_TRUE(sample().entities(EntityKind::kIndication).empty());
}

TEST(AnnotationTest, IsStoredInTheShapeOfACuratedItem) {
  Item item;
  item.published_at = Date::parse("2026-02-02");
  testing::expect_golden(to_json_text(to_json(sample(), item)), "normalize/annotation.golden");
}

TEST(AnnotationTest, SurvivesItsStoredForm) {
  const Json json = to_json(sample());
  const Result<Annotation> read = annotation_from_json(json);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(to_json(*read), json);
  EXPECT_EQ(read->event.config, sample().event.config);
}

TEST(AnnotationTest, SaysWhatIsWrongInAStoredForm) {
  Json json = to_json(sample());
  EXPECT_FALSE(annotation_from_json(Json::object()));
  json["normalized_content"]["mentions"][0]["type"] = "planet";
  EXPECT_EQ(annotation_from_json(json).error().code, ErrorCode::kNotFound);
  json["normalized_content"]["mentions"] = "none";
  EXPECT_EQ(annotation_from_json(json).error().message, "mentions: not a list");
  json["normalized_content"].erase("mentions");
  json["normalized_content"].erase("event_classification");
  EXPECT_FALSE(annotation_from_json(json));
}

TEST(AnnotationTest, KindsAreReadByTheirNames) {
  for (const EntityKind kind : kAllEntityKinds) EXPECT_EQ(*entity_kind_from(to_string(kind)), kind);
  EXPECT_FALSE(entity_kind_from("companies"));
}

}  // namespace
}  // namespace vectora::normalize
