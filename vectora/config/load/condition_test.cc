#include "vectora/config/load/condition.h"

#include <gtest/gtest.h>

namespace vectora::config {
namespace {

// "a&2*b | c", or the error.
std::string dump(std::string_view expression) {
  const Result<Alternatives> parsed = parse_condition(expression);
  if (!parsed.ok()) return parsed.error().message;
  std::string out;
  for (const auto& counts : *parsed) {
    out += out.empty() ? "" : " | ";
    for (const NamedCount& count : counts) {
      if (&count != &counts.front()) out += "&";
      out += (count.count == 1 ? "" : std::to_string(count.count) + "*") + count.name;
    }
  }
  return out;
}

TEST(Condition, IsMultipliedOut) {
  const struct {
    std::string expression;
    std::string alternatives;
  } cases[] = {
      {"a", "a"},
      {"a AND b OR c", "a&b | c"},
      {"a and (b or c)", "a&b | a&c"},
      {"(a OR b) AND (c OR d)", "a&c | a&d | b&c | b&d"},
      {"(a AND entity) OR (2*b AND entity) OR t", "a&entity | 2*b&entity | t"},
      {"", "column 1: expected a name"},
      {"a AND", "column 6: expected a name"},
      {"a b", "column 3: expected AND or OR"},
      {"(a", "column 3: expected ')'"},
      {"a)", "column 2: expected AND or OR"},
      {"2 a", "column 3: expected '*' after a number"},
      {"a & b", "column 3: expected AND or OR"},
      {std::string(100, '('), "column 34: more than 32 parentheses"},
  };
  for (const auto& c : cases) EXPECT_EQ(dump(c.expression), c.alternatives) << c.expression;
}

TEST(Condition, IsBounded) {
  std::string expression = "(a OR b)";
  for (int i = 0; i < 20; ++i) expression += " AND (a OR b)";
  EXPECT_EQ(dump(expression), "more than 64 alternatives");
}

}  // namespace
}  // namespace vectora::config
