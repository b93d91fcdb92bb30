#include "vectora/feed/json_reader.h"

#include <gtest/gtest.h>

namespace vectora::feed {
namespace {

// Everything stepped through and written back: objects as {key:value;}, arrays
// as [value;], scalars between bars.
std::string dump(JsonReader& json) {
  std::string out;
  if (json.at_object()) {
    for (std::string key; json.next_member(key);) out += key + ":" + dump(json) + ";";
    return "{" + out + "}";
  }
  if (json.at_array()) {
    while (json.next_element()) out += dump(json) + ";";
    return "[" + out + "]";
  }
  return "|" + json.scalar() + "|";
}

std::string dump(std::string_view text) {
  JsonReader json(text);
  return dump(json);
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(JsonReaderTest, StepsThroughEveryValue) {
  for (const Case& c : {
           Case{R"({"a": 1, "b": ["x", -2.5e3, true, null, {}], "c": {"d": []}})",
                "{a:|1|;b:[|x|;|-2.5e3|;||;||;{};];c:{d:[];};}"},
           Case{R"("q\"\\\/\n\u00e9\ud83d\ude00")", "|q\"\\/\né😀|"},
           Case{" [ ] ", "[]"},
       })
    EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(JsonReaderTest, ReadsWhatIsBrokenAsFarAsItGoes) {
  for (const Case& c : {
           Case{R"([1, 2,, ])", "[|1|;|2|;]"},
           Case{R"({"a": 1,})", "{a:|1|;}"},
           Case{R"({"a": "cut)", "{a:|cut|;}"},
           Case{R"({"a)", "{}"},
           Case{R"({"a": )", "{}"},
           Case{R"([1, )", "[|1|;]"},
           Case{R"("\ud800x\udc00")", "|\uFFFDx\uFFFD|"},
           Case{R"("\ud83d\u0041")", "|\uFFFDA|"},
           Case{R"("\u00)", "||"},
           Case{R"("a\u0000b")", "|ab|"},
           Case{"", "||"},
       })
    EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(JsonReaderTest, SkipsWholeValues) {
  JsonReader json(R"({"a": {"x": [1, "]}", {"y": "\""}]}, "b": "s\"", "c": 12})");
  std::string keys;
  for (std::string key; json.next_member(key);) {
    keys += key;
    if (key == "c") {
      EXPECT_EQ(json.scalar(), "12");
    } else {
      json.skip();
    }
  }
  EXPECT_EQ(keys, "abc");
}

TEST(JsonReaderTest, DepthCostsNothing) {
  const std::string deep(1 << 20, '[');
  JsonReader json(deep);
  json.skip();
  EXPECT_FALSE(json.next_element());
}

}  // namespace
}  // namespace vectora::feed
