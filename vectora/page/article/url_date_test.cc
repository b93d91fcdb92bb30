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

TEST(UrlDateTest, ReadsTheFirstCompleteDay) {
  const struct {
    std::string_view path;
    std::string_view day;
  } cases[] = {
      {"/2026/02/03/2025/01/01", "2026-02-03"},
      {"/id/999/2026-02-03", "2026-02-03"},
      {"/2026-02/2026-02-03", "2026-02-03"},
      {"/2026_02_03/x", "2026-02-03"},
      {"/2026.02.03", "2026-02-03"},
      {"/2026/Feb/3", "2026-02-03"},
      {"/2026/febr/03", "2026-02-03"},
      {"/v2/2024/02/29", "2024-02-29"},
      {"/2023/02/29", ""},
      {"/2026/02/031", ""},
      {"/2026/02/003", ""},
      {"/2026/02/", ""},
      {"/2026/02", ""},
      {"/2026", ""},
      {"/2026/fib/03", ""},
      {"/1994/02/03", ""},
      {"/2050/02/03", ""},
      {"/202602", ""},
      {"/20261303", ""},
      {"/http/2026/02/03", "2026-02-03"},
  };
  for (const auto& c : cases) {
    const std::optional<Date> day = date_in_path(c.path);
    EXPECT_EQ(day ? day->str() : "", c.day) << c.path;
  }
}

TEST(UrlDateTest, LongPathsAreReadInOnePass) {
  EXPECT_FALSE(date_in_path(std::string(200'000, '1')));
  std::string path;
  while (path.size() < 200'000) path += "/2026/13";
  EXPECT_FALSE(date_in_path(path));
  EXPECT_TRUE(date_in_path(path + "/2026/12/13"));
}

}  // namespace
}  // namespace vectora::page
