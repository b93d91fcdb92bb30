#include "vectora/ops/configuration/redaction.h"

#include <gtest/gtest.h>

namespace vectora::ops {
namespace {

TEST(Redaction, KnowsTheNamesOfSecrets) {
  for (const char* name : {"password", "db_password", "api_key", "apiKey", "API-KEY", "apikey",
                           "secret", "client_secret", "auth_token", "Authorization", "accessKey",
                           "aws_secret_access_key", "private_key", "credentials", "smtp_pass",
                           "auth", "slack_webhook", "X-Api-Key", "session_cookie"})
    EXPECT_TRUE(is_secret_name(name)) << name;
  for (const char* name : {"", "max_tokens", "source_key", "source_keys", "title_keywords",
                           "author", "secretary", "key", "keyword", "passwords_policy_url"})
    EXPECT_FALSE(is_secret_name(name)) << name;
}

TEST(Redaction, HidesWhatAnAddressCarries) {
  const struct {
    std::string text;
    std::string shown;
  } cases[] = {
      {"https://x.example/feed?page=2", "https://x.example/feed?page=2"},
      {"https://me:pw@x.example/feed", "https://***@x.example/feed"},
      {"see https://me@x.example and http://a:b@y.example/",
       "see https://***@x.example and "
       "http://***@y.example/"},
      {"https://x.example/?api_key=abc&page=2", "https://x.example/?api_key=***&page=2"},
      {"https://x.example/?page=2&token=abc#top", "https://x.example/?page=2&token=***#top"},
      {"https://x.example/a@b", "https://x.example/a@b"},
      {"Authorization: Bearer", "Authorization: ***"},
      {R"({"password": "hunter2"})", R"({"password": "***"})"},
      {"key AKIAIOSFODNN7EXAMPLE.", "key ***."},
      {"sk-abcdefghijklmnopqrstuvwx and ghp_0123456789abcdefghij", "*** and ***"},
      {"sk-pharma, AKIA", "sk-pharma, AKIA"},
      {"-----BEGIN PRIVATE KEY-----\nMIIE", "***"},
      {"the token of trust", "the token of trust"},
      {"token=", "token="},
      {"max_tokens=5", "max_tokens=5"},
  };
  for (const auto& c : cases) EXPECT_EQ(without_secrets(c.text), c.shown) << c.text;
}

}  // namespace
}  // namespace vectora::ops
