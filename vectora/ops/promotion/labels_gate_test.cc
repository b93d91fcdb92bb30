#include "vectora/ops/promotion/labels_gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/promotion/promotion_fixture.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;

constexpr const char* kLabels = "labels/ebus_weekly.jsonl";

// As many labelled orders as asked for, each right by the rules of the toy market.
std::string labelled_orders(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += to_json_line({{"id", "order-" + std::to_string(i)},
                           {"title", "Voltbus wins order for " + std::to_string(20 + i) +
                                         " electric buses with LFP batteries"},
                           {"content", "A supply agreement for electric buses was signed."},
                           {"source", "press_sector__busnews"},
                           {"published_at", "2026-01-10"},
                           {"event_type", "partnership"}}) +
             "\n";
  return lines;
}

class LabelsGateTest : public ::testing::Test {
 protected:
  GateResult ask(const config::Files& before, const config::Files& after) {
    Candidate candidate{dev_,
                        stage_,
                        {before, {}, true},
                        {after, {}, true},
                        config::load_workspace(before),
                        config::load_workspace(after),
                        {},
                        {},
                        0,
                        {}};
    return ask_gates({labels_gate()}, candidate).front();
  }

  static config::Files without_orders() {
    config::Files files = toy_release();
    std::string& patterns = files["canonical/events/event_type_patterns.yaml"];
    patterns = config::changed(
        patterns, "[order, contract, alliance, {name: supply agreement, weight: 2}]", "[contract]");
    std::string& contents = files["canonical/events/content_type_patterns.yaml"];
    contents = config::changed(contents, "event_type: partnership", "event_type: other");
    return files;
  }

  Environment dev_ = memory_environment("dev");
  Environment stage_ = memory_environment("stage");
};

TEST_F(LabelsGateTest, WithoutLabelsThereIsNothingToAsk) {
  const GateResult result = ask(toy_release(), without_orders());
  EXPECT_EQ(result.verdict, Verdict::kSkipped);
  EXPECT_THAT(result.why, HasSubstr("there are no labels"));
}

TEST_F(LabelsGateTest, TheSameJudgementPasses) {
  ASSERT_TRUE(stage_.buckets.data->put(kLabels, labelled_orders(30)));
  const GateResult result =
      ask(toy_release(), toy_release_with("max_items_total: 10", "max_items_total: 5"));
  EXPECT_EQ(result.verdict, Verdict::kPassed) << result.why;
  EXPECT_EQ(result.why, "not worse by more than 0.02 on 30 labels");
}

TEST_F(LabelsGateTest, AWorseOneIsRefusedWithItsFigures) {
  ASSERT_TRUE(stage_.buckets.data->put(kLabels, labelled_orders(30)));
  const GateResult result = ask(toy_release(), without_orders());
  EXPECT_EQ(result.verdict, Verdict::kRefused);
  EXPECT_THAT(result.why, HasSubstr("ebus_weekly: event.lenient -"));
  EXPECT_FALSE(result.details["ebus_weekly"].empty());
  EXPECT_EQ(ask(without_orders(), toy_release()).verdict, Verdict::kPassed) << "a gain is none";
}

TEST_F(LabelsGateTest, NamesThatAreNoLongerFoundRefuse) {
  std::string labels;
  for (int i = 0; i < 30; ++i)
    labels += to_json_line({{"id", "name-" + std::to_string(i)},
                            {"title", "Norrbuss shows bus number " + std::to_string(i)},
                            {"content", "It runs on batteries."},
                            {"source", "press_sector__busnews"},
                            {"published_at", "2026-01-10"},
                            {"companies", Json::array({"Norrbuss"})}}) +
              "\n";
  ASSERT_TRUE(stage_.buckets.data->put(kLabels, labels));
  config::Files without = toy_release();
  for (auto& [path, bytes] : without)
    for (size_t at = bytes.find("Norrbuss"); at != std::string::npos; at = bytes.find("Norrbuss"))
      bytes.replace(at, 8, "Xenobuss");
  const GateResult result = ask(toy_release(), without);
  EXPECT_EQ(result.verdict, Verdict::kRefused);
  EXPECT_THAT(result.why, HasSubstr("entities.companies.f1 -1.000 (-1.000 .. -1.000)"));
}

TEST_F(LabelsGateTest, TheSourcesLabelsCountWhereTheTargetHasNone) {
  ASSERT_TRUE(dev_.buckets.data->put(kLabels, labelled_orders(30)));
  EXPECT_EQ(ask(toy_release(), without_orders()).verdict, Verdict::kRefused);
}

TEST_F(LabelsGateTest, LabelsThatCannotBeReadRefuse) {
  ASSERT_TRUE(stage_.buckets.data->put(kLabels, "{\"id\": 1"));
  const GateResult result = ask(toy_release(), toy_release());
  EXPECT_EQ(result.verdict, Verdict::kRefused);
  EXPECT_THAT(result.why, HasSubstr("ebus_weekly"));
}

}  // namespace
}  // namespace vectora::ops
