#include "vectora/normalize/span.h"

#include <gtest/gtest.h>

namespace vectora::normalize {
namespace {

TEST(SpanTest, SurvivesItsStoredForm) {
  const Span span{Field::kContent, 3, 9};
  EXPECT_EQ(span_from_json(to_json(span)), span);
  EXPECT_FALSE(span_from_json(Json::parse(R"({"field":"foot","start":1,"end":2})")));
  EXPECT_FALSE(span_from_json(Json::parse(R"({"field":"title","start":-1,"end":2})")));
  EXPECT_FALSE(span_from_json(Json(nullptr)));
}

TEST(SpanTest, ReadsPlacesOfTheConfiguration) {
  const ConfigRef ref = config_ref_from("clients/a.yaml:88:13");
  EXPECT_EQ(ref.file, "clients/a.yaml");
  EXPECT_EQ(ref.line, 88);
  EXPECT_EQ(ref.column, 13);
  EXPECT_TRUE(config_ref_from("").empty());
  EXPECT_EQ(config_ref_from("no place").file, "no place");
}

}  // namespace
}  // namespace vectora::normalize
