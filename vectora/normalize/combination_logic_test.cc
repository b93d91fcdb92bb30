#include <gtest/gtest.h>

#include "vectora/normalize/gate.h"

namespace vectora::normalize {
namespace {

std::vector<SignalGroup> groups() {
  std::vector<SignalGroup> groups(3);
  groups[0].id = "core";
  groups[1].id = "technology";
  groups[2].id = "trade-mark";
  return groups;
}

TEST(CombinationLogicTest, CombinesGroupsWithAndBeforeOr) {
  const struct {
    const char* expression;
    std::vector<bool> matched;
    bool holds;
  } cases[] = {
      {"core", {true, false, false}, true},
      {"core AND technology", {true, false, false}, false},
      {"core OR technology", {false, true, false}, true},
      {"core OR technology AND trade-mark", {true, false, false}, true},
      {"(core OR technology) AND trade-mark", {true, false, false}, false},
      {"(core or technology) and trade-mark", {false, true, true}, true},
      {"((core))", {true, false, false}, true},
      {"", {false, false, true}, true},
      {"", {false, false, false}, false},
  };
  for (const auto& c : cases) {
    const Result<CombinationLogic> logic = CombinationLogic::compile(c.expression, groups());
    ASSERT_TRUE(logic) << c.expression << ": " << logic.error().message;
    EXPECT_EQ(logic->holds(c.matched), c.holds) << c.expression;
  }
}

TEST(CombinationLogicTest, SaysWhereAnExpressionIsWrong) {
  const struct {
    const char* expression;
    const char* message;
    ErrorCode code;
  } cases[] = {
      {"core AND", "column 9: a group is missing at the end", ErrorCode::kMalformed},
      {"AND core", "column 1: a group is expected, not 'AND'", ErrorCode::kMalformed},
      {"core technology", "column 6: unexpected 'technology'", ErrorCode::kMalformed},
      {"(core", "column 6: ')' is missing", ErrorCode::kMalformed},
      {"core)", "column 5: unexpected ')'", ErrorCode::kMalformed},
      {"core & technology", "column 6: unexpected '&'", ErrorCode::kMalformed},
      {"core OR kore", "column 9: no group 'kore'", ErrorCode::kNotFound},
  };
  for (const auto& c : cases) {
    const Result<CombinationLogic> logic = CombinationLogic::compile(c.expression, groups());
    ASSERT_FALSE(logic) << c.expression;
    EXPECT_EQ(logic.error().message, c.message);
    EXPECT_EQ(logic.error().code, c.code);
  }
}

TEST(CombinationLogicTest, BoundsItsDepth) {
  EXPECT_FALSE(CombinationLogic::compile(std::string(5000, '('), groups()));
}

}  // namespace
}  // namespace vectora::normalize
