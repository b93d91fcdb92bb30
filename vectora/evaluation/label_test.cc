#include "vectora/evaluation/label.h"

#include <gtest/gtest.h>

namespace vectora::evaluation {
namespace {

using normalize::EntityKind;

TEST(Label, TakesTheNamesThatLabelFilesUse) {
  const auto labels = labels_from_lines(
      "{\"id\": \"1\", \"title\": \"T\", \"summary\": \"S\", \"source\": \"Daily\", "
      "\"date\": \"2026-01-09\", \"event_type\": \"regulatory\", \"event_type_alt\": [\"other\"], "
      "\"depot_relevant\": true, \"companies\": [\"Voltara\"], \"molecules\": []}\n"
      "\n"
      "{\"id\": \"2\", \"content\": \"C\", \"source_key\": \"daily\", \"published_at\": null, "
      "\"relevant\": null, \"entities\": {\"trademarks\": [\"CoreCell\"]}}\n");
  ASSERT_TRUE(labels.ok()) << labels.error().message;
  ASSERT_EQ(labels->size(), 2U);
  const Label& first = labels->at(0);
  EXPECT_EQ(first.content, "S");
  EXPECT_EQ(first.published_at, "2026-01-09");
  EXPECT_EQ(first.relevant, std::optional<bool>(true));
  EXPECT_EQ(first.event_alts, std::vector<std::string>{"other"});
  EXPECT_EQ(first.entities.at(EntityKind::kCompany), std::vector<std::string>{"Voltara"});
  EXPECT_TRUE(first.entities.at(EntityKind::kMolecule).empty());
  EXPECT_FALSE(first.entities.contains(EntityKind::kTrademark));
  const Label& second = labels->at(1);
  EXPECT_EQ(second.source, "daily");
  EXPECT_EQ(second.relevant, std::nullopt);
  EXPECT_EQ(second.entities.at(EntityKind::kTrademark), std::vector<std::string>{"CoreCell"});
}

TEST(Label, IsReadAsItWasWritten) {
  Label label;
  label.id = "wire_1";
  label.title = "Voltara wins";
  label.content = "Text";
  label.source = "wire";
  label.published_at = "2026-01-12";
  label.url = "https://wire.example/1";
  label.event_type = "partnership";
  label.event_alts = {"corporate_move"};
  label.relevant = false;
  label.entities[EntityKind::kCompany] = {"Voltara"};
  const auto again = labels_from_lines(to_lines({label}));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(to_lines(*again), to_lines({label}));
}

TEST(Label, TheLatestOfOneItemCounts) {
  const auto labels = labels_from_lines(
      "{\"id\": \"1\", \"relevant\": true}\n{\"id\": \"2\"}\n{\"id\": \"1\", \"relevant\": "
      "false}\n");
  ASSERT_EQ(labels->size(), 2U);
  EXPECT_EQ(labels->at(0).relevant, std::optional<bool>(false));
}

TEST(Label, AFaultIsNamedWithItsLine) {
  const struct {
    const char* lines;
    const char* message;
  } cases[] = {
      {"{\"id\": \"1\"}\nno JSON", "line 2"},
      {"{\"title\": \"without\"}", "id: a text is expected"},
      {"[]", "a JSON object is expected"},
      {"{\"id\": \"1\", \"relevant\": \"yes\"}", "relevant: true, false or null is expected"},
      {"{\"id\": \"1\", \"companies\": \"Voltara\"}", "companies: a list is expected"},
      {"{\"id\": \"1\", \"companies\": [1]}", "companies: texts are expected"},
      {"{\"id\": \"1\", \"event_type_alt\": {}}", "event_type_alt: a list is expected"}};
  for (const auto& [lines, message] : cases) {
    const auto labels = labels_from_lines(lines);
    ASSERT_FALSE(labels.ok()) << lines;
    EXPECT_NE(labels.error().message.find(message), std::string::npos) << labels.error().message;
  }
}

}  // namespace
}  // namespace vectora::evaluation
