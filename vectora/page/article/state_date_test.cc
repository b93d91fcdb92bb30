#include "vectora/page/article/state_date.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

std::string day_of(const std::string& html) {
  const Result<Dom> dom = Dom::parse(html);
  EXPECT_TRUE(dom);
  const auto found = read_state_date(*dom, {});
  return found ? found->day.str() : "none";
}

std::string script(std::string_view text) { return "<script>" + std::string(text) + "</script>"; }

TEST(StateDateTest, ReadsTheDataOfAPagesProgram) {
  const std::pair<std::string_view, std::string> cases[] = {
      {"an assignment",
       script(R"(window.state = {"id":7,"datePublished":"2026-02-03T09:00:00Z"})")},
      {"spaces", script(R"({"published_at" : "2026-02-03"})")},
      {"escaped quotes", script(R"(push("{\"publishedAt\":\"2026-02-03\"}"))")},
      {"keys without quotes", script(R"({publishDate:"2026-02-03"})")},
      {"an attribute", "<div data-page='{\"filler\":\"" + std::string(200, 'x') +
                           "\",\"datePublished\":\"2026-02-03\"}'></div>"},
      {"the same day twice", script(R"({"publishedAt":"2026-02-03T08:00:00Z"})") +
                                 script(R"({"datePublished":"2026-02-03T09:30:00Z"})")},
  };
  for (const auto& [what, html] : cases) EXPECT_EQ(day_of(html), "2026-02-03") << what;
}

TEST(StateDateTest, DatesThatDisagreeAreOfSeveralTexts) {
  EXPECT_EQ(day_of(script(R"([{"publishedAt":"2026-02-03"},{"publishedAt":"2026-02-04"}])")),
            "none");
}

TEST(StateDateTest, OtherMembersSayNothing) {
  for (const std::string_view text :
       {R"({"createdAt":"2026-02-03"})", R"({"dateModified":"2026-02-03"})",
        R"({"unpublishedAt":"2026-02-03"})", R"({"publishedAt":null})", R"({"publishedAt":""})",
        R"({"publishedAt":1})", R"({"publishedAt":"soon"})", R"({"publishedAt":"2026-02)", ":",
        R"(":")"}) {
    EXPECT_EQ(day_of(script(text)), "none") << text;
  }
}

}  // namespace
}  // namespace vectora::page
