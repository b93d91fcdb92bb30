// Same captures, same configuration, same clock: same bytes. And: a market is YAML.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

const std::vector<std::string> kReplay = {"run", "--replay", "example/capture", "--as-of",
                                          kExampleDay};

TEST(Determinism, TwoRunsInTwoWorkspacesLeaveTheSameBytes) {
  const Workspace first = fresh_workspace();
  ASSERT_EQ(first.vectora(kReplay).exit_code, 0);
  const Tree once = first.store();
  EXPECT_GT(once.size(), 20U);

  ASSERT_EQ(first.vectora(kReplay).exit_code, 0);
  EXPECT_THAT(differences(once, first.store()), IsEmpty()) << "of a second run";

  const Workspace second = fresh_workspace();
  const Options elsewhere{.variables = {{"TZ", "Pacific/Auckland"}, {"LC_ALL", "tr_TR.UTF-8"}}};
  ASSERT_EQ(second.vectora(kReplay, elsewhere).exit_code, 0);
  EXPECT_THAT(differences(once, second.store()), IsEmpty()) << "of a second workspace";
}

TEST(Determinism, StepsTakenOneByOneEndInTheSameNewsletter) {
  const Workspace at_once = toy_workspace();
  ASSERT_EQ(at_once.vectora({"run", "--replay", "capture", "--as-of", kToyDay}).exit_code, 0);
  const Workspace in_steps = toy_workspace();
  ASSERT_EQ(in_steps.vectora({"ingest", "--replay", "capture", "--as-of", kToyDay}).exit_code, 0);
  ASSERT_EQ(in_steps.vectora({"normalize", "--as-of", kToyDay}).exit_code, 0);
  ASSERT_EQ(in_steps.vectora({"newsletter", "--target-date", kToyDay}).exit_code, 0);
  EXPECT_EQ(selected_items(in_steps.newsletter(kToyClient, kToyDay)),
            selected_items(at_once.newsletter(kToyClient, kToyDay)));
  EXPECT_EQ(in_steps.json("data", "curated/ebus_weekly/2026/01/14/items.json"),
            at_once.json("data", "curated/ebus_weekly/2026/01/14/items.json"));
}

TEST(SecondMarket, RunsFromYamlAloneAndSelects) {
  const Workspace workspace = toy_workspace();
  const Answer run = workspace.vectora({"run", "--replay", "capture"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  expect_balanced(workspace.record(kToyClient), 3);
  EXPECT_THAT(selected_items(workspace.newsletter(kToyClient, kToyDay)), Not(IsEmpty()));
}

TEST(SecondMarket, KnowsNothingOfTheFirst) {
  const Workspace workspace = toy_workspace();
  ASSERT_EQ(workspace.vectora({"run", "--replay", "capture"}).exit_code, 0);
  for (const auto& [name, bytes] : workspace.store())
    for (const char* word : {"injectable", "clinical trial", "lai_"})
      EXPECT_THAT(bytes, Not(::testing::HasSubstr(word))) << name;
}

}  // namespace
}  // namespace vectora::e2e
