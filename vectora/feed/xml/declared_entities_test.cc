#include "vectora/feed/xml/declared_entities.h"

#include <gtest/gtest.h>

namespace vectora::feed::xml {
namespace {

std::string decoded(std::string_view declaration, std::string_view text) {
  DeclaredEntities entities;
  entities.read(declaration);
  std::string out;
  entities.append_decoded(out, text);
  return out;
}

TEST(DeclaredEntitiesTest, ReplacesShortLiteralTexts) {
  constexpr std::string_view kDeclaration =
      "<!DOCTYPE rss [<!ENTITY co \"ACME\"> <!ENTITY\n e '&#233;'><!ENTITY all \"&co; &e;\">]>";
  EXPECT_EQ(decoded(kDeclaration, "&co; &e;t&e; &all;!"), "ACME été ACME é!");
  EXPECT_EQ(decoded(kDeclaration, "&amp;co; &eacute; &unknown; &co"), "&co; é &unknown; &co");
  EXPECT_EQ(decoded("", "&co;"), "&co;");
}

TEST(DeclaredEntitiesTest, KnowsNoExternalNoParameterAndNoLaterEntity) {
  constexpr std::string_view kDeclaration =
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p \"q\">"
      "<!ENTITY a \"&b;\"><!ENTITY b \"&a;\"><!ENTITY self \"&self;\">]>";
  EXPECT_EQ(decoded(kDeclaration, "&x; &p; %p; &a; &b; &self;"), "&x; &p; %p; &b; &b; &self;");
}

TEST(DeclaredEntitiesTest, EntitiesOfEntitiesDoNotGrowWithoutBound) {
  std::string declaration = "<!DOCTYPE rss [<!ENTITY l0 \"lol\">";
  for (int i = 1; i < 12; ++i) {
    declaration += "<!ENTITY l" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) declaration += "&l" + std::to_string(i - 1) + ";";
    declaration += "\">";
  }
  EXPECT_LT(decoded(declaration + "]>", "&l11;").size(), DeclaredEntities::kMaxValueBytes);
}

TEST(DeclaredEntitiesTest, AllExpansionsTogetherAreBounded) {
  const std::string value(1000, 'x');
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "&a;";
  const std::string out = decoded("<!DOCTYPE r [<!ENTITY a \"" + value + "\">]>", text);
  EXPECT_LE(out.size(), DeclaredEntities::kMaxExpandedBytes + text.size());
  EXPECT_TRUE(out.ends_with("&a;"));
}

TEST(DeclaredEntitiesTest, BrokenDeclarationsEndWhereTheyBreak) {
  for (const std::string_view declaration :
       {"<!ENTITY", "<!ENTITY a", "<!ENTITY a \"", "<!ENTITY \"x\">", "<!ENTITY a>"})
    EXPECT_EQ(decoded(declaration, "&a;"), "&a;") << declaration;
}

}  // namespace
}  // namespace vectora::feed::xml
