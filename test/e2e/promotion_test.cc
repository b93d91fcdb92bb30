// Promotions through the program itself, on three environments.
#include "test/e2e/three_environments.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class PromotionTest : public EnvironmentsTest {
 protected:
  // dev and stage have the toy market, and stage a capture of its own.
  PromotionTest() {
    expect_code({"sync", "--env", "dev"}, 0);
    expect_code({"promote", "dev", "stage"}, 0);
    expect_code({"run", "--env", "stage", "--replay", "capture"}, 0);
  }

  void sync_change() {
    change_client();
    expect_code({"client", "bump", kToyClient}, 0);
    expect_code({"sync", "--env", "dev"}, 0);
  }

  // By hand, past every check: flat keys instead of a release.
  void break_dev() {
    const auto config = bucket("config", "dev");
    std::filesystem::remove_all(config / "release");
    const std::string file = ".vectora/dev/vectora-ebus-config-dev/clients/ebus_weekly.yaml";
    workspace_.replace(file, "version: 1.0.0", "version: 1.0.1");
    workspace_.replace(file, "bus_battery_market]", "no_such_domain]");
  }
};

TEST_F(PromotionTest, AGoodOneArrivesAndIsRecorded) {
  sync_change();
  const Answer dry = run({"promote", "dev", "stage", "--dry-run"});
  EXPECT_EQ(dry.exit_code, 0) << dry.err;
  EXPECT_THAT(dry.out, HasSubstr("~ pipeline.default_period_days: 14 -> 21"));
  const Tree before = state("stage");
  const Json report = json({"promote", "dev", "stage", "--reason", "three weeks"});
  EXPECT_EQ(report["outcome"], "done") << report;
  EXPECT_EQ(report["smoke"]["after"][0]["client_id"], kToyClient);
  EXPECT_NE(state("stage"), before);
  EXPECT_EQ(testing::read_file(bucket("config", "stage") / "clients/ebus_weekly.yaml"),
            testing::read_file(workspace_.path() / kToyClientFile));
  EXPECT_THAT(run({"history", "stage"}).out, HasSubstr("three weeks"));
  EXPECT_EQ(json({"promote", "dev", "stage"})["outcome"], "nothing to do");
}

TEST_F(PromotionTest, ABrokenOneIsRefusedThenOverriddenThenUndone) {
  break_dev();
  const Tree before = state("stage");
  const Answer refused = run({"promote", "dev", "stage"});
  EXPECT_EQ(refused.exit_code, 4) << refused.out << refused.err;
  EXPECT_THAT(refused.out, HasSubstr("| validate | refused | clients/ebus_weekly.yaml:"));
  EXPECT_EQ(differences(state("stage"), before), std::vector<std::string>());
  const Answer undone =
      run({"promote", "dev", "stage", "--override", "validate", "--reason", "we know"});
  EXPECT_EQ(undone.exit_code, 1) << undone.out << undone.err;
  EXPECT_THAT(undone.err, HasSubstr("undone, 'stage' is as before: smoke run: the configuration"));
  EXPECT_THAT(undone.out, HasSubstr("refused, overridden: we know"));
  EXPECT_EQ(differences(state("stage"), before), std::vector<std::string>());
  const Answer history = run({"history", "stage"});
  EXPECT_THAT(history.out, HasSubstr("  promote  undone  "));
  EXPECT_THAT(history.out, HasSubstr("  promote  refused  "));
  expect_code({"run", "--env", "stage", "--replay", "latest"}, 0);
}

TEST_F(PromotionTest, ARollbackBringsBackTheConfigurationAndLeavesTheRest) {
  const Tree before = state("stage");
  sync_change();
  const Json report = json({"promote", "dev", "stage"});
  EXPECT_NE(string_member(report, "snapshot"), "");
  expect_code({"run", "--env", "stage", "--replay", "latest"}, 0);
  const Answer dry = run({"rollback", "stage", "--dry-run"});
  EXPECT_EQ(dry.exit_code, 0) << dry.err;
  EXPECT_THAT(dry.out, HasSubstr("~ pipeline.default_period_days: 21 -> 14"));
  const Json back = json({"rollback", "stage", "--reason", "too long"});
  EXPECT_EQ(back["to"], report["snapshot"]);
  const Tree after = state("stage");
  for (const auto& [name, bytes] : before)
    if (name.find("-config-stage/") != std::string::npos &&
        name.find("/release/objects/") == std::string::npos) {
      EXPECT_EQ(after.at(name), bytes) << name;
    }
  EXPECT_GT(after.size(), before.size()) << "the second run's record stays";
  EXPECT_THAT(run({"history", "stage"}).out, HasSubstr("  rollback  done  "));
  EXPECT_THAT(run({"history", "stage"}).out, HasSubstr("too long"));
}

TEST_F(PromotionTest, ARollbackNeedsSomethingToGoBackTo) {
  const Answer nothing = run({"rollback", "dev"});
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_THAT(nothing.err, HasSubstr("name one with --to"));
  EXPECT_EQ(run({"rollback", "stage", "--to", "no-such"}).exit_code, 2);
  EXPECT_EQ(run({"rollback", "prod"}).exit_code, 2);
}

TEST_F(PromotionTest, ProdIsAskedForByNameAndAfterTheSoakTime) {
  EXPECT_EQ(run({"promote", "stage", "prod", "--yes"}).exit_code, 2);
  const Answer early = run({"promote", "stage", "prod", "--confirm", "prod"});
  EXPECT_EQ(early.exit_code, 4);
  EXPECT_THAT(early.err, HasSubstr("soak: in 'stage' since "));
  EXPECT_THAT(state("prod"), IsEmpty());
  const Answer done = run({"promote", "stage", "prod", "--confirm", "prod", "--override", "soak",
                           "--reason", "the fair opens tomorrow"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(run({"client", "list", "--env", "prod"}).out, HasSubstr(kToyClient));
}

TEST_F(PromotionTest, WhatMakesNoSenseIsRefusedBeforeAnythingIsAsked) {
  const struct {
    std::vector<std::string> arguments;
    std::string message;
  } cases[] = {
      {{"promote", "dev", "prod"}, "one step at a time"},
      {{"promote", "stage", "dev"}, "`vectora sync --env dev`"},
      {{"promote", "dev", "stag"}, "did you mean 'stage'?"},
      {{"promote", "dev", "stage", "--override", "soak"}, "needs a --reason"},
      {{"promote", "dev", "stage", "--override", "soaky", "--reason", "x"}, "did you mean 'soak'?"},
      {{"promote", "dev", "stage", "--plan", "no_such_file"},
       "--plan no_such_file: cannot be read"},
      {{"promote", "dev", "stage", "--plan", "vectora.yaml"}, "--plan vectora.yaml: "},
  };
  for (const auto& c : cases) {
    const Answer answer = run(c.arguments, {.folder = workspace_.path()});
    EXPECT_EQ(answer.exit_code, 2) << c.message;
    EXPECT_THAT(answer.err, HasSubstr(c.message));
  }
}

TEST_F(PromotionTest, AStalePlanIsRefused) {
  const Json now = json({"promote", "dev", "stage", "--dry-run"});
  workspace_.write("plan.json", to_json_text({{"before", now["before"]}, {"after", now["after"]}}));
  sync_change();
  const Answer stale =
      run({"promote", "dev", "stage", "--plan", (workspace_.path() / "plan.json").string()});
  EXPECT_EQ(stale.exit_code, 4) << stale.out;
  EXPECT_THAT(stale.err, HasSubstr("plan: the plan is stale: 'dev' was sha256:"));
}

TEST_F(PromotionTest, TheInventoryTellsBothSides) {
  change_client();
  std::filesystem::create_directories(bucket("data", "stage") / "normalized/old");
  workspace_.write(".vectora/stage/vectora-ebus-data-stage/normalized/old/items.json", "[]");
  const Json inventory = json({"inventory", "--env", "stage"});
  EXPECT_EQ(inventory["configuration"]["clients/ebus_weekly.yaml"], "differs");
  EXPECT_EQ(inventory["clients"][kToyClient]["runs"], 1);
  EXPECT_EQ(inventory["clients"][kToyClient]["newsletters"], 1);
  EXPECT_EQ(inventory["unmanaged"]["data/normalized/"]["objects"], 1);
  EXPECT_THAT(run({"inventory", "--env", "stage"}).out, HasSubstr("managed by nobody"));
}

}  // namespace
}  // namespace vectora::e2e
