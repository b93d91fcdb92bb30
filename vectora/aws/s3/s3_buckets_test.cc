#include "vectora/aws/s3/s3_buckets.h"

#include <gtest/gtest.h>

#include <map>

#include "vectora/http/loopback_server.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::aws {
namespace {

class S3BucketsTest : public ::testing::Test {
 protected:
  S3Account account() {
    return {.variable = [this](const std::string& name) {
      const auto found = variables_.find(name);
      return found == variables_.end() ? std::nullopt : std::optional(found->second);
    }};
  }

  std::string told(const S3Account& account) {
    const auto options = options_of(account, "abc");
    return options->name.region + " " + options->name.endpoint;
  }

  testing::TempDir folder_;
  std::map<std::string, std::string> variables_ = {{"HOME", folder_.path().string()},
                                                   {"AWS_ACCESS_KEY_ID", "ID"},
                                                   {"AWS_SECRET_ACCESS_KEY", "SECRET"}};
};

TEST_F(S3BucketsTest, WhatIsSaidWinsOverTheEnvironmentAndTheProfile) {
  EXPECT_EQ(told(account()), "us-east-1 ");
  folder_.write(".aws/config", "[default]\nregion = r1\nendpoint_url = http://p1\n");
  EXPECT_EQ(told(account()), "r1 http://p1");
  variables_["AWS_DEFAULT_REGION"] = "r2";
  variables_["AWS_ENDPOINT_URL"] = "http://p2";
  EXPECT_EQ(told(account()), "r2 http://p2");
  variables_["AWS_REGION"] = "r3";
  variables_["AWS_ENDPOINT_URL_S3"] = "http://p3";
  EXPECT_EQ(told(account()), "r3 http://p3");
  variables_["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true";
  EXPECT_EQ(told(account()), "r3 ");
  S3Account said = account();
  said.region = "r4";
  said.endpoint = "http://p4";
  EXPECT_EQ(told(said), "r4 http://p4");
}

TEST_F(S3BucketsTest, BucketsAreNamedByProjectRoleAndEnvironment) {
  http::LoopbackServer server(
      [](const http::ReceivedRequest&) { return http::reply(200, {}, "bytes"); });
  S3Account at_server = account();
  at_server.endpoint = server.url("/");
  const auto buckets = open_s3_buckets(at_server, "inbox", "dev");
  ASSERT_TRUE(buckets) << buckets.error().message;
  EXPECT_TRUE(server.log().empty());
  for (auto* bucket :
       {&buckets->config, &buckets->data, &buckets->newsletters, &buckets->lambda_code})
    EXPECT_TRUE((*bucket)->get("k"));
  ASSERT_TRUE(create_s3_buckets(at_server, "inbox", "dev"));
  std::string seen;
  for (const auto& request : server.log()) seen += request.method + request.target + "\n";
  EXPECT_EQ(seen,
            "GET/inbox-config-dev/k\nGET/inbox-data-dev/k\nGET/inbox-newsletters-dev/k\n"
            "GET/inbox-lambda-code-dev/k\nPUT/inbox-config-dev\nPUT/inbox-data-dev\n"
            "PUT/inbox-newsletters-dev\nPUT/inbox-lambda-code-dev\n");
}

TEST_F(S3BucketsTest, AProjectWithoutBucketNameIsRefused) {
  EXPECT_FALSE(open_s3_buckets(account(), "My_Inbox", "dev"));
}

}  // namespace
}  // namespace vectora::aws
