#include "vectora/config/yaml.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::config {
namespace {

YamlNode parsed(const std::string& text) {
  const Result<YamlDocument> document = parse_yaml(text, "f.yaml");
  EXPECT_TRUE(document.ok()) << document.error().message;
  return document.ok() ? document->root : YamlNode();
}

std::string fault(const std::string& text) {
  const Result<YamlDocument> document = parse_yaml(text, "f.yaml");
  return document.ok() ? "no error" : document.error().message;
}

std::string repeated(const std::string& text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Yaml, EveryNodeKnowsItsPlaceAndItsPath) {
  const YamlNode root = parsed(
      "client_profile:\n"
      "  name: Weekly\n"
      "  active: true\n"
      "watch_domains:\n"
      "  - id: one\n"
      "  - {id: two, add: [x, y]}\n");
  EXPECT_EQ(root["client_profile"]["active"].ref().str(), "f.yaml:3:11");
  EXPECT_EQ(root["client_profile"]["active"].key_ref().str(), "f.yaml:3:3");
  const YamlNode added = root["watch_domains"].items()[1]["add"].items()[1];
  EXPECT_EQ(added.text(), "y");
  EXPECT_EQ(added.ref().str(), "f.yaml:6:24");
  EXPECT_EQ(added.ref().key, "watch_domains[1].add[1]");
}

TEST(Yaml, AnAbsentMemberKnowsItsPathAndTheMappingThatLacksIt) {
  const YamlNode absent = parsed("a:\n  b: 1\n")["a"]["c"]["d"];
  EXPECT_FALSE(absent.exists());
  EXPECT_EQ(absent.ref().key, "a.c.d");
  EXPECT_EQ(absent.ref().str(), "f.yaml:1:1");
  EXPECT_TRUE(absent.members().empty());
  EXPECT_TRUE(absent.items().empty());
  EXPECT_EQ(YamlNode()["x"].ref().str(), "");
}

TEST(Yaml, ScalarsKeepTheirStyle) {
  const YamlNode root = parsed(
      "plain: yes\n"
      "single: 'it''s \\d'\n"
      "double: \"a\\tb\"\n"
      "block: |\n"
      "  line\n"
      "folded: one\n"
      "  two\n");
  EXPECT_TRUE(root["plain"].is_plain());
  EXPECT_EQ(root["single"].style(), YamlNode::Style::kSingleQuoted);
  EXPECT_EQ(root["single"].text(), "it's \\d");
  EXPECT_EQ(root["double"].text(), "a\tb");
  EXPECT_EQ(root["block"].text(), "line\n");
  EXPECT_FALSE(root["block"].is_folded());
  EXPECT_EQ(root["single"].ref().str(), "f.yaml:2:9");
  EXPECT_EQ(root["block"].ref().str(), "f.yaml:5:1");
  EXPECT_EQ(root["folded"].text(), "one two");
  EXPECT_TRUE(root["folded"].is_folded());
  EXPECT_FALSE(root["plain"].is_folded());
  EXPECT_FALSE(parsed("a: [one\n  two]\n")["a"].items()[0].is_folded());
}

TEST(Yaml, NothingIsNullAndQuotedNothingIsText) {
  const YamlNode root = parsed("a:\nb: null\nc: ~\nd: ''\ne: 'null'\n");
  EXPECT_TRUE(root["a"].is_null());
  EXPECT_TRUE(root["b"].is_null());
  EXPECT_TRUE(root["c"].is_null());
  EXPECT_TRUE(root["d"].is_scalar());
  EXPECT_EQ(root["e"].text(), "null");
  EXPECT_TRUE(parsed("").is_null());
  EXPECT_TRUE(parsed("# only a comment\n").is_null());
}

TEST(Yaml, ReadsAByteOrderMarkAndWindowsLineEnds) {
  const YamlNode root = parsed(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\r\n");
  EXPECT_EQ(root["b"].text(), "2");
  EXPECT_EQ(root["b"].ref().line, 2);
}

TEST(Yaml, ANodeOutlivesItsDocument) {
  YamlNode node;
  {
    const Result<YamlDocument> document = parse_yaml("a: {b: c}", "f.yaml");
    ASSERT_TRUE(document.ok());
    node = document->root["a"]["b"];
  }
  EXPECT_EQ(node.text(), "c");
  EXPECT_EQ(node.ref().key, "a.b");
}

TEST(Yaml, WhatAnAbsentMemberGivesOutlivesIt) {
  const YamlNode root = parsed("a: b");
  EXPECT_EQ(&root["c"].items(), &YamlNode().items());
  EXPECT_EQ(&root["c"].members(), &YamlNode().members());
  EXPECT_EQ(&root["c"].text(), &YamlNode().text());
}

TEST(Yaml, EveryFaultHasItsPlace) {
  const struct {
    std::string text;
    std::string message;
  } cases[] = {
      {"a: 1\nb: 2\na: 3\n",
       "f.yaml:3:1: duplicate key 'a', first written in line 1; merge the two or remove one"},
      {"x: {k: 1, k: 2}\n",
       "f.yaml:1:11: duplicate key 'k', first written in line 1; merge the two or remove one"},
      {"a: 'open\n", "f.yaml:1:5: single-quoted scalar without closing quote"},
      {"a: b: c\n", "f.yaml:1:5: invalid nested block mapping on the same line"},
      {"a: [1, 2\n", "f.yaml:2:1: flow sequence without a closing bracket"},
      {"a: @x\n", "f.yaml:1:4: plain scalar cannot start with '@'"},
      {"a: 1\n\tb: 2\n", "f.yaml:1:4: invalid multiline plain key"},
      {"a: &anchor 1\n", "f.yaml:1:12: an anchor (&name); write the value out where it is needed"},
      {"a: !tag 1\n", "f.yaml:1:9: a tag (!name); if the text starts with '!', put it in quotes"},
      {"a: *name\n", "f.yaml:1:4: an alias (*name); write the value out instead"},
      {"<<: {a: 1}\n", "f.yaml:1:1: a merge key (<<); write the values out instead"},
      {"a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document; write one file for each"},
      {"a: {{NAME}}\n",
       "f.yaml:1:5: a key must be a word; if these braces are text, put them in quotes"},
      {"'': 1\n", "f.yaml:1:1: an empty key"},
      {"? " + repeated("k", 1025) + "\n: 1\n", "f.yaml:1:3: a key of more than 1,024 bytes"},
      {"a: \xC3\x28\n", "f.yaml:1:4: the text is not UTF-8 from here on; save the file as UTF-8"},
      {std::string("a: 1\nb: \0", 9), "f.yaml:2:4: a NUL character; save the file as UTF-8"},
      {std::string("\xFF\xFE"
                   "a\0",
                   4),
       "f.yaml:1:1: the text is not UTF-8 from here on; save the file as UTF-8"},
      {repeated("[", 65), "f.yaml:1:65: more than 64 levels"},
  };
  for (const auto& c : cases) EXPECT_EQ(fault(c.text), c.message) << c.text;
}

TEST(Yaml, BoundsSizeAndNodes) {
  const Result<YamlDocument> large = parse_yaml(std::string((16u << 20) + 1, ' '), "f.yaml");
  ASSERT_FALSE(large.ok());
  EXPECT_EQ(large.error().code, ErrorCode::kTooLarge);
  const Result<YamlDocument> many = parse_yaml("[" + repeated("1,", 300001) + "]", "f.yaml");
  ASSERT_FALSE(many.ok());
  EXPECT_EQ(many.error().code, ErrorCode::kTooLarge);
}

TEST(Yaml, AcceptsSixtyFourLevels) {
  EXPECT_TRUE(parse_yaml(repeated("[", 64) + repeated("]", 64), "f.yaml").ok());
}

}  // namespace
}  // namespace vectora::config
