// Environments on servers: brought up by the program, promoted, broken, undone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/s3/market_on_server.h"
#include "vectora/config/release.h"

namespace vectora::s3 {
namespace {

using ::testing::HasSubstr;

using RadosgwEnvironments = RadosgwMarket;

TEST_F(RadosgwEnvironments, AreUndoneToTheByte) {
  EXPECT_EQ(market_->run({"env", "doctor", "stage"}).exit_code, 0);
  market_->expect_code({"snapshot", "create", "--env", "stage", "--name", "whole"}, 0);
  // By hand, past every check: flat keys instead of a release.
  const auto dev = market_->bucket("config", "dev");
  std::string client = dev->get("clients/ebus_weekly.yaml")->bytes;
  client.replace(client.find("version: 1.0.0"), 14, "version: 1.0.1");
  ASSERT_TRUE(dev->remove(config::kReleaseManifest));
  ASSERT_TRUE(dev->put("clients/ebus_weekly.yaml", client + "no_such_key: 1\n"));

  const Objects before = market_->state("stage");
  market_->expect_code({"promote", "dev", "stage"}, 4);
  EXPECT_EQ(market_->state("stage"), before);
  const e2e::Answer undone =
      market_->run({"promote", "dev", "stage", "--override", "validate", "--reason", "we know"});
  EXPECT_EQ(undone.exit_code, 1) << undone.out << undone.err;
  EXPECT_THAT(undone.err, HasSubstr("undone, 'stage' is as before: smoke run"));
  EXPECT_EQ(market_->state("stage"), before);
  // The same by the digests of the snapshot, and of what the automatic ones hold.
  const e2e::Answer diff = market_->run({"snapshot", "diff", "--env", "stage", "--name", "whole"});
  EXPECT_EQ(diff.out, "");
  EXPECT_THAT(diff.err, HasSubstr("0 objects of whole changed since"));
  market_->expect_code({"snapshot", "verify", "--env", "stage"}, 0);
  market_->expect_code({"run", "--env", "stage", "--replay", "latest", "--dry-run"}, 0);
}

TEST_F(RadosgwEnvironments, ReachProdByNameAndByAnOverrideThatIsRecorded) {
  market_->expect_code({"env", "create", "prod"}, 0);
  const e2e::Answer nameless = market_->run({"promote", "stage", "prod", "--yes"});
  EXPECT_EQ(nameless.exit_code, 2) << nameless.out;
  EXPECT_THAT(nameless.err, HasSubstr("--confirm prod"));
  const e2e::Answer early = market_->run({"promote", "stage", "prod", "--confirm", "prod"});
  EXPECT_EQ(early.exit_code, 4) << early.out;
  EXPECT_THAT(early.err, HasSubstr("soak: in 'stage' since "));
  EXPECT_EQ(market_->state("prod"), Objects());

  const Json done = market_->json({"promote", "stage", "prod", "--confirm", "prod", "--override",
                                   "soak", "--reason", "the fair opens tomorrow"});
  EXPECT_EQ(done["outcome"], "done") << done;
  EXPECT_EQ(done["smoke"]["after"][0]["client_id"], e2e::kToyClient);
  EXPECT_EQ(market_->bucket("config", "prod")->get(config::kReleaseManifest)->bytes,
            market_->bucket("config", "stage")->get(config::kReleaseManifest)->bytes);
  const Json entry = market_->json({"history", "prod", "--limit", "1"});
  EXPECT_EQ(entry["details"]["overrides"],
            Json::array({{{"gate", "soak"}, {"reason", "the fair opens tomorrow"}}}));
  EXPECT_EQ(entry["details"]["gates"]["soak"], "refused");
  market_->expect_code({"run", "--env", "prod", "--replay", "capture", "--dry-run"}, 0);
}

TEST(SwiftEnvironments, RefuseWhatNeedsALease) {
  const Server& server = Server::swift();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  const MarketOnServer market(server, "ebus-swift");
  market.expect_code({"env", "create", "dev"}, 0);
  const e2e::Answer refused = market.run({"sync", "--env", "dev"});
  EXPECT_EQ(refused.exit_code, 1) << refused.out;
  EXPECT_THAT(refused.err, HasSubstr("sync needs a lease, and this store is for a single writer"));
  const e2e::Answer doctor = market.run({"env", "doctor", "dev"});
  EXPECT_EQ(doctor.exit_code, 0) << doctor.err;
  EXPECT_THAT(doctor.out, HasSubstr("holds no conditions"));
}

}  // namespace
}  // namespace vectora::s3
