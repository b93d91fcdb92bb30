#include "vectora/page/list/roles.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

TEST(Roles, AreReadFromTheWordsOfClassNames) {
  struct Case {
    std::string_view names;
    Roles roles;
  };
  const Case cases[] = {
      {"", 0},
      {"date", kDateRole},
      {"meta-date", kDateRole},
      {"module_date-text", kDateRole},
      {"NewsCard_title__zz1", kNewsRole | kTitleRole},
      {"mainNav", kOutRole},
      {"nav2", kOutRole},
      {"pagination", kOutRole | kPagerRole},
      {"card card--wide", 0},
      {"navigator-report", 0},
      {"candidate", 0},
      {"entry-title", kNewsRole | kTitleRole},
      {"td subject", kTitleRole},
      {"sidebar widget", kSideRole},
      {"visually-hidden", kHiddenRole},
      {"site-footer", kFrameRole},
  };
  for (const Case& c : cases) EXPECT_EQ(roles_of(c.names), c.roles) << c.names;
}

}  // namespace
}  // namespace vectora::page
