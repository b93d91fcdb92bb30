#include "vectora/aws/credentials/profile.h"

#include <gtest/gtest.h>

namespace vectora::aws {
namespace {

TEST(ProfileTest, ReadsSectionsOfBothFiles) {
  const Profiles profiles = parse_profiles(
      "stray = 1\r\n# comment\r\n[default]\r\naws_access_key_id = A=B\r\nRegion=eu-west-3 \r\n"
      "; other\n\n[profile dev]\nsource_profile = default\ns3 =\n  addressing_style = path\n"
      "region = a\nregion = b\n[sso-session x]\nregion = c\n[empty]\n[broken\nk = v\n");
  EXPECT_EQ(profiles,
            (Profiles{{"default", {{"aws_access_key_id", "A=B"}, {"region", "eu-west-3"}}},
                      {"dev", {{"region", "b"}, {"s3", ""}, {"source_profile", "default"}}},
                      {"empty", {{"k", "v"}}}}));
}

TEST(ProfileTest, TheFileOfCredentialsWins) {
  const Profiles config = parse_profiles("[profile a]\nregion = r\nkey = config\n");
  const Profiles credentials = parse_profiles("[a]\nkey = credentials\n[b]\n");
  EXPECT_EQ(merged(config, credentials),
            (Profiles{{"a", {{"key", "credentials"}, {"region", "r"}}}, {"b", {}}}));
}

}  // namespace
}  // namespace vectora::aws
