#include "vectora/base/url.h"

#include <gtest/gtest.h>

namespace vectora {
namespace {

struct Case {
  std::string_view input;
  std::string_view expected;  // empty: not an address
};

std::string parsed(std::string_view text) {
  const auto url = Url::parse(text);
  return url ? url->str() : "";
}

TEST(UrlTest, ParsesAsTheWhatwgStandardSays) {
  const Case cases[] = {
      {"https://Example.ORG", "https://example.org/"},
      {"  http://a.example:80/x \n", "http://a.example/x"},
      {"https://a.example:8443/x", "https://a.example:8443/x"},
      {"https:\\\\a.example\\b", "https://a.example/b"},
      {"https://a.example/b/../c/./d", "https://a.example/c/d"},
      {"https://a.example/b/%2e%2E/c", "https://a.example/c"},
      {"https://a.example/../../x", "https://a.example/x"},
      {"https://a.example/a b", "https://a.example/a%20b"},
      {"https://a.example/caf\xC3\xA9", "https://a.example/caf%C3%A9"},
      {"https://a.example?q", "https://a.example/?q"},
      {"https://a.example/x?", "https://a.example/x?"},
      {"https://a.example/x#y", "https://a.example/x#y"},
      {"https://u:p@a.example/", "https://u:p@a.example/"},
      {"http://[::1]:8080/", "http://[::1]:8080/"},
      {"https://a.exa\nmple/", "https://a.example/"},
      {"ftp://a.example/", ""},
      {"javascript:alert(1)", ""},
      {"https://", ""},
      {"https://a.example:99999/", ""},
      {"https://a b/", ""},
      {"a.example/x", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(parsed(c.input), c.expected) << c.input;
}

TEST(UrlTest, ResolvesReferencesAgainstTheirPage) {
  const auto base = Url::parse("https://a.example/news/list?page=2#top");
  ASSERT_TRUE(base);
  const Case cases[] = {
      {"item", "https://a.example/news/item"},
      {"/item", "https://a.example/item"},
      {"../item", "https://a.example/item"},
      {"?page=3", "https://a.example/news/list?page=3"},
      {"#x", "https://a.example/news/list?page=2#x"},
      {"", "https://a.example/news/list?page=2"},
      {"//b.example/c", "https://b.example/c"},
      {"http://b.example/c", "http://b.example/c"},
      {"mailto:x@b.example", ""},
      {"https:item", "https://a.example/news/item"},
  };
  for (const Case& c : cases) {
    const auto url = base->resolve(c.input);
    EXPECT_EQ(url ? url->str() : "", c.expected) << c.input;
  }
}

TEST(UrlTest, OneSpellingForOnePage) {
  const auto canonical = [](std::string_view text) { return Url::parse(text)->canonical(); };
  EXPECT_EQ(canonical("http://www.a.example/x/?utm_source=rss&b=2&a=1#frag"),
            "https://a.example/x?a=1&b=2");
  EXPECT_EQ(canonical("https://a.example/"), "https://a.example");
  EXPECT_EQ(canonical("https://a.example:8443/x"), "https://a.example:8443/x");
}

TEST(UrlTest, CredentialsStayOutOfLogs) {
  const auto url = Url::parse("https://user:secret@a.example/x");
  ASSERT_TRUE(url);
  EXPECT_TRUE(url->has_credentials());
  EXPECT_EQ(url->without_credentials(), "https://a.example/x");
}

TEST(UrlTest, RefusesWhatIsTooLong) {
  EXPECT_FALSE(Url::parse("https://a.example/" + std::string(Url::kMaxLength, 'x')));
}

}  // namespace
}  // namespace vectora
