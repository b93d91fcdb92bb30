#include "vectora/pipeline/source_state.h"

#include <gtest/gtest.h>

namespace vectora::pipeline {
namespace {

Instant at(int64_t seconds) { return Instant::from_unix(seconds); }

SourceState state(int64_t requests, int64_t visited, const std::string& error) {
  SourceState made;
  made.requests = requests;
  made.not_modified = requests / 2;
  made.last_error = error;
  (error.empty() ? made.last_success : made.last_failure) = at(visited);
  return made;
}

TEST(SourceStateTest, AVisitAloneLeavesWhatItFound) {
  const SourceState before = state(4, 100, "");
  const SourceState after = state(6, 200, "status: 503");
  EXPECT_EQ(merged(before, {before, after}), after);
  EXPECT_EQ(merged({}, {{}, after}), after);
}

TEST(SourceStateTest, VisitsSideBySideAddUpAndTheLaterStands) {
  const SourceState before = state(4, 100, "");
  const SourceState early = state(6, 200, "status: 503");
  const SourceState late = state(8, 300, "");
  for (const SourceState& both : {merged(early, {before, late}), merged(late, {before, early})}) {
    EXPECT_EQ(both.requests, 10);
    EXPECT_EQ(both.not_modified, 5);
    EXPECT_EQ(both.last_error, "");
    EXPECT_EQ(both.last_success, at(300));
  }
}

TEST(SourceStateTest, SavingAddsToWhatIsStored) {
  const auto data = store::open_memory();
  const SourceKey key("press_one");
  const SourceState before = state(4, 100, "");
  ASSERT_TRUE(save_source_state(*data, key, {{}, before}));
  ASSERT_TRUE(save_source_state(*data, key, {before, state(8, 300, "")}));
  ASSERT_TRUE(save_source_state(*data, key, {before, state(6, 200, "dns")}));
  const auto stored = load_source_state(*data, key);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->requests, 10);
  EXPECT_EQ(stored->last_success, at(300));
}

}  // namespace
}  // namespace vectora::pipeline
