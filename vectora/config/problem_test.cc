#include "vectora/config/problem.h"

#include <gtest/gtest.h>

namespace vectora::config {
namespace {

TEST(Problem, SaysWhereWhatAndWhatToDo) {
  const ConfigRef where{"clients/a.yaml", 42, 7, "newsletter_layout.sections[2].max_itmes"};
  const Problem problem{Severity::kError, where, "unknown key 'max_itmes'",
                        "did you mean 'max_items'?"};
  EXPECT_EQ(to_string(problem),
            "clients/a.yaml:42:7 newsletter_layout.sections[2].max_itmes: unknown key "
            "'max_itmes'; did you mean 'max_items'?");
}

TEST(Problem, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_string({Severity::kError, {}, "no clients", ""}), "no clients");
  EXPECT_EQ(to_string({Severity::kError, {"vectora.yaml", 0, 0, ""}, "missing", "run init"}),
            "vectora.yaml: missing; run init");
}

TEST(Problem, AWarningIsNoError) {
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({{Severity::kWarning, {}, "inert", ""}}));
  EXPECT_TRUE(has_errors({{Severity::kWarning, {}, "a", ""}, {Severity::kError, {}, "b", ""}}));
}

TEST(Nearest, FindsWhatWasMeantWithinTwoEdits) {
  const std::vector<std::string> keys = {"max_items", "min_score", "id", "priority", "title"};
  const struct {
    std::string word;
    std::string meant;
  } cases[] = {
      {"max_itmes", "max_items"},
      {"maxitems", "max_items"},
      {"mn_scor", "min_score"},
      {"prioritys", "priority"},
      {"colour", ""},
      {"ie", "id"},
      {"xy", ""},
      {"", ""},
      {std::string(10000, 'a'), ""},
  };
  for (const auto& c : cases) EXPECT_EQ(nearest(c.word, keys), c.meant) << c.word;
}

TEST(Nearest, TakesTheFirstOfEquals) { EXPECT_EQ(nearest("bat", {"cat", "hat"}), "cat"); }

}  // namespace
}  // namespace vectora::config
