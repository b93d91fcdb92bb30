#include "vectora/ops/promotion/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/ops/history.h"
#include "vectora/ops/test_environment.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;

config::Files toy_release(const std::string& version, const std::string& period) {
  config::Files files = config::toy_files();
  std::string client = files.at("clients/production/ebus_weekly.yaml");
  client = config::changed(client, "version: 1.0.0", "version: " + version);
  client = config::changed(client, "default_period_days: 14", "default_period_days: " + period);
  std::erase_if(files, [](const auto& file) { return !file.first.starts_with("canonical/"); });
  files["clients/ebus_weekly.yaml"] = client;
  return files;
}

class GateTest : public ::testing::Test {
 protected:
  // "gate verdict: why" of one gate.
  std::string ask(const std::string& name) {
    candidate_.before_loaded = config::load_workspace(candidate_.before.files);
    candidate_.after_loaded = config::load_workspace(candidate_.after.files);
    candidate_.before.digest = sha256("before");
    candidate_.after.digest = sha256("after");
    for (const GateResult& result : ask_gates(standard_gates(), candidate_))
      if (result.gate == name) return std::string(to_string(result.verdict)) + ": " + result.why;
    return "there is no gate " + name;
  }

  void remember(std::string_view at, const Digest& after, const std::string& outcome = "done") {
    HistoryEntry entry;
    entry.at = *Instant::parse(at);
    entry.after = after;
    entry.outcome = outcome;
    ASSERT_TRUE(record(*stage_.buckets.config, entry));
  }

  Environment stage_ = memory_environment("stage");
  Environment prod_ = memory_environment("prod");
  Candidate candidate_{stage_,
                       prod_,
                       {toy_release("1.0.0", "14"), {}, true},
                       {toy_release("1.1.0", "21"), {}, true},
                       {},
                       {},
                       {},
                       {},
                       0,
                       *Instant::parse("2026-11-21T09:00:00Z")};
};

TEST_F(GateTest, AValidConfigurationPasses) {
  EXPECT_EQ(ask("validate"), "passed: the market pack and 1 client are valid");
}

TEST_F(GateTest, AnInvalidOneIsRefusedWithItsPlace) {
  candidate_.after.files["clients/ebus_weekly.yaml"] += "no_such_key: 1\n";
  EXPECT_THAT(ask("validate"), HasSubstr("refused: clients/ebus_weekly.yaml:"));
  EXPECT_THAT(ask("validate"), HasSubstr("no_such_key"));
  candidate_.after.files = {};
  EXPECT_THAT(ask("validate"), HasSubstr("refused: "));
}

TEST_F(GateTest, AClientThatChangedNeedsAHigherVersion) {
  EXPECT_THAT(ask("versions"), HasSubstr("passed"));
  candidate_.after.files = toy_release("1.0.0", "21");
  EXPECT_THAT(ask("versions"), HasSubstr("refused: clients/ebus_weekly.yaml:"));
}

TEST_F(GateTest, APlanMustHaveComparedWhatIsThereNow) {
  EXPECT_THAT(ask("plan"), HasSubstr("skipped: no plan was given"));
  candidate_.plan = Json{{"before", sha256("before").str()}, {"after", sha256("after").str()}};
  EXPECT_EQ(ask("plan"), "passed: the plan compared what is there now");
  (*candidate_.plan)["before"] = sha256("older").str();
  EXPECT_THAT(ask("plan"), HasSubstr("refused: the plan is stale: 'prod' was sha256:"));
  candidate_.plan = Json{{"before", sha256("before").str()}};
  EXPECT_THAT(ask("plan"), HasSubstr("refused: the file names no two configurations"));
}

TEST_F(GateTest, TheSoakTimeCountsFromTheLastChangeWithoutABreak) {
  EXPECT_EQ(ask("soak"), "passed: no soak time is asked for");
  candidate_.soak_days = 14;
  EXPECT_THAT(ask("soak"), HasSubstr("refused: 'stage' has no record of this configuration"));
  const Digest after = sha256("after");
  remember("2026-10-01T09:00:00Z", after);
  remember("2026-10-20T09:00:00Z", sha256("another"));
  remember("2026-11-07T09:00:01Z", after);
  EXPECT_EQ(ask("soak"),
            "refused: in 'stage' since 2026-11-07T09:00:01Z, 14 days are over at "
            "2026-11-21T09:00:01Z");
  candidate_.now = *Instant::parse("2026-11-21T09:00:01Z");
  EXPECT_THAT(ask("soak"), HasSubstr("passed: in 'stage' since 2026-11-07T09:00:01Z"));
  // What was refused or undone changed nothing.
  remember("2026-11-20T09:00:00Z", sha256("another"), "undone");
  EXPECT_THAT(ask("soak"), HasSubstr("passed"));
}

TEST_F(GateTest, AGateThatFailsToLookRefuses) {
  const Gate broken{"broken", [](const Candidate&) -> Result<GateResult> {
                      return Error{ErrorCode::kIo, "no answer"};
                    }};
  const auto results = ask_gates({broken}, candidate_);
  ASSERT_EQ(results.size(), 1u);
  EXPECT_EQ(results[0].gate, "broken");
  EXPECT_EQ(results[0].verdict, Verdict::kRefused);
  EXPECT_EQ(results[0].why, "no answer");
}

}  // namespace
}  // namespace vectora::ops
