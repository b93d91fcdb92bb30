#include "vectora/feed/xml/content.h"

#include <gtest/gtest.h>

namespace vectora::feed::xml {
namespace {

struct Read {
  std::string text;
  std::string raw;
  std::string after;  // what is left to read
};

// The content of <f>, which a start or end of "stop" closes too.
Read read(std::string_view document) {
  Scanner scanner(document);
  DeclaredEntities entities;
  ContentReader reader(scanner, entities);
  reader.read("f", [](const Token& token) { return token.name == "stop"; });
  return {std::string(reader.text()), std::string(reader.raw()),
          std::string(document.substr(scanner.position()))};
}

TEST(ContentReaderTest, DecodesTextAndKeepsMarkup) {
  const Read content = read("R&amp;D <b class='x'>new&nbsp;s</b><![CDATA[ <i>&amp;</i>]]></f>rest");
  EXPECT_EQ(content.text, "R&D <b class='x'>new\u00A0s</b> <i>&amp;</i>");
  EXPECT_EQ(content.raw, "R&amp;D <b class='x'>new&nbsp;s</b><![CDATA[ <i>&amp;</i>]]>");
  EXPECT_EQ(content.after, "rest");
}

TEST(ContentReaderTest, AnElementOfItsOwnNameInsideDoesNotEndIt) {
  EXPECT_EQ(read("a<f>b</f>c</f>d").text, "a<f>b</f>c");
  EXPECT_EQ(read("a<f/>b</f>c").text, "a<f/>b");
}

TEST(ContentReaderTest, EndsWhereItsEndTagMustHaveBeen) {
  struct Case {
    std::string_view document;
    std::string_view text;
    std::string_view after;
  };
  for (const Case& c : {
           Case{"a</F>b", "a", "b"},
           Case{"a<stop>b", "a", "<stop>b"},
           Case{"a</stop>b", "a", "</stop>b"},
           Case{"a<p>b</stop>c", "a<p>b", "</stop>c"},
           Case{"a</other>b</f>c", "ab", "c"},
           Case{"<p>a<br>b</p></f>c", "<p>a<br>b</p>", "c"},
           Case{"cut", "cut", ""},
           Case{"<![CDATA[cut", "cut", ""},
       }) {
    const Read content = read(c.document);
    EXPECT_EQ(content.text, c.text) << c.document;
    EXPECT_EQ(content.after, c.after) << c.document;
  }
}

TEST(ContentReaderTest, ASectionWithoutEndDoesNotRunIntoTheNext) {
  const Read content = read("<![CDATA[one</f><f><![CDATA[two]]></f>");
  EXPECT_EQ(content.text, "one");
  EXPECT_EQ(content.after, "<f><![CDATA[two]]></f>");
  // A section may well speak of sections, and of end tags.
  EXPECT_EQ(read("<![CDATA[a<![CDATA[b]]></f>c").text, "a<![CDATA[b");
  EXPECT_EQ(read("<![CDATA[a</f>b]]></f>c").text, "a</f>b");
}

TEST(ContentReaderTest, ManySectionsWithoutEndTakeLinearTime) {
  std::string flood;
  while (flood.size() < (1U << 20U)) flood += "<f><![CDATA[x</f>";
  for (const std::string_view end : {"", "]]>"}) {
    const std::string document = flood + std::string(end);
    Scanner scanner(document);
    DeclaredEntities entities;
    ContentReader reader(scanner, entities);
    size_t count = 0;
    for (Token token; scanner.next(token); ++count)
      if (token.kind == TokenKind::kStart) reader.read("f", [](const Token&) { return false; });
    EXPECT_GT(count, 60000U);
  }
}

TEST(ContentReaderTest, AnEndlessFieldIsCut) {
  const Read content = read(std::string(ContentReader::kMaxBytes + 100, 'x') + "</f>y");
  EXPECT_EQ(content.text.size(), ContentReader::kMaxBytes);
  EXPECT_EQ(content.after, "y");
}

TEST(ContentReaderTest, DeepMarkupIsKeptAsItIs) {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  for (int i = 0; i < 1000; ++i) deep += "</a>";
  const Read content = read(deep + "</f>y");
  EXPECT_TRUE(content.text.starts_with("<a><a>"));
  EXPECT_EQ(content.after, "y");
}

}  // namespace
}  // namespace vectora::feed::xml
