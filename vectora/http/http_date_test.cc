#include "vectora/http/http_date.h"

#include <gtest/gtest.h>

namespace vectora::http {
namespace {

TEST(HttpDateTest, ReadsTheThreeForms) {
  const std::pair<const char*, const char*> cases[] = {
      {"Tue, 03 Feb 2026 08:09:10 GMT", "2026-02-03T08:09:10Z"},
      {"Tuesday, 03-Feb-26 08:09:10 GMT", "2026-02-03T08:09:10Z"},
      {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
      {"Tue Feb  3 08:09:10 2026", "2026-02-03T08:09:10Z"},
      {"Tue, 3 Feb 2026 08:09:10 UTC", "2026-02-03T08:09:10Z"},
      {"Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z"},
      {"Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"},
      {"Wed, 31 Dec 2008 23:59:60 GMT", "2008-12-31T23:59:59Z"},
  };
  for (const auto& [text, expected] : cases) {
    const auto instant = parse_http_date(text);
    ASSERT_TRUE(instant) << text;
    EXPECT_EQ(instant->str(), expected) << text;
  }
}

TEST(HttpDateTest, GivesNothingForAnythingElse) {
  for (const char* text :
       {"", "0", "-1", "now", "2026-02-03T08:09:10Z", "Tue, 03 Feb 2026 08:09:10 CET",
        "Tue, 03 Feb 2026 08:09:10 +0100", "Tue, 30 Feb 2026 08:09:10 GMT",
        "Tue, 03 Fev 2026 08:09:10 GMT", "Tue, 03 Feb 2026 24:00:00 GMT",
        "Tue, 03 Feb 2026 8:09:10 GMT", "Tue, 03 Feb 2026 08:09 GMT",
        "Tue, x3 Feb 2026 08:09:10 GMT", "Tue, 03 Feb 99999999999 08:09:10 GMT",
        "Tue, 03 Feb 2026 08:09:10 GMT and then some more"})
    EXPECT_FALSE(parse_http_date(text)) << text;
  EXPECT_FALSE(parse_http_date(std::string(100000, ' ')));
}

TEST(HttpDateTest, WritesThePreferredForm) {
  for (const char* text : {"Tue, 03 Feb 2026 08:09:10 GMT", "Sun, 06 Nov 1994 08:49:37 GMT",
                           "Thu, 01 Jan 1970 00:00:00 GMT", "Wed, 31 Dec 1969 23:59:59 GMT"})
    EXPECT_EQ(to_http_date(*parse_http_date(text)), text);
}

}  // namespace
}  // namespace vectora::http
