#include "vectora/normalize/outcome.h"

#include <gtest/gtest.h>

#include <set>

namespace vectora::normalize {
namespace {

TEST(OutcomeTest, EveryKindHasItsOwnName) {
  std::set<std::string_view> names;
  for (const OutcomeKind kind : kAllOutcomes) names.insert(to_string(kind));
  EXPECT_EQ(names.size(), std::size(kAllOutcomes));
  EXPECT_EQ(to_string(OutcomeKind::kExcludedBy), "excluded_by");
  EXPECT_EQ(to_string(OutcomeKind::kSelected), "selected");
}

}  // namespace
}  // namespace vectora::normalize
