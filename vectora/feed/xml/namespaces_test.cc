#include "vectora/feed/xml/namespaces.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::feed::xml {
namespace {

TEST(NamespaceScopeTest, TheUriDecidesNotThePrefix) {
  NamespaceScope scope;
  scope.declare("c", "http://purl.org/rss/1.0/modules/content/");
  scope.declare("content", "http://example.org/other");
  EXPECT_EQ(scope.resolve("c:encoded").space, Namespace::kContent);
  EXPECT_EQ(scope.resolve("c:encoded").local, "encoded");
  EXPECT_EQ(scope.resolve("content:encoded").space, Namespace::kOther);
}

TEST(NamespaceScopeTest, SpellingsOfAUriAreOne) {
  for (const std::string_view uri :
       {"http://www.w3.org/2005/Atom", "https://www.w3.org/2005/atom/", "http://w3.org/2005/Atom#",
        " http://www.w3.org/2005/Atom\n", "http://purl.org/atom/ns#"}) {
    NamespaceScope scope;
    scope.declare("x", uri);
    EXPECT_EQ(scope.resolve("x:feed").space, Namespace::kAtom) << uri;
  }
}

TEST(NamespaceScopeTest, UndeclaredPrefixesHaveTheirCustomaryMeaning) {
  const NamespaceScope scope;
  EXPECT_EQ(scope.resolve("dc:creator").space, Namespace::kDc);
  EXPECT_EQ(scope.resolve("itunes:author").space, Namespace::kItunes);
  EXPECT_EQ(scope.resolve("xml:base").space, Namespace::kXml);
  EXPECT_EQ(scope.resolve("odd:thing").space, Namespace::kOther);
  EXPECT_EQ(scope.resolve("title").space, Namespace::kNone);
}

TEST(NamespaceScopeTest, AnUnknownDefaultNamespaceIsNone) {
  NamespaceScope scope;
  scope.declare("", "http://example.org/whatever");
  EXPECT_EQ(scope.resolve("title").space, Namespace::kNone);
  scope.declare("", "http://www.w3.org/2005/Atom");
  EXPECT_EQ(scope.resolve("title").space, Namespace::kAtom);
  EXPECT_EQ(scope.resolve_attribute("href").space, Namespace::kNone);
}

TEST(NamespaceScopeTest, DeclarationsEndWithTheirElement) {
  NamespaceScope scope;
  scope.declare("", "http://www.w3.org/2005/Atom");
  const size_t mark = scope.mark();
  scope.declare("", "http://www.w3.org/1999/xhtml");
  scope.declare("x", "http://www.w3.org/1999/xhtml");
  EXPECT_EQ(scope.resolve("p").space, Namespace::kXhtml);
  scope.release(mark);
  EXPECT_EQ(scope.resolve("p").space, Namespace::kAtom);
  EXPECT_EQ(scope.resolve("x:p").space, Namespace::kOther);
}

TEST(NamespaceScopeTest, AFloodOfDeclarationsIsCutShort) {
  NamespaceScope scope;
  for (int i = 0; i < 100000; ++i) scope.declare("p", "http://example.org/");
  EXPECT_LT(scope.mark(), 1000U);
}

}  // namespace
}  // namespace vectora::feed::xml
