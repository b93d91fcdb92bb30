#include "vectora/base/json.h"

#include <gtest/gtest.h>

namespace vectora {
namespace {

TEST(JsonTest, KeepsTheOrderOfMembers) {
  EXPECT_EQ(to_json_line(*parse_json(R"({"b":1,"a":2})")), R"({"b":1,"a":2})");
}

TEST(JsonTest, WritesIllFormedTextWithoutFailing) {
  EXPECT_EQ(to_json_line(Json("\xFF")), "\"\xEF\xBF\xBD\"");
}

TEST(JsonTest, SaysWhereTheFaultIs) {
  EXPECT_EQ(parse_json("{\"a\":}").error().message, "not JSON at byte 6");
}

TEST(JsonTest, RefusesABombOfBrackets) {
  EXPECT_EQ(parse_json(std::string(100000, '[')).error().code, ErrorCode::kTooLarge);
  EXPECT_TRUE(parse_json("[\"" + std::string(1000, '[') + "\"]"));
}

TEST(JsonTest, RefusesAnObjectOfTooManyMembers) {
  const auto object = [](int members) {
    std::string text = "{\"a:b\": [";
    for (int i = 0; i < members - 1; ++i) text += i == 0 ? "{}" : ",{\"x\":0}";
    text += "]";
    for (int i = 0; i < members - 1; ++i) text += ",\"" + std::to_string(i) + "\":0";
    return text + "}";
  };
  EXPECT_TRUE(parse_json(object(100), 100));
  EXPECT_EQ(parse_json(object(101), 100).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(parse_json(object(300000)).error().code, ErrorCode::kTooLarge);
}

TEST(JsonTest, MembersOfAnotherTypeGiveTheDefault) {
  const Json object = *parse_json(R"({"n":1,"s":"x","b":true})");
  EXPECT_EQ(string_member(object, "s"), "x");
  EXPECT_EQ(string_member(object, "n", "none"), "none");
  EXPECT_EQ(number_member(object, "n"), 1);
  EXPECT_TRUE(bool_member(object, "b"));
  EXPECT_EQ(find_member(Json::array(), "n"), nullptr);
}

TEST(JsonTest, TheTextsOfAListAreReadWithoutTheRest) {
  const Json object = *parse_json(R"({"list":["a",1,"b",null],"text":"a"})");
  EXPECT_EQ(texts_member(object, "list"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(texts_member(object, "text").empty());
  EXPECT_TRUE(texts_member(object, "none").empty());
}

}  // namespace
}  // namespace vectora
