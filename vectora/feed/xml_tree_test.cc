#include "vectora/feed/xml_tree.h"

#include <gtest/gtest.h>

namespace vectora::feed {
namespace {

std::string tree(std::string_view xml) {
  const Result<Json> json = xml_tree(xml);
  return json ? to_json_line(*json) : json.error().message;
}

TEST(XmlTreeTest, AnElementIsWhatItHolds) {
  const std::pair<const char*, const char*> cases[] = {
      {"<a/>", R"({"a":""})"},
      {"<a>word</a>", R"({"a":"word"})"},
      {"<a><b>1</b><c/><b>2</b></a>", R"({"a":{"b":["1","2"],"c":[""]}})"},
      {"<a n='1'>word</a>", R"({"a":{"@n":"1","#text":"word"}})"},
      {"<a n='1'/>", R"({"a":{"@n":"1"}})"},
      {"<a>A <b>bold</b> <i>word</i>.</a>",
       R"({"a":{"b":["bold"],"i":["word"],"#text":"A bold word."}})"},
      {"<a>\n  <b>1</b>\n</a>", R"({"a":{"b":["1"]}})"},
      {"<a><![CDATA[<b>]]> &amp; &#233;</a>", R"({"a":"<b> & é"})"},
      {"\xEF\xBB\xBF<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://x/y.dtd'><!-- c --><a>1</a>",
       R"({"a":"1"})"},
      {"<?xml version='1.0' encoding='iso-8859-1'?><a>\xE9</a>", R"({"a":"é"})"},
      {"<n:a xmlns:n='u'><n:b>1</n:b></n:a>", R"({"n:a":{"@xmlns:n":"u","n:b":["1"]}})"},
  };
  for (const auto& [xml, json] : cases) EXPECT_EQ(tree(xml), json) << xml;
}

TEST(XmlTreeTest, NoEntityIsExpandedAndNothingFetched) {
  EXPECT_EQ(tree("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>"
                 "<!ENTITY l 'lol'><!ENTITY m '&l;&l;'>]><a>&e;&m;</a>"),
            R"({"a":"&e;&m;"})");
}

TEST(XmlTreeTest, WhatIsNotWellFormedIsNamedWithItsPlace) {
  EXPECT_EQ(tree("<a><b></a>"), "XML that is not well-formed: Start-end tags mismatch at byte 8");
  for (const char* xml : {"", "  ", "<", "<a", "<!-- only a comment -->"})
    EXPECT_FALSE(xml_tree(xml)) << xml;
}

TEST(XmlTreeTest, DepthElementsNamesAndTextsAreBounded) {
  const auto nested = [](int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i) xml += "<a>";
    for (int i = 0; i < depth; ++i) xml += "</a>";
    return xml;
  };
  EXPECT_TRUE(xml_tree(nested(100)));
  EXPECT_EQ(tree(nested(101)), "XML of more than 100 levels");
  EXPECT_EQ(tree(nested(200000)), "XML of more than 100 levels");

  std::string many = "<a>";
  for (size_t i = 0; i < kMaxXmlElements; ++i) many += "<b/>";
  EXPECT_EQ(tree(many + "</a>"), "XML of more than 500,000 elements");

  std::string names = "<a>";
  for (size_t i = 0; i <= kMaxXmlNames + 1; ++i) names += "<b" + std::to_string(i) + "/>";
  EXPECT_EQ(tree(names + "</a>"), "an XML element of more than 1,000 names");

  std::string texts;
  for (int i = 0; i < 50; ++i) texts += "<a>x";
  texts += std::string(10000, 'y');
  for (int i = 0; i < 50; ++i) texts += "<b/></a>";
  EXPECT_EQ(tree(texts), "XML of texts inside texts");
}

TEST(XmlTreeTest, BytesAreXmlWhereTheyBeginWithATag) {
  EXPECT_TRUE(looks_like_xml("\xEF\xBB\xBF \n<a/>"));
  for (const char* bytes : {"", " ", "{}", "[<a/>]"}) EXPECT_FALSE(looks_like_xml(bytes)) << bytes;
}

}  // namespace
}  // namespace vectora::feed
