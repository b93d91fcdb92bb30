#include "vectora/feed/json_path.h"

#include <gtest/gtest.h>

namespace vectora::feed {
namespace {

const char* const kDocument = R"({
  "name": " Alpha ", "count": 3, "rate": 0.5, "open": true, "nothing": null, "empty": "",
  "makers": [{"name": "One", "lots": [7, 8]}, {"name": "Two"}, {"name": "One"}, 5],
  "nested": [[{"name": "Deep"}]], "words": ["first", "second"], "by_id": {"a": {"n": 1}, "b": {"n": 2}},
  "3": "three"
})";

TEST(JsonPathTest, APathGivesTheTextsAtItsEnd) {
  struct Case {
    const char* path;
    std::vector<std::string> texts;
  };
  const Case cases[] = {
      {"name", {"Alpha"}},
      {"count", {"3"}},
      {"rate", {"0.5"}},
      {"open", {"true"}},
      {"nothing", {}},
      {"empty", {}},
      {"missing", {}},
      {"name.more", {}},         // a text has no members
      {"by_id", {}},             // an object is no text
      {"makers.name", {"One"}},  // the first of a list
      {"makers.1.name", {"Two"}},
      {"makers.9.name", {}},
      {"makers.0.lots.1", {"8"}},
      {"makers.99999999999999999999.name", {}},
      {"makers.-1.name", {}},
      {"makers.*.name", {"One", "Two"}},  // equal ones once
      {"makers.*.lots.*", {"7", "8"}},
      {"by_id.*.n", {"1", "2"}},
      {"name.*", {}},
      {"nested.name", {"Deep"}},
      {"words", {"first"}},
      {"words.*", {"first", "second"}},
      {"3", {"three"}},  // of an object, a number is a name
  };
  const Json document = *parse_json(kDocument);
  for (const Case& c : cases) EXPECT_EQ(texts_at(document, c.path), c.texts) << c.path;
}

TEST(JsonPathTest, AConditionChoosesAnElement) {
  const Json document = *parse_json(R"({
    "dates": [{"kind": "sent", "day": [1]}, {"kind": "online", "day": [2]}, {"kind": "online", "day": 3}],
    "one": {"kind": "online", "day": 4}, "name": "x",
    "words": {"@lang": "en", "#text": "spoken"}, "list": [{"#text": "first"}]})");
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"dates[kind=online].day", {"2"}},
      {"dates[kind=lost].day", {}},
      {"dates[none=online].day", {}},
      {"one[kind=online].day", {"4"}},
      {"one[kind=sent].day", {}},
      {"name[kind=x]", {}},
      {"words", {"spoken"}},
      {"list.*", {"first"}},
      {"words[@lang=en]", {"spoken"}},
      {"words.@lang", {"en"}},
  };
  for (const auto& [path, texts] : cases) EXPECT_EQ(texts_at(document, path), texts) << path;
  EXPECT_EQ(path_problem("a.b[@c=d e].f"), "");
  for (const char* path : {"a[b]", "a[=b]", "[a=b]", "a[b=c", "a]b=c[", "a[b=c][d=e]", "a[b=c]d"})
    EXPECT_NE(path_problem(path), "") << path;
}

TEST(JsonPathTest, TheEmptyPathIsTheDocument) {
  const Json document = *parse_json("[1, 2]");
  EXPECT_EQ(find_at(document, ""), &document);
}

TEST(JsonPathTest, AStarGivesNoMoreThanItsBound) {
  Json document = Json::array();
  for (int i = 0; i < 1000; ++i) document.push_back(i);
  EXPECT_EQ(texts_at(document, "*").size(), kMaxPathValues);
}

TEST(JsonPathTest, StarsOfStarsAreBoundedTogether) {
  Json row = Json::array();
  for (int i = 0; i < 200; ++i) row.push_back(i);
  Json document = Json::array();
  for (int i = 0; i < 200; ++i) document.push_back(row);
  EXPECT_LE(texts_at(document, "*.*").size(), kMaxPathValues);
}

TEST(JsonPathTest, WrongPathsAreNamed) {
  std::string long_path = "a";
  for (size_t i = 0; i < kMaxPathSteps; ++i) long_path += ".a";
  for (const std::string& path : {std::string(""), std::string(".a"), std::string("a."),
                                  std::string("a..b"), std::string("a[0]"), long_path})
    EXPECT_NE(path_problem(path), "") << path;
  for (const char* path : {"a", "a.b", "a.0.b", "*.a", "a b.c"}) EXPECT_EQ(path_problem(path), "");
}

}  // namespace
}  // namespace vectora::feed
