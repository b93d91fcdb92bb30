#include "vectora/ops/promotion/promote.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/promotion/promotion_fixture.h"
#include "vectora/pipeline/capture.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Objects = std::map<std::string, std::string>;

class PromoteTest : public ::testing::Test {
 protected:
  PromoteTest() {
    fill(dev_, toy_release(), anna_);
    fill(stage_, toy_release(), anna_);
    EXPECT_TRUE(pipeline::import_capture(*stage_.buckets.data, kToyCapture));
    options_.take_snapshot = [this]() -> Result<std::string> {
      ++snapshots_;
      return std::string("before-promote");
    };
  }

  Result<PromotionReport> run() {
    pipeline::SilentObserver observer;
    return promote(dev_, stage_, anna_.get(), options_, observer);
  }

  PromotionReport promoted() {
    auto report = run();
    EXPECT_TRUE(report) << report.error().message;
    return report ? *std::move(report) : PromotionReport();
  }

  Environment dev_ = memory_environment("dev");
  Environment stage_ = memory_environment("stage");
  TestOperator anna_;
  PromoteOptions options_;
  int snapshots_ = 0;
};

TEST_F(PromoteTest, AGoodConfigurationArrivesWithAReport) {
  const config::Files next = toy_release_with("max_items_total: 10", "max_items_total: 5");
  fill(dev_, next, anna_);
  options_.why = "shorter issues";
  const PromotionReport report = promoted();
  EXPECT_EQ(report.outcome, Promotion::kDone) << report.because;
  EXPECT_EQ(seen(stage_), next);
  EXPECT_EQ(snapshots_, 1);
  ASSERT_TRUE(report.smoke);
  EXPECT_FALSE(report.smoke->capture.empty());
  ASSERT_EQ(report.smoke->after.size(), 1u);
  EXPECT_GT(report.smoke->after[0].items, 0);
  const auto history = read_history(*stage_.buckets.config, 1);
  ASSERT_TRUE(history);
  EXPECT_EQ(history->front().action, "promote");
  EXPECT_EQ(history->front().snapshot, "before-promote");
  EXPECT_EQ(history->front().why, "shorter issues");
  const auto markdown = stage_.buckets.config->get(history_key(history->front(), "md"));
  ASSERT_TRUE(markdown);
  EXPECT_EQ(markdown->bytes, report_markdown(report));
  EXPECT_THAT(markdown->bytes, HasSubstr("~ newsletter_selection.max_items_total: 10 -> 5"));
  EXPECT_THAT(markdown->bytes, HasSubstr("| ebus_weekly | "));
}

TEST_F(PromoteTest, TheSameConfigurationIsNothingToDo) {
  const Objects before = state(stage_);
  EXPECT_EQ(promoted().outcome, Promotion::kNothingToDo);
  EXPECT_EQ(state(stage_), before);
  EXPECT_EQ(snapshots_, 0);
}

TEST_F(PromoteTest, ADryRunAsksTheGatesAndWritesNothing) {
  fill(dev_, toy_release_with("max_items_total: 10", "max_items_total: 5"), anna_);
  options_.dry_run = DryRun::kYes;
  const auto before = objects_of(*stage_.buckets.config);
  EXPECT_EQ(promoted().outcome, Promotion::kAllowed);
  options_.soak_days = 14;
  EXPECT_EQ(promoted().outcome, Promotion::kRefused);
  EXPECT_EQ(objects_of(*stage_.buckets.config), before);
  EXPECT_EQ(snapshots_, 0);
}

// The second show: broken, refused, overridden, tried, undone.
TEST_F(PromoteTest, ABrokenOneIsRefusedThenOverriddenThenUndoneToTheByte) {
  config::Files broken = toy_release_with("max_items_total: 10", "max_items_total: 5");
  broken[kToyReleased] += "no_such_key: 1\n";
  fill(dev_, broken, anna_);
  const Objects before = state(stage_);
  const PromotionReport refused = promoted();
  EXPECT_EQ(refused.outcome, Promotion::kRefused);
  EXPECT_THAT(refused.because, HasSubstr("validate: clients/ebus_weekly.yaml:"));
  EXPECT_EQ(state(stage_), before);
  EXPECT_EQ(snapshots_, 0);

  anna_.pass(60);
  options_.overrides = {{"validate", "the key is for the next version"}};
  const PromotionReport undone = promoted();
  EXPECT_EQ(undone.outcome, Promotion::kUndone);
  EXPECT_THAT(undone.because, HasSubstr("smoke run: the configuration does not load"));
  EXPECT_EQ(state(stage_), before);
  EXPECT_EQ(snapshots_, 1);

  const auto history = read_history(*stage_.buckets.config, 2);
  ASSERT_TRUE(history);
  EXPECT_EQ((*history)[0].outcome, "undone");
  EXPECT_EQ((*history)[0].details["overrides"][0]["reason"], "the key is for the next version");
  EXPECT_EQ((*history)[1].outcome, "refused");
  EXPECT_THAT(report_markdown(undone), HasSubstr("refused, overridden: the key is for the next"));
}

TEST_F(PromoteTest, AnIssueThatWouldBeEmptyUndoesIt) {
  fill(dev_, toy_release_with("source_bouquets_enabled: [ebus_all]", "source_bouquets_enabled: []"),
       anna_);
  const Objects before = state(stage_);
  const PromotionReport report = promoted();
  EXPECT_EQ(report.outcome, Promotion::kUndone);
  EXPECT_THAT(report.because, HasSubstr("ebus_weekly: the issue would be empty; before it had "));
  EXPECT_EQ(state(stage_), before);
}

TEST_F(PromoteTest, WithoutACaptureOfItsOwnTheOthersIsTaken) {
  stage_ = memory_environment("stage");
  ASSERT_TRUE(pipeline::import_capture(*dev_.buckets.data, kToyCapture));
  const PromotionReport report = promoted();
  EXPECT_EQ(report.outcome, Promotion::kDone) << report.because;
  ASSERT_TRUE(report.smoke);
  EXPECT_FALSE(report.smoke->capture.empty());
  EXPECT_THAT(report.smoke->before, IsEmpty());
  EXPECT_EQ(seen(stage_), toy_release());
}

TEST_F(PromoteTest, WithoutAnyCaptureTheFilesAreLoaded) {
  stage_ = memory_environment("stage");
  const PromotionReport report = promoted();
  EXPECT_EQ(report.outcome, Promotion::kDone) << report.because;
  EXPECT_THAT(report_markdown(report), HasSubstr("No capture to replay"));
}

TEST_F(PromoteTest, OnlyTheNextStepIsTaken) {
  pipeline::SilentObserver observer;
  Environment prod = memory_environment("prod");
  Environment local = memory_environment("local");
  const struct {
    Environment& from;
    Environment& to;
  } cases[] = {{dev_, prod},  {stage_, dev_}, {prod, stage_},
               {local, dev_}, {dev_, dev_},   {dev_, local}};
  for (const auto& c : cases) {
    const auto report = promote(c.from, c.to, anna_.get(), options_, observer);
    ASSERT_FALSE(report) << c.from.name << " " << c.to.name;
    EXPECT_EQ(report.error().code, ErrorCode::kInvalidArgument);
  }
}

TEST_F(PromoteTest, AnOverrideNeedsAGateAndAReason) {
  const struct {
    Override override;
    std::string message;
  } cases[] = {{{"validat", "why"}, "there is no such gate; did you mean 'validate'?"},
               {{"validate", " "}, "needs a --reason"}};
  for (const auto& c : cases) {
    options_.overrides = {c.override};
    const auto report = run();
    ASSERT_FALSE(report);
    EXPECT_THAT(report.error().message, HasSubstr(c.message));
  }
}

TEST_F(PromoteTest, WithoutASnapshotNothingIsChanged) {
  fill(dev_, toy_release_with("max_items_total: 10", "max_items_total: 5"), anna_);
  options_.take_snapshot = []() -> Result<std::string> { return Error{ErrorCode::kIo, "full"}; };
  const Objects before = state(stage_);
  const auto report = run();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().message, "snapshot before promote: full");
  EXPECT_EQ(state(stage_), before);
}

TEST_F(PromoteTest, AnEmptyEnvironmentHasNothingToPromote) {
  dev_ = memory_environment("dev");
  const auto report = run();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(report.error().message, HasSubstr("`vectora sync --env dev`"));
}

TEST_F(PromoteTest, TheReportIsJsonToo) {
  fill(dev_, toy_release_with("max_items_total: 10", "max_items_total: 5"), anna_);
  const Json json = to_json(promoted());
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["outcome"], "done");
  EXPECT_EQ(json["gates"].size(), standard_gates().size());
  EXPECT_EQ(json["smoke"]["failures"].size(), 0u);
  EXPECT_THAT(string_member(json, "history"), Not(IsEmpty()));
}

}  // namespace
}  // namespace vectora::ops
