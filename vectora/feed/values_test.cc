#include "vectora/feed/values.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "vectora/base/utf8.h"

namespace vectora::feed {
namespace {

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(ValuesTest, CleanDropsWhatNoTextHas) {
  EXPECT_EQ(clean(" \n a\tb \r\n"), "a\tb");
  EXPECT_EQ(clean("a\x01\x0B"
                  "b"),
            "ab");
  EXPECT_EQ(clean("don\u0092t caf\u00E9 \u00A0"), "don’t café \u00A0");
  EXPECT_EQ(clean(" \t"), "");
}

// Eight bytes are looked at together: a fault is found at each place among them,
// and what only resembles one is not.
TEST(ValuesTest, CleanFindsAFaultAtEachPlace) {
  const std::string around = "Ünicode, tab\tand\r\nline \u00A9 \u00BF \x7F end.";
  for (size_t place = 0; place <= around.size(); ++place) {
    if (!is_valid_utf8(around.substr(0, place))) continue;
    for (const auto& [fault, repaired] : {std::pair<std::string_view, std::string_view>{"\x1F", ""},
                                          {std::string_view("\0", 1), ""},
                                          {"\u0080", "€"},
                                          {"\u009F", "Ÿ"},
                                          {"\u00A0", "\u00A0"}}) {
      const std::string text = "x" + around.substr(0, place) + std::string(fault);
      const std::string expected = "x" + around.substr(0, place) + std::string(repaired);
      EXPECT_EQ(clean(text + around.substr(place)), expected + around.substr(place));
    }
  }
}

TEST(ValuesTest, TitlesArePlainText) {
  for (const Case& c : {
           Case{"<a href=\"https://x.example/\" hreflang=\"en\">Title </a>", "Title"},
           Case{"Half-year&nbsp;results &#8211; <em>strong</em>", "Half-year results – strong"},
           Case{"AT&T & more", "AT&T & more"},
           Case{"a < b", "a < b"},
           Case{"</example>", "</example>"},
           Case{"\n Two\n lines ", "Two lines"},
       })
    EXPECT_EQ(title_text(c.text), c.expected) << c.text;
}

TEST(ValuesTest, LinksAreResolvedOnlyWhereTheyAreRelative) {
  const auto base = Url::parse("https://b.example/news/");
  for (const Case& c : {
           Case{" one?x=1&y=2 ", "https://b.example/news/one?x=1&y=2"},
           Case{"/two", "https://b.example/two"},
           Case{"//c.example/three", "https://c.example/three"},
           Case{"http://D.example", "http://D.example"},  // as written
           Case{"urn:x:y", "urn:x:y"},
           Case{"", ""},
       })
    EXPECT_EQ(resolve_link(c.text, &*base), c.expected) << c.text;
  EXPECT_EQ(resolve_link("one", nullptr), "one");
}

TEST(ValuesTest, AuthorsAreNames) {
  for (const Case& c : {
           Case{"press@x.example (Press Office)", "Press Office"},
           Case{"Jo Smith <jo@x.example>", "Jo Smith"},
           Case{"\"Jo Smith\" <jo@x.example>", "Jo Smith"},
           Case{"Jo Smith (jo@x.example)", "Jo Smith"},
           Case{"mailto:jo@x.example", "jo@x.example"},
           Case{"<jo@x.example>", "jo@x.example"},
           Case{"Jo Smith (Paris)", "Jo Smith (Paris)"},
           Case{"Jo &amp; Al", "Jo & Al"},
           Case{" ", ""},
       })
    EXPECT_EQ(author_name(c.text), c.expected) << c.text;
}

TEST(ValuesTest, DatesAreReadInEveryForm) {
  for (const Case& c : {
           Case{"Tue, 03 Feb 2026 10:00:00 GMT", "2026-02-03T10:00:00Z"},
           Case{"Tue, 03 Feb 2026 10:00:00 EST", "2026-02-03T15:00:00Z"},
           Case{"Tue, 14 Jul 2026 10:00:00 EDT", "2026-07-14T14:00:00Z"},
           Case{"Feb 3, 2026 10:00am", "2026-02-03T10:00:00Z"},
           Case{"Fri, 05/03/2019 - 15:21", "2019-05-03T15:21:00Z"},
           Case{" 2026-02-03T10:00:00+01:00\n", "2026-02-03T09:00:00Z"},
           Case{"2026-02-03", "2026-02-03T00:00:00Z"},
           Case{"Tue,\n  03 Feb 2026", "2026-02-03T00:00:00Z"},
       }) {
    const auto date = feed_date(c.text);
    ASSERT_TRUE(date) << c.text;
    EXPECT_EQ(date->instant().str(), c.expected) << c.text;
  }
  for (const std::string_view text : {"", " ", "soon", "not 2026"}) EXPECT_FALSE(feed_date(text));
  EXPECT_FALSE(feed_date("Tue, " + std::string(1 << 20, 'x') + " 03 Feb 2026"));
}

TEST(ValuesTest, ListsAreBounded) {
  std::vector<std::string> list;
  append_bounded(list, "");
  for (size_t i = 0; i < kMaxListSize + 10; ++i) append_bounded(list, "x");
  EXPECT_EQ(list.size(), kMaxListSize);
}

}  // namespace
}  // namespace vectora::feed
