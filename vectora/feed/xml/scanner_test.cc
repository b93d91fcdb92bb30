#include "vectora/feed/xml/scanner.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::feed::xml {
namespace {

// "<name|attributes>" "<name|attributes/>" "</name>" "text" "[cdata]", one a line.
std::string dump(std::string_view document) {
  Scanner scanner(document);
  std::string out;
  for (Token token; scanner.next(token);) {
    const std::string name(token.name);
    const std::string attributes(token.attributes);
    switch (token.kind) {
      case TokenKind::kStart:
        out += "<" + name + "|" + attributes + (token.empty ? "/>" : ">");
        break;
      case TokenKind::kEnd: out += "</" + name + ">"; break;
      case TokenKind::kText: out += std::string(token.text); break;
      case TokenKind::kCdata: out += "[" + std::string(token.text) + "]"; break;
    }
    out += "\n";
  }
  return out;
}

struct Case {
  std::string_view document;
  std::string_view expected;
};

TEST(ScannerTest, ReadsWellFormedXml) {
  for (const Case& c : {
           Case{"<a b='1'>x &amp; y</a>", "<a| b='1'>\nx &amp; y\n</a>\n"},
           Case{"<a/><b c=\"d>e\" />", "<a|/>\n<b| c=\"d>e\" />\n"},
           Case{"<![CDATA[<b>]] ]]>t", "[<b>]] ]\nt\n"},
           Case{"<!-- <x> --><?pi <x>?><a:b></a:b >", "<a:b|>\n</a:b>\n"},
           Case{"<!DOCTYPE a [<!ENTITY b \"]>\">]><a>", "<a|>\n"},
           Case{"", ""},
       })
    EXPECT_EQ(dump(c.document), c.expected) << c.document;
}

TEST(ScannerTest, ReadsBrokenXmlAsItWasMeant) {
  for (const Case& c : {
           Case{"a < b <3 <<x>", "a \n< b \n<3 \n<\n<x|>\n"},
           Case{"<a b=c/d e>x", "<a| b=c/d e>\nx\n"},
           Case{"<a b='1'<c>", "<a| b='1'>\n<c|>\n"},
           Case{"</a<b>", "</a>\n<b|>\n"},
           Case{"<a it's>x<b>", "<a| it's>\nx\n<b|>\n"},  // no value, so no quote
           Case{"<a b=\"c>x", "<a| b=\"c>\nx\n"},         // a quote that nobody closes
           // Another's quote does not close it either.
           Case{"<a b=\"c/>x<d e=\"f\">", "<a| b=\"c/>\nx\n<d| e=\"f\">\n"},
           Case{"<a b=\"c\"d=\"e\">", "<a| b=\"c\"d=\"e\">\n"},
           Case{"<![CDATA[cut", "[cut]\n"},
           Case{"x<!-- cut", "x\n"},
           Case{"x<a b", "x\n<a| b>\n"},
           Case{"x</", "x\n</>\n"},
           Case{"x<", "x\n<\n"},
           Case{"<!DOCTYPE a [ cut", ""},
       })
    EXPECT_EQ(dump(c.document), c.expected) << c.document;
}

TEST(ScannerTest, TokensKnowTheirPlace) {
  const std::string_view document = "ab<c d>e</c>";
  Scanner scanner(document);
  std::string joined;
  for (Token token; scanner.next(token);) joined += scanner.slice(token.begin, token.end);
  EXPECT_EQ(joined, document);
}

TEST(ScannerTest, ShowsTheDocumentType) {
  Scanner scanner("<?xml?><!DOCTYPE a [<!ENTITY b 'c>'>]><a>");
  EXPECT_EQ(scanner.document_type(), "");
  Token token;
  ASSERT_TRUE(scanner.next(token));
  EXPECT_EQ(scanner.document_type(), "<!DOCTYPE a [<!ENTITY b 'c>'>]>");
}

TEST(ScannerTest, FloodsTakeLinearTime) {
  for (const std::string_view piece :
       {"<", "<a b=\"", "<a b='", "<!--", "</", "<![CDATA[", "<!DOCTYPE [", "<a =\"\" "}) {
    std::string flood;
    while (flood.size() < (1U << 20U)) flood += piece;
    Scanner scanner(flood);
    size_t count = 0;
    for (Token token; scanner.next(token);) ++count;
    EXPECT_LE(count, flood.size()) << piece;
  }
}

TEST(AttributeReaderTest, ReadsEverySpelling) {
  AttributeReader reader(R"( a="1" b = '2 &amp;' c=3/x d  e="" = f="open)");
  std::string all;
  for (std::string_view name, value; reader.next(name, value);)
    all += std::string(name) + "(" + std::string(value) + ")";
  EXPECT_EQ(all, "a(1)b(2 &amp;)c(3/x)d()e()f(open)");
}

}  // namespace
}  // namespace vectora::feed::xml
