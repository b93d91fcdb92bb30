#include "vectora/ops/configuration/client_version.h"

#include <gtest/gtest.h>

namespace vectora::ops {
namespace {

TEST(ClientVersion, VersionsAreReadAsTheStandardSays) {
  for (const char* text : {"0.0.0", "1.2.3", "10.20.30", "1.0.0-alpha", "1.0.0-alpha.1.x-y"}) {
    ASSERT_TRUE(Version::parse(text)) << text;
    EXPECT_EQ(Version::parse(text)->str(), text);
  }
  for (const char* text : {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "v1.2.3", "1.2.3-",
                           "1.2.3-a..b", "1.2.3-01", "1.2.3-a_b", "99999999999.0.0", "-1.0.0"})
    EXPECT_FALSE(Version::parse(text)) << text;
}

TEST(ClientVersion, VersionsAreOrderedAsTheStandardSays) {
  const char* const rising[] = {"0.9.9",      "1.0.0-alpha",  "1.0.0-alpha.1", "1.0.0-alpha.beta",
                                "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
                                "1.0.0",      "1.0.1",        "1.1.0",         "1.10.0",
                                "2.0.0"};
  for (size_t i = 1; i < std::size(rising); ++i) {
    EXPECT_LT(*Version::parse(rising[i - 1]), *Version::parse(rising[i])) << rising[i];
    EXPECT_GT(*Version::parse(rising[i]), *Version::parse(rising[i - 1])) << rising[i];
  }
}

TEST(ClientVersion, TheNextOne) {
  const Version version = *Version::parse("1.2.3");
  EXPECT_EQ(version.next(Part::kPatch).str(), "1.2.4");
  EXPECT_EQ(version.next(Part::kMinor).str(), "1.3.0");
  EXPECT_EQ(version.next(Part::kMajor).str(), "2.0.0");
  EXPECT_EQ(Version::parse("1.2.3-rc.1")->next(Part::kPatch).str(), "1.2.3");
}

TEST(ClientVersion, BumpingChangesTheVersionAndNothingElse) {
  const struct {
    std::string before;
    std::string after;
  } cases[] = {
      {"client_profile:\n  version: 1.0.0  # first\n  name: x 1.0.0\n",
       "client_profile:\n  version: 1.0.1  # first\n  name: x 1.0.0\n"},
      {"client_profile: {name: \"A\", version: \"1.0.9\"}\n",
       "client_profile: {name: \"A\", version: \"1.0.10\"}\n"},
      {"# version: 9\r\nclient_profile:\r\n  version: '2.0.0'\r\n",
       "# version: 9\r\nclient_profile:\r\n  version: '2.0.1'\r\n"},
  };
  for (const auto& c : cases) {
    const auto result = bumped(c.before, "a.yaml", Part::kPatch);
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->bytes, c.after);
  }
}

TEST(ClientVersion, WhatCannotBeBumpedIsLocated) {
  const struct {
    std::string bytes;
    std::string message;
  } cases[] = {
      {"client_profile:\n  name: x\n",
       "a.yaml:1:1 client_profile.version: missing; write `version: 1.0.0` there"},
      {"client_profile:\n  version: one\n",
       "a.yaml:2:12 client_profile.version: 'one' is no semantic version; write three numbers, as "
       "1.0.0"},
  };
  for (const auto& c : cases) {
    const auto result = bumped(c.bytes, "a.yaml", Part::kPatch);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, c.message);
  }
}

std::string client(const std::string& version, const std::string& more) {
  return "client_profile:\n  client_id: a\n  version: " + version + "\n" + more;
}

std::string problems(const std::string& before, const std::string& after) {
  std::string text;
  for (const config::Problem& problem :
       version_problems({{"clients/a.yaml", before}}, {{"clients/a.yaml", after}}))
    text += config::to_string(problem) + "\n";
  return text;
}

TEST(ClientVersion, MustRiseWhenTheContentChanges) {
  EXPECT_EQ(problems(client("1.0.0", "x: 1\n"), client("1.0.0", "x: 1\n")), "");
  EXPECT_EQ(problems(client("1.0.0", "x: 1\n"), client("1.0.0", "x: 1  # why\n")), "");
  EXPECT_EQ(problems(client("1.0.0", "x: 1\n"), client("1.0.1", "x: 2\n")), "");
  EXPECT_EQ(problems(client("draft", "x: 1\n"), client("0.0.1", "x: 2\n")), "");
  const std::string message =
      "clients/a.yaml:3:12 client_profile.version: the client has changed and its version 1.0.0 "
      "is not above 1.0.0, which is released; `vectora client bump a`\n";
  EXPECT_EQ(problems(client("1.0.0", "x: 1\n"), client("1.0.0", "x: 2\n")), message);
  EXPECT_NE(problems(client("1.0.0", "x: 1\n"), client("0.9.0", "x: 1\n")), "");
  EXPECT_EQ(problems(client("1.0.0", "x: 1\n"), client("two", "x: 1\n")),
            "clients/a.yaml:3:12 client_profile.version: 'two' is no semantic version; write three "
            "numbers, as 1.0.0\n");
}

TEST(ClientVersion, NewClientsAndTheMarketAreNotAsked) {
  EXPECT_TRUE(version_problems({}, {{"clients/a.yaml", client("1.0.0", "")}}).empty());
  EXPECT_TRUE(
      version_problems({{"canonical/x.yaml", "a: 1"}}, {{"canonical/x.yaml", "a: 2"}}).empty());
}

}  // namespace
}  // namespace vectora::ops
