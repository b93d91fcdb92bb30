// Environments through the program itself: what vectora.yaml says of them, a
// workspace's configuration brought there, commands that act on it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/three_environments.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Environments = EnvironmentsTest;

TEST_F(Environments, AreListedAndShownWithWhatTheyInherit) {
  const Answer list = run({"env", "list"});
  EXPECT_EQ(list.exit_code, 0) << list.err;
  const std::vector<std::string> lines = lines_of(list.out);
  ASSERT_EQ(lines.size(), 4u) << list.out;
  EXPECT_THAT(lines[0], HasSubstr("dev    file://"));
  EXPECT_THAT(lines[1], HasSubstr("configured by this folder  default"));
  EXPECT_THAT(lines[2], HasSubstr("prod   file://"));
  EXPECT_THAT(lines[2], HasSubstr("protected"));
  const Json stage = json({"env", "show", "stage"});
  EXPECT_EQ(stage["version"], 1);
  EXPECT_EQ(stage["buckets"]["lambda-code"], "vectora-ebus-lambda-code-stage");
  EXPECT_EQ(stage["config"], "bucket");
  EXPECT_TRUE(stage["release"].is_null());
  EXPECT_EQ(json({"env", "show", "prod"})["soak_days"], 14);
  const Answer slip = run({"env", "show", "stag"});
  EXPECT_EQ(slip.exit_code, 2);
  EXPECT_THAT(slip.err, HasSubstr("did you mean 'stage'?"));
}

TEST_F(Environments, FlagsWinOverTheVariableOverTheDefault) {
  const Options variable{.variables = {{"VECTORA_ENV", "dev"}}};
  EXPECT_THAT(run({"env", "show"}).out, HasSubstr("\"name\": \"local\""));
  EXPECT_THAT(run({"env", "show"}, variable).out, HasSubstr("\"name\": \"dev\""));
  EXPECT_THAT(run({"env", "show", "--env", "stage"}, variable).out,
              HasSubstr("\"name\": \"stage\""));
}

TEST_F(Environments, TheDoctorSaysWhatToDo) {
  const Answer empty = run({"env", "doctor", "dev"});
  EXPECT_EQ(empty.exit_code, 0) << empty.err;
  EXPECT_THAT(empty.out, HasSubstr("warning  release: none yet"));
  EXPECT_THAT(empty.out, HasSubstr("`vectora sync --env dev`"));
  expect_code({"sync", "--env", "dev"}, 0);
  const Json json = this->json({"env", "doctor", "dev"});
  EXPECT_EQ(json["ok"], true);
  for (const Json& finding : json["findings"]) EXPECT_EQ(finding["status"], "ok") << finding;
}

TEST_F(Environments, AnEnvironmentWithoutConfigurationSaysHowToFillIt) {
  const Answer empty = run({"run", "--env", "dev", "--replay", "capture"});
  EXPECT_EQ(empty.exit_code, 2);
  EXPECT_THAT(empty.err, HasSubstr("`vectora sync --env dev`"));
}

TEST_F(Environments, EveryCommandActsOnTheOneThatIsNamed) {
  expect_code({"sync", "--env", "dev"}, 0);
  // What is in the workspace now concerns `local` alone.
  workspace_.write(kToyClientFile, "client_profile: {}\n");
  expect_code({"validate"}, 2);
  expect_code({"validate", "--env", "dev"}, 0);
  EXPECT_THAT(run({"client", "list", "--env", "dev"}).out, HasSubstr(kToyClient));
  EXPECT_EQ(json({"client", "show", kToyClient, "--env", "dev"})["file"],
            "clients/ebus_weekly.yaml");
  expect_code({"source", "list", "--env", "dev"}, 0);
  expect_code({"run", "--env", "dev", "--replay", "capture", "--client", kToyClient}, 0);
  EXPECT_TRUE(std::filesystem::exists(bucket("newsletters", "dev") / kToyClient));
  EXPECT_FALSE(std::filesystem::exists(bucket("newsletters", "local")));
}

TEST_F(Environments, ASyncIsShownRecordedAndDoneOnce) {
  const Answer dry = run({"sync", "--env", "dev", "--dry-run"});
  EXPECT_EQ(dry.exit_code, 0) << dry.err;
  EXPECT_THAT(dry.out, HasSubstr("+ clients/ebus_weekly.yaml\n"));
  EXPECT_THAT(read_tree(workspace_.path() / ".vectora/dev"), IsEmpty());
  const Json synced = json({"sync", "--env", "dev", "--reason", "the first"});
  EXPECT_EQ(synced["environment"], "dev");
  EXPECT_TRUE(synced["before"].is_null());
  const Tree before = read_tree(workspace_.path() / ".vectora/dev");
  EXPECT_TRUE(json({"sync", "--env", "dev"})["changes"].empty());
  EXPECT_EQ(differences(read_tree(workspace_.path() / ".vectora/dev"), before),
            std::vector<std::string>());
  const Answer history = run({"history", "dev"});
  EXPECT_THAT(history.out, HasSubstr("  sync  done  none -> "));
  EXPECT_THAT(history.out, HasSubstr("the first"));
  EXPECT_EQ(testing::read_file(bucket("config", "dev") / "clients/ebus_weekly.yaml"),
            testing::read_file(workspace_.path() / kToyClientFile));
}

TEST_F(Environments, AClientsVersionMustRiseWithItsContent) {
  expect_code({"sync", "--env", "dev"}, 0);
  change_client();
  const Answer refused = run({"sync", "--env", "dev"});
  EXPECT_EQ(refused.exit_code, 2) << refused.out;
  EXPECT_THAT(refused.err, HasSubstr("clients/production/ebus_weekly.yaml:"));
  EXPECT_THAT(refused.err, HasSubstr("`vectora client bump ebus_weekly`"));
  EXPECT_EQ(run({"client", "bump", kToyClient, "--minor"}).out,
            "clients/production/ebus_weekly.yaml: 1.0.0 -> 1.1.0\n");
  const Answer synced = run({"sync", "--env", "dev"});
  EXPECT_EQ(synced.exit_code, 0) << synced.err;
  EXPECT_THAT(synced.out, HasSubstr("    ~ client_profile.version: 1.0.0 -> 1.1.0\n"));
  EXPECT_THAT(synced.out, HasSubstr("    ~ pipeline.default_period_days: 14 -> 21\n"));
  expect_code({"client", "bump", "ebus_weakly"}, 2);
}

TEST_F(Environments, AnInvalidWorkspaceChangesNothing) {
  expect_code({"sync", "--env", "dev"}, 0);
  const Tree before = read_tree(workspace_.path() / ".vectora/dev");
  workspace_.replace(kToyClientFile, "default_period_days: 14", "default_period_dais: 14");
  const Answer refused = run({"sync", "--env", "dev"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("did you mean 'default_period_days'?"));
  EXPECT_EQ(differences(read_tree(workspace_.path() / ".vectora/dev"), before),
            std::vector<std::string>());
  expect_code({"sync", "--env", "local"}, 2);
}

TEST_F(Environments, AProtectedOneIsAskedForByName) {
  const Answer unnamed = run({"sync", "--env", "prod", "--yes"});
  EXPECT_EQ(unnamed.exit_code, 2);
  EXPECT_THAT(unnamed.err, HasSubstr("--confirm prod"));
  EXPECT_THAT(read_tree(workspace_.path() / ".vectora/prod"), IsEmpty());
  expect_code({"sync", "--env", "prod", "--confirm", "prod"}, 0);
}

TEST_F(Environments, OnlyPruningRemovesAndItAsks) {
  add_toy_client(workspace_, "ebus_monthly");
  expect_code({"sync", "--env", "dev"}, 0);
  std::filesystem::remove(workspace_.path() / "clients/production/ebus_monthly.yaml");
  const Answer kept = run({"sync", "--env", "dev"});
  EXPECT_THAT(kept.err,
              HasSubstr("clients/ebus_monthly.yaml is only in 'dev'; --prune removes it"));
  EXPECT_THAT(run({"client", "list", "--env", "dev"}).out, HasSubstr("ebus_monthly"));
  expect_code({"sync", "--env", "dev", "--prune"}, 2);
  expect_code({"sync", "--env", "dev", "--prune", "--yes"}, 0);
  EXPECT_THAT(run({"client", "list", "--env", "dev"}).out, Not(HasSubstr("ebus_monthly")));
}

TEST_F(Environments, ASyncKilledAnywhereIsFinishedByTheNext) {
  expect_code({"sync", "--env", "dev"}, 0);
  change_client();
  expect_code({"client", "bump", kToyClient}, 0);
  const auto is_under_way = [this] {
    return std::filesystem::exists(bucket("data", "dev") / "journal/configuration.json");
  };
  const Answer killed = run({"sync", "--env", "dev"}, {.kill_when = is_under_way});
  const Answer list = run({"client", "list", "--env", "dev"});
  EXPECT_EQ(list.exit_code, 0) << list.err;
  expect_code({"sync", "--env", "dev"}, 0);
  EXPECT_FALSE(is_under_way());
  EXPECT_FALSE(std::filesystem::exists(bucket("data", "dev") / "locks/configuration.json"));
  EXPECT_TRUE(json({"sync", "--env", "dev"})["changes"].empty());
}

}  // namespace
}  // namespace vectora::e2e
