#include "vectora/ops/plan/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/config/release.h"
#include "vectora/ops/promotion/promotion_fixture.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// The toy market, its capture, and other configurations of it.
class PlanTest : public ::testing::Test {
 protected:
  PlanTest() {
    for (auto* bucket :
         {&buckets_.config, &buckets_.data, &buckets_.newsletters, &buckets_.lambda_code})
      *bucket = store::open_memory();
    auto capture = pipeline::import_capture(*buckets_.data, kToyCapture);
    EXPECT_TRUE(capture) << capture.error().message;
    captures_.push_back(*std::move(capture));
  }

  Plan plan(const config::Files& before, const config::Files& after,
            std::vector<ClientId> clients = {}) {
    const config::LoadedWorkspace was = config::load_workspace(before);
    const config::LoadedWorkspace is = config::load_workspace(after);
    EXPECT_FALSE(config::has_errors(is.problems));
    const PlanSide first{"prod", before, was, config::release_of(before, "1").digest()};
    const PlanSide second{"stage", after, is, config::release_of(after, "1").digest()};
    const auto made =
        make_plan({first, second, captures_, buckets_, std::move(clients)}, observer_);
    EXPECT_TRUE(made) << made.error().message;
    return *made;
  }

  static size_t count(const Plan& plan, MoveKind kind) {
    size_t count = 0;
    for (const IssueChange& change : plan.issues)
      for (const Move& move : change.moves) count += move.kind == kind ? 1 : 0;
    return count;
  }

  store::Buckets buckets_;
  std::vector<pipeline::Capture> captures_;
  pipeline::SilentObserver observer_;
};

TEST_F(PlanTest, EqualConfigurationsChangeNothing) {
  const Plan same = plan(toy_release(), toy_release());
  EXPECT_FALSE(same.changes_anything());
  EXPECT_THAT(same.configuration, IsEmpty());
  ASSERT_EQ(same.issues.size(), 1U);
  EXPECT_EQ(same.issues[0].status_before, "success");
  EXPECT_THAT(plan_text(same), HasSubstr("The configurations are the same."));
}

TEST_F(PlanTest, ItemsThatLeaveSayWhy) {
  const Plan fewer =
      plan(toy_release(), toy_release_with("max_items_total: 10", "max_items_total: 1"));
  EXPECT_TRUE(fewer.changes_anything());
  EXPECT_GT(count(fewer, MoveKind::kLeaves), 0U);
  EXPECT_EQ(count(fewer, MoveKind::kEnters), 0U);
  for (const Move& move : fewer.issues[0].moves)
    if (move.kind == MoveKind::kLeaves) {
      EXPECT_THAT(move.because, HasSubstr("capped"));
    }
  EXPECT_THAT(fewer.issues[0].newsletter, HasSubstr("\n-"));
  EXPECT_NE(fewer.before, fewer.after);
  EXPECT_EQ(fewer.configuration.size(), 1U);
}

TEST_F(PlanTest, TheOtherWayRoundTheSameItemsEnter) {
  const config::Files one = toy_release_with("max_items_total: 10", "max_items_total: 1");
  const Plan fewer = plan(toy_release(), one);
  const Plan more = plan(one, toy_release());
  EXPECT_EQ(count(more, MoveKind::kEnters), count(fewer, MoveKind::kLeaves));
  EXPECT_EQ(count(more, MoveKind::kLeaves), 0U);
}

TEST_F(PlanTest, ItemsThatChangeTheirSectionAreTold) {
  const Plan moved = plan(toy_release(), toy_release_with("filter_event_types: [partnership]",
                                                          "filter_event_types: [corporate_move]"));
  EXPECT_GT(count(moved, MoveKind::kSection), 0U);
  for (const Move& move : moved.issues[0].moves)
    if (move.kind == MoveKind::kSection) {
      EXPECT_NE(move.before->section, move.after->section);
    }
}

TEST_F(PlanTest, AChangeWithoutEffectIsNoChange) {
  const Plan comment =
      plan(toy_release(), toy_release_with("client_profile:", "# a remark\nclient_profile:"));
  EXPECT_FALSE(comment.changes_anything());
  EXPECT_THAT(comment.configuration, Not(IsEmpty()));
}

TEST_F(PlanTest, AClientThatIsGoneLosesItsIssue) {
  config::Files with_another = toy_release();
  std::string another = with_another[kToyReleased];
  const size_t at = another.find("client_id: ebus_weekly");
  ASSERT_NE(at, std::string::npos);
  another.replace(at, std::string("client_id: ebus_weekly").size(), "client_id: another_weekly");
  with_another["clients/another_weekly.yaml"] = another;

  const Plan gone = plan(with_another, toy_release());
  ASSERT_EQ(gone.issues.size(), 2U);
  const size_t place = gone.issues[0].client == ClientId("another_weekly") ? 0 : 1;
  EXPECT_EQ(gone.issues[place].status_after, "none");
  EXPECT_EQ(gone.issues[1 - place].status_after, "success");
  EXPECT_GT(count(gone, MoveKind::kLeaves), 0U);
  EXPECT_TRUE(gone.changes_anything());
}

TEST_F(PlanTest, WritesNothing) {
  const auto keys = [this] {
    return buckets_.data->list("")->size() + buckets_.newsletters->list("")->size();
  };
  const size_t before = keys();
  plan(toy_release(), toy_release());
  EXPECT_EQ(keys(), before);
}

TEST_F(PlanTest, AsJsonItNamesBothConfigurations) {
  const Plan fewer =
      plan(toy_release(), toy_release_with("max_items_total: 10", "max_items_total: 1"));
  const Json json = to_json(fewer);
  EXPECT_EQ(json["before"], fewer.before.str());
  EXPECT_EQ(json["after"], fewer.after.str());
  EXPECT_EQ(json["changes"], true);
  EXPECT_EQ(json["issues"][0]["leaves"].size(), count(fewer, MoveKind::kLeaves));
  EXPECT_EQ(json["cost"]["usd_difference"], 0);
}

TEST_F(PlanTest, WhereThereAreLabelsBothAreMeasuredOnThem) {
  ASSERT_TRUE(buckets_.data->put(
      "labels/ebus_weekly.jsonl",
      R"({"id":"1","title":"Linia Motors signs a depot deal","event_type":"partnership"})"
      "\n"
      R"({"id":"2","title":"A museum opens","event_type":"other","relevant":false})"
      "\n"));
  const Plan same = plan(toy_release(), toy_release());
  ASSERT_EQ(same.labels.size(), 1U);
  EXPECT_EQ(same.labels[0].labels, 2U);
  ASSERT_FALSE(same.labels[0].gains.empty());
  for (const evaluation::Figure& gain : same.labels[0].gains) EXPECT_EQ(gain.value, 0) << gain.name;
  EXPECT_EQ(to_json(same)["labels"][0]["client_id"], "ebus_weekly");
}

TEST_F(PlanTest, RecordedCapturesAreTheLastOfEachDay) {
  const auto save = [this](const char* id, const char* at) {
    pipeline::Capture capture;
    capture.id = id;
    capture.captured_at = *Instant::parse(at);
    ASSERT_TRUE(pipeline::save_capture(*buckets_.data, capture));
  };
  save("1", "2026-03-01T06:00:00Z");
  save("2", "2026-03-04T06:00:00Z");
  save("3", "2026-03-04T18:00:00Z");
  save("4", "2026-03-05T06:00:00Z");
  const auto captures = recorded_captures(*buckets_.data, 2);
  ASSERT_TRUE(captures);
  std::string ids;
  for (const pipeline::Capture& capture : *captures) ids += capture.id + " ";
  EXPECT_EQ(ids, "3 4 ");
  EXPECT_TRUE(recorded_captures(*store::open_memory(), 7)->empty());
}

}  // namespace
}  // namespace vectora::ops
