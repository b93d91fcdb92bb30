#include "vectora/page/article/url_date.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

TEST(UrlDateTest, ReadsCompleteDaysAlone) {
  const struct {
    std::string_view path;
    std::string_view day;  // empty: none
  } cases[] = {
      {"/2026/02/03/title", "2026-02-03"},
      {"/news/2026-2-3-title", "2026-02-03"},
      {"/2026/feb/03/title", "2026-02-03"},
      {"/2026/September/30/x", "2026-09-30"},
      {"/a/20260203/b", "2026-02-03"},
      {"/a-20260203-p60bhj.html", "2026-02-03"},
      {"/a/20260203101500", "2026-02-03"},
      {"/2026/02/title", ""},        // a month is no day
      {"/2026/13/03/", ""},          // no such month
      {"/2026/02/30/", ""},          // no such day
      {"/id/12345678", ""},          // a number
      {"/id/1920260203", ""},        // a longer number
      {"/1066/10/14/hastings", ""},  // before there were pages
      {"/archive/20130217080612/http://a.example/2012/08/04/x", "2012-08-04"},
      {"", ""},
  };
  for (const auto& c : cases) {
    const std::optional<Date> day = date_in_path(c.path);
    EXPECT_EQ(day ? day->str() : "", c.day) << c.path;
  }
}

}  // namespace
}  // namespace vectora::page
