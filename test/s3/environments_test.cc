// Environments on servers: brought up by the program, promoted, broken, undone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"
#include "test/s3/server.h"
#include "vectora/config/release.h"
#include "vectora/ops/configuration/journal.h"

namespace vectora::s3 {
namespace {

using ::testing::HasSubstr;
using Objects = std::map<std::string, std::string>;

// The toy market with dev and stage on a server.
class OnServer {
 public:
  OnServer(const Server& server, const std::string& project) : server_(server), project_(project) {
    const std::string store = "{store: \"s3://\", region: us-east-1, endpoint: \"" +
                              server.endpoint() + "\", path_style: true}\n";
    workspace_.write("vectora.yaml",
                     "project: " + project +
                         "\nenvironments:\n  local: {store: \"file://.vectora/local\", "
                         "config: workspace}\n  dev: " +
                         store + "  stage: " + store);
  }

  e2e::Answer run(const std::vector<std::string>& arguments,
                  std::function<bool()> kill_when = {}) const {
    const aws::Credentials& credentials = server_.credentials();
    return workspace_.vectora(
        arguments, {.variables = {{"AWS_ACCESS_KEY_ID", credentials.access_key_id},
                                  {"AWS_SECRET_ACCESS_KEY", credentials.secret_access_key},
                                  {"AWS_EC2_METADATA_DISABLED", "true"}},
                    .kill_when = std::move(kill_when)});
  }

  void expect_code(const std::vector<std::string>& arguments, int code) const {
    const e2e::Answer answer = run(arguments);
    EXPECT_EQ(answer.exit_code, code) << answer.out << answer.err;
  }

  std::unique_ptr<store::ObjectStore> bucket(const std::string& role,
                                             const std::string& env) const {
    return server_.open_bucket(project_ + "-" + role + "-" + env);
  }

  // All that an environment holds but its history and snapshots.
  Objects state(const std::string& env) const {
    Objects objects;
    for (const char* role : {"config", "data", "newsletters"}) {
      const auto store = bucket(role, env);
      const auto infos = store->list("");
      EXPECT_TRUE(infos) << infos.error().message;
      if (!infos) continue;
      for (const store::ObjectInfo& info : *infos)
        if (!info.key.starts_with("history/") && !info.key.starts_with("snapshots/"))
          objects[role + ("/" + info.key)] = store->get(info.key)->bytes;
    }
    return objects;
  }

  const e2e::Workspace& workspace() const { return workspace_; }

 private:
  const Server& server_;
  std::string project_;
  e2e::Workspace workspace_ = e2e::toy_workspace();
};

class RadosgwEnvironments : public ::testing::Test {
 protected:
  void SetUp() override {
    const Server& server = Server::radosgw();
    if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    market_ = std::make_unique<OnServer>(
        server, test->name() == std::string("AreUndoneToTheByte") ? "ebus-one" : "ebus-two");
    for (const char* env : {"dev", "stage"}) market_->expect_code({"env", "create", env}, 0);
    market_->expect_code({"sync", "--env", "dev"}, 0);
    market_->expect_code({"promote", "dev", "stage"}, 0);
    market_->expect_code({"run", "--env", "stage", "--replay", "capture"}, 0);
  }

  std::unique_ptr<OnServer> market_;
};

TEST_F(RadosgwEnvironments, AreUndoneToTheByte) {
  EXPECT_EQ(market_->run({"env", "doctor", "stage"}).exit_code, 0);
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
}

TEST_F(RadosgwEnvironments, AreWholeAfterAKill) {
  market_->workspace().replace(e2e::kToyClientFile, "default_period_days: 14",
                               "default_period_days: 21");
  market_->expect_code({"client", "bump", e2e::kToyClient}, 0);
  market_->expect_code({"sync", "--env", "dev"}, 0);
  const Objects before = market_->state("stage");
  const auto data = market_->bucket("data", "stage");
  const e2e::Answer killed =
      market_->run({"promote", "dev", "stage"}, [&] { return data->get(ops::kJournalKey).ok(); });
  EXPECT_EQ(killed.signal, 9) << killed.out << killed.err;
  const e2e::Answer next = market_->run({"client", "list", "--env", "stage"});
  EXPECT_EQ(next.exit_code, 0) << next.err;
  market_->expect_code({"history", "stage"}, 0);
  EXPECT_FALSE(data->get(ops::kJournalKey));
  EXPECT_EQ(market_->state("stage"), before);
  market_->expect_code({"promote", "dev", "stage"}, 0);
}

TEST(SwiftEnvironments, RefuseWhatNeedsALease) {
  const Server& server = Server::swift();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  const OnServer market(server, "ebus-three");
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
