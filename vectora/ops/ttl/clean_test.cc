#include "vectora/ops/ttl/clean.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/ops/snapshot/restore.h"
#include "vectora/ops/snapshot/test_environment.h"

namespace vectora::ops {
namespace {

using snapshot::TestEnvironment;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<Lifetime> kThirtyDays = {{ClientId("trial"), 30}};

// The clock of the environment stands at 2026-02-03.
class CleanTest : public ::testing::Test {
 protected:
  CleanTest() {
    for (const char* client : {"trial", "real"}) {
      const std::string id = client;
      for (const char* day : {"2026/01/03", "2026/01/04"}) {
        here_.put("newsletters/" + id + "/" + day + "/newsletter.md", "# Issue");
        here_.put("newsletters/" + id + "/" + day + "/manifest.json", "{}");
        here_.put("data/ingested/" + id + "/" + day + "/items.json", "[]");
      }
      here_.put("data/runs/" + id + "/1.json", R"({"as_of": "2026-01-03"})");
      here_.put("data/runs/" + id + "/2.json", R"({"as_of": "2026-01-04"})");
      here_.put("data/state/clients/" + id + "/sent.json", "{}");
      here_.put("data/labels/" + id + ".jsonl", "{}");
    }
  }

  Result<Cleaned> clean_up(Archive archive = Archive::kNo, CleanMode mode = CleanMode::kRemove) {
    return clean(here_.context(), kThirtyDays, archive, mode);
  }

  static std::vector<std::string> places(const Cleaned& cleaned) {
    std::vector<std::string> places;
    for (const Expired& expired : cleaned.expired) places.push_back(expired.place.str());
    return places;
  }

  TestEnvironment here_;
};

TEST_F(CleanTest, WhatIsOlderThanItsDaysGoesManifestsFirst) {
  auto expected = here_.contents();
  const auto cleaned = clean_up();
  ASSERT_TRUE(cleaned) << snapshot::message_of(cleaned);
  EXPECT_THAT(places(*cleaned),
              ElementsAre("newsletters/trial/2026/01/03/manifest.json",
                          "newsletters/trial/2026/01/03/newsletter.md",
                          "data/ingested/trial/2026/01/03/items.json", "data/runs/trial/1.json"));
  for (const std::string& place : places(*cleaned)) expected.erase(place);
  EXPECT_EQ(here_.contents(), expected);
  EXPECT_THAT(clean_up()->expired, IsEmpty());
}

TEST_F(CleanTest, StateGoesWithTheLastAndLabelsStay) {
  here_.pass(86400);
  ASSERT_TRUE(clean_up());
  const auto left = here_.contents();
  EXPECT_FALSE(left.contains("data/state/clients/trial/sent.json"));
  EXPECT_TRUE(left.contains("data/labels/trial.jsonl"));
  EXPECT_TRUE(left.contains("data/state/clients/real/sent.json"));
}

TEST_F(CleanTest, ToTellRemovesNothing) {
  const auto before = here_.contents();
  const auto told = clean_up(Archive::kYes, CleanMode::kTell);
  ASSERT_TRUE(told);
  EXPECT_EQ(told->expired.size(), 4U);
  EXPECT_EQ(told->archive, "");
  EXPECT_EQ(here_.contents(), before);
}

TEST_F(CleanTest, AnArchiveBringsItBack) {
  const auto before = here_.contents();
  const auto cleaned = clean_up(Archive::kYes);
  ASSERT_TRUE(cleaned);
  EXPECT_EQ(cleaned->archive, "archive-20260203T090000Z");
  ASSERT_TRUE(
      snapshot::restore_snapshot(here_.context(), here_.environment(), {.name = cleaned->archive}));
  EXPECT_EQ(here_.contents(), before);
}

TEST_F(CleanTest, WithoutAnArchiveThatWasAskedForNothingGoes) {
  const auto before = here_.contents();
  here_.put("config/snapshots/archive-20260203T090000Z/manifest.json", "{}");
  EXPECT_FALSE(clean_up(Archive::kYes));
  EXPECT_EQ(here_.contents(), before);
}

TEST_F(CleanTest, CutAtAnyPointItGoesOn) {
  for (int operations = 0; operations < 40; ++operations) {
    here_.power.left = operations;
    static_cast<void>(clean_up().ok());
    here_.power.left = -1;
    const auto left = here_.contents();
    EXPECT_TRUE(left.contains("data/state/clients/trial/sent.json"));
    EXPECT_TRUE(left.contains("newsletters/real/2026/01/03/manifest.json"));
  }
  EXPECT_THAT(clean_up()->expired, IsEmpty());
}

TEST_F(CleanTest, ARecordThatCannotBeReadIsNamed) {
  here_.put("data/runs/trial/1.json", "[");
  EXPECT_THAT(snapshot::message_of(clean_up()),
              ::testing::HasSubstr("malformed: data/runs/trial/1.json: "));
}

TEST_F(CleanTest, TheLifecycleOfS3SaysTheSame) {
  const Json rules = lifecycle_rules(here_.environment(), kThirtyDays);
  const std::string uploads =
      R"({"ID":"vectora-incomplete-uploads","Status":"Enabled","Filter":{"Prefix":""},)"
      R"("AbortIncompleteMultipartUpload":{"DaysAfterInitiation":1}})";
  EXPECT_EQ(to_json_line(rules["watch-config-dev"]), "{\"Rules\":[" + uploads + "]}");
  EXPECT_EQ(to_json_line(rules["watch-newsletters-dev"]),
            "{\"Rules\":[" + uploads +
                R"(,{"ID":"vectora-ttl-trial","Status":"Enabled",)"
                R"("Filter":{"Prefix":"trial/"},"Expiration":{"Days":30}}]})");
  std::vector<std::string> prefixes;
  for (const Json& rule : rules["watch-data-dev"]["Rules"])
    prefixes.push_back(rule["Filter"]["Prefix"].get<std::string>());
  EXPECT_THAT(prefixes, ElementsAre("", "ingested/trial/", "curated/trial/", "runs/trial/",
                                    "state/clients/trial/"));
}

TEST(Lifetimes, AreThoseOfClientsThatHaveOne) {
  std::map<ClientId, config::ClientPlan> clients;
  clients[ClientId("a")].ttl_days = 0;
  clients[ClientId("b")].ttl_days = 7;
  const auto lifetimes = lifetimes_of(clients);
  ASSERT_EQ(lifetimes.size(), 1U);
  EXPECT_EQ(lifetimes[0].client.str(), "b");
  EXPECT_EQ(lifetimes[0].days, 7);
}

}  // namespace
}  // namespace vectora::ops
