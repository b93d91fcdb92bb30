#include "vectora/aws/credentials/credentials.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "vectora/http/loopback_server.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::aws {
namespace {

using http::LoopbackServer;
using http::ReceivedRequest;
using http::reply;
using ::testing::HasSubstr;

class CredentialsTest : public ::testing::Test {
 protected:
  CredentialsTest() {
    variables_["HOME"] = folder_.path().string();
    variables_["AWS_EC2_METADATA_DISABLED"] = "true";
  }

  CredentialsOptions options(const std::string& profile = "") {
    return {.profile = profile, .variable = [this](const std::string& name) {
              const auto found = variables_.find(name);
              return found == variables_.end() ? std::nullopt : std::optional(found->second);
            }};
  }

  // "key id/secret/token", or what is wrong.
  static std::string told(const CredentialsOptions& options, Instant now = Instant()) {
    const auto found = find_credentials(options)->get(now);
    if (!found) return found.error().message;
    return found->access_key_id + "/" + found->secret_access_key + "/" + found->session_token;
  }

  testing::TempDir folder_;
  std::map<std::string, std::string> variables_;
};

TEST_F(CredentialsTest, WhereThereAreNoneTheMessageSaysWhatToDo) {
  EXPECT_THAT(told(options()), HasSubstr("no AWS credentials: set AWS_ACCESS_KEY_ID"));
  EXPECT_THAT(told(options("dev")), HasSubstr("the AWS profile \"dev\" is not in"));
  folder_.write(".aws/config", "[profile dev]\nregion = x\n");
  EXPECT_THAT(told(options("dev")), HasSubstr("the AWS profile \"dev\" has neither keys"));
}

TEST_F(CredentialsTest, ANamedProfileThenTheEnvironmentThenTheDefault) {
  folder_.write(".aws/credentials",
                "[default]\naws_access_key_id=D\naws_secret_access_key=DS\n"
                "[dev]\naws_access_key_id=V\naws_secret_access_key=VS\naws_session_token=VT\n");
  EXPECT_EQ(told(options()), "D/DS/");
  variables_["AWS_PROFILE"] = "dev";
  EXPECT_EQ(told(options()), "V/VS/VT");
  variables_["AWS_ACCESS_KEY_ID"] = "E";
  variables_["AWS_SECRET_ACCESS_KEY"] = "ES";
  variables_["AWS_SESSION_TOKEN"] = "ET";
  EXPECT_EQ(told(options()), "E/ES/ET");
  EXPECT_EQ(told(options("default")), "D/DS/");
}

TEST_F(CredentialsTest, OtherFilesMayBeNamed) {
  variables_["AWS_SHARED_CREDENTIALS_FILE"] =
      folder_.write("elsewhere", "[default]\naws_access_key_id=X\naws_secret_access_key=Y\n")
          .string();
  EXPECT_EQ(told(options()), "X/Y/");
}

TEST_F(CredentialsTest, AProgramMayGiveThem) {
  folder_.write("answer", R"({"Version": 1, "AccessKeyId": "P", "SecretAccessKey": "PS"})");
  folder_.write(".aws/config", "[profile p]\ncredential_process = cat " +
                                   (folder_ / "answer").string() +
                                   "\n[profile bad]\ncredential_process = echo P-SECRET\n");
  EXPECT_EQ(told(options("p")), "P/PS/");
  const std::string bad = told(options("bad"));
  EXPECT_THAT(bad, HasSubstr("profile bad: credential_process gave no credentials"));
  EXPECT_EQ(bad.find("P-SECRET"), std::string::npos);
}

TEST_F(CredentialsTest, AContainerGivesThemUntilTheyExpire) {
  int asked = 0;
  LoopbackServer server([&](const ReceivedRequest& request) {
    EXPECT_EQ(request.headers.at("authorization"), "bearer");
    return reply(200, {},
                 R"({"AccessKeyId": "C)" + std::to_string(++asked) +
                     R"(", "SecretAccessKey": "S", "Token": "T",
                                 "Expiration": "2026-01-01T01:00:00Z"})");
  });
  variables_["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = server.url("/v2");
  variables_["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = "bearer\n";
  const auto source = find_credentials(options());
  const Instant start = *Instant::parse("2026-01-01T00:00:00Z");
  EXPECT_EQ(source->get(start)->access_key_id, "C1");
  EXPECT_EQ(source->get(start + 3299)->access_key_id, "C1");
  EXPECT_EQ(source->get(start + 3300)->access_key_id, "C2");
}

TEST_F(CredentialsTest, AMachineGivesThemForASessionToken) {
  LoopbackServer server([](const ReceivedRequest& request) {
    if (request.method == "PUT") return reply(200, {}, "session");
    if (request.headers.at("x-aws-ec2-metadata-token") != "session") return reply(401, {}, "");
    if (request.target.ends_with("/")) return reply(200, {}, "role-name");
    EXPECT_TRUE(request.target.ends_with("/security-credentials/role-name"));
    return reply(200, {}, R"({"AccessKeyId": "M", "SecretAccessKey": "S", "Token": "T"})");
  });
  variables_.erase("AWS_EC2_METADATA_DISABLED");
  CredentialsOptions with_machine = options();
  with_machine.metadata_host = server.url("");
  EXPECT_EQ(told(with_machine), "M/S/T");
}

TEST_F(CredentialsTest, ARoleIsAssumedByItsSource) {
  LoopbackServer server([](const ReceivedRequest& request) {
    EXPECT_THAT(request.headers.at("authorization"),
                HasSubstr("Credential=B/20260101/eu-west-3/sts/"));
    EXPECT_THAT(request.body, HasSubstr("RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr&"));
    return reply(200, {},
                 "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>R</AccessKeyId>"
                 "<SecretAccessKey>RS</SecretAccessKey><SessionToken>RT</SessionToken>"
                 "</Credentials></AssumeRoleResult></AssumeRoleResponse>");
  });
  folder_.write(".aws/config",
                "[profile r]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = b\n"
                "region = eu-west-3\n"
                "[profile b]\naws_access_key_id = B\naws_secret_access_key = BS\n"
                "[profile x]\nrole_arn = a\nsource_profile = y\n"
                "[profile y]\nrole_arn = a\nsource_profile = x\n");
  CredentialsOptions with_role = options("r");
  with_role.sts_endpoint = server.url("/");
  EXPECT_EQ(told(with_role, *Instant::parse("2026-01-01T00:00:00Z")), "R/RS/RT");
  EXPECT_THAT(told(options("x")), HasSubstr("name each other"));
}

}  // namespace
}  // namespace vectora::aws
