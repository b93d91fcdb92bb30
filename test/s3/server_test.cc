// What an S3 server says no to, other programs on the same bucket, large objects, and
// processes that race: on servers that check signatures.
#include "test/s3/server.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "vectora/testing/golden.h"

namespace vectora::s3 {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// Runs ahead of, or behind, the machine's clock.
class ShiftedClock : public Clock {
 public:
  explicit ShiftedClock(int64_t seconds) : seconds_(seconds) {}
  Instant now() const override { return system_->now() + seconds_; }

 private:
  std::unique_ptr<Clock> system_ = system_clock();
  int64_t seconds_;
};

class RadosgwTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!server_.why_not().empty()) GTEST_SKIP() << server_.why_not();
    store_ = server_.open_bucket("shared-bucket");
  }

  // The error of a get by somebody else.
  std::string refused(const aws::Credentials& credentials, const std::string& bucket,
                      int64_t clock_shift = 0) {
    const auto store = *aws::open_s3(server_.options(bucket), aws::fixed_credentials(credentials),
                                     std::make_shared<ShiftedClock>(clock_shift));
    const auto object = store->get("some/key");
    if (object) return "no error";
    EXPECT_EQ(object.error().code, ErrorCode::kUnavailable) << object.error().message;
    return object.error().message;
  }

  Server& server_ = Server::radosgw();
  std::unique_ptr<store::ObjectStore> store_;
};

TEST_F(RadosgwTest, SaysWhatIsWrongWithTheCredentials) {
  ASSERT_TRUE(store_->put("some/key", "x"));
  EXPECT_EQ(refused({"vectora", "wrong-secret", ""}, "shared-bucket"),
            "some/key: s3://shared-bucket says SignatureDoesNotMatch (403): the secret key is not "
            "that of the access key; check AWS_SECRET_ACCESS_KEY or the profile");
  EXPECT_EQ(refused({"nobody", "vectora-secret", ""}, "shared-bucket"),
            "some/key: s3://shared-bucket says InvalidAccessKeyId (403): the server does not know "
            "this access key; check AWS_ACCESS_KEY_ID or the profile");
  EXPECT_THAT(refused({"other", "other-secret", ""}, "shared-bucket"),
              StartsWith("some/key: s3://shared-bucket says AccessDenied (403): these credentials "
                         "lack a permission: s3:GetObject on the object, and s3:ListBucket on the "
                         "bucket; "));
}

TEST_F(RadosgwTest, AMissingBucketIsNotAMissingObject) {
  EXPECT_THAT(refused(server_.credentials(), "no-such-bucket"),
              StartsWith("some/key: s3://no-such-bucket says NoSuchBucket (404): there is no such "
                         "bucket; `vectora env create` makes"));
  const auto store = *aws::open_s3(server_.options("no-such-bucket"),
                                   aws::fixed_credentials(server_.credentials()));
  EXPECT_THAT(store->head("some/key").error().message, HasSubstr("NoSuchBucket"));
  EXPECT_THAT(store->list("runs/").error().message,
              StartsWith("runs/: s3://no-such-bucket says NoSuchBucket"));
  EXPECT_THAT(store->put_all({{"a", "1"}, {"b", "2"}}).error().message, HasSubstr("NoSuchBucket"));
  EXPECT_THAT(store->put_if_absent("a", "1").error().message, HasSubstr("NoSuchBucket"));
}

TEST_F(RadosgwTest, AWrongClockIsToldWithItsDifference) {
  for (const int64_t shift : {-3600, 3600}) {
    const std::string message = refused(server_.credentials(), "shared-bucket", shift);
    EXPECT_THAT(message,
                AllOf(HasSubstr("RequestTimeTooSkewed (403): the clock of this machine is"),
                      HasSubstr(shift < 0 ? "behind the server's" : "ahead of the server's"),
                      HasSubstr("timedatectl")));
  }
}

TEST_F(RadosgwTest, WhoMayNotWriteIsToldAndNothingIsWritten) {
  ASSERT_TRUE(store_->put("denied/k", "mine"));
  const auto other = *aws::open_s3(server_.options("shared-bucket"),
                                   aws::fixed_credentials({"other", "other-secret", ""}));
  const std::pair<Error, const char*> denied[] = {
      {other->put("denied/k", "x").error(), "s3:PutObject"},
      {other->remove("denied/k").error(), "s3:DeleteObject"},
      {other->put_all({{"denied/k", "x"}, {"denied/l", "x"}}).error(), "s3:PutObject"},
      {other->remove_all({"denied/k"}).error(), "s3:DeleteObject"},
      {other->copy("denied/k", "denied/l").error(), "s3:PutObject"},
      {other->list("denied/").error(), "s3:ListBucket"},
  };
  for (const auto& [error, permission] : denied)
    EXPECT_THAT(error.message, AllOf(HasSubstr("denied/"), HasSubstr("s3://shared-bucket"),
                                     HasSubstr("AccessDenied (403)"), HasSubstr(permission),
                                     Not(HasSubstr("secret"))));
  EXPECT_EQ(store_->get("denied/k")->bytes, "mine");
  EXPECT_EQ(store_->list("denied/")->size(), 1U);
}

TEST_F(RadosgwTest, AnObjectAboveTheBoundGoesInParts) {
  std::string bytes(20'000'003, '\0');
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>((i * 2654435761U) >> 13);
  const auto etag = store_->put("large.bin", bytes);
  ASSERT_TRUE(etag) << etag.error().message;
  EXPECT_THAT(*etag, HasSubstr("-3"));
  const auto object = store_->get("large.bin");
  ASSERT_TRUE(object);
  EXPECT_TRUE(object->bytes == bytes);
  EXPECT_EQ(*store_->head("large.bin"), (store::ObjectInfo{"large.bin", *etag, bytes.size()}));
  EXPECT_EQ(*store_->get_range("large.bin", {7'999'990, 20}), bytes.substr(7'999'990, 20));
  ASSERT_TRUE(store_->copy("large.bin", "copy.bin"));
  EXPECT_TRUE(store_->get("copy.bin")->bytes == bytes);
  ASSERT_TRUE(store_->remove_all({"large.bin", "copy.bin"}));
}

TEST_F(RadosgwTest, OfTwoProcessesExactlyOneWins) {
  ASSERT_EQ(*store_->writers(), store::Writers::kMany);
  for (int round = 0; round < 5; ++round) {
    const auto etag = store_->put("race/k", "round " + std::to_string(round));
    const std::string fresh = "race/new-" + std::to_string(round);
    std::array<pid_t, 2> children{};
    for (pid_t& child : children) {
      child = ::fork();
      if (child != 0) continue;
      const std::string mine(100'000, static_cast<char>('a' + (child = ::getpid()) % 26));
      const auto store = server_.open_bucket("shared-bucket");
      const auto changed = store->put_if("race/k", mine, *etag);
      const auto made = store->put_if_absent(fresh, mine);
      const bool told = (changed || changed.error().code == ErrorCode::kConflict) &&
                        (made || made.error().code == ErrorCode::kConflict);
      ::_exit(told ? (changed ? 1 : 0) + (made ? 10 : 0) : 100);
    }
    int wins = 0;
    for (const pid_t child : children) {
      int status = 0;
      ::waitpid(child, &status, 0);
      wins += WEXITSTATUS(status);
    }
    EXPECT_EQ(wins, 11) << "one of each";
    for (const std::string& key : {std::string("race/k"), fresh}) {
      const std::string bytes = store_->get(key)->bytes;
      EXPECT_EQ(bytes, std::string(100'000, bytes.front()));
    }
  }
}

class AwsCliTest : public RadosgwTest {
 protected:
  void SetUp() override {
    RadosgwTest::SetUp();
    if (IsSkipped()) return;
    // Debian's own, whatever else PATH has.
    program_ = "/usr/bin/aws";
    if (::access(program_.c_str(), X_OK) != 0) GTEST_SKIP() << "needs aws (package awscli)";
  }

  e2e::Answer aws(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {program_, "--endpoint-url", server_.endpoint(), "--region",
                                         "us-east-1", "s3"});
    return e2e::run_program(
        arguments,
        {.variables = {{"AWS_ACCESS_KEY_ID", server_.credentials().access_key_id},
                       {"AWS_SECRET_ACCESS_KEY", server_.credentials().secret_access_key}}});
  }

  std::string program_;
};

TEST_F(AwsCliTest, ReadsWhatWasWritten) {
  const std::string key = "cli/\xC3\xA9 +%&=#?.json";
  ASSERT_TRUE(store_->put(key, "{\"a\": 1}"));
  const e2e::Answer read = aws({"cp", "s3://shared-bucket/" + key, "-"});
  EXPECT_EQ(read.exit_code, 0) << read.err;
  EXPECT_EQ(read.out, "{\"a\": 1}");
  const e2e::Answer list = aws({"ls", "s3://shared-bucket/cli/"});
  EXPECT_THAT(list.out, HasSubstr("8 \xC3\xA9 +%&=#?.json"));
}

TEST_F(AwsCliTest, WhatItWroteIsRead) {
  const testing::TempDir folder;
  const std::string small = folder.write("small", "small bytes").string();
  const std::string large = folder.write("large", std::string(9'000'000, 'l')).string();
  for (const auto& [file, key] : {std::pair(small, "from/small"), std::pair(large, "from/large")}) {
    const e2e::Answer written = aws({"cp", file, "s3://shared-bucket/" + std::string(key)});
    ASSERT_EQ(written.exit_code, 0) << written.err;
    const auto object = store_->get(key);
    ASSERT_TRUE(object) << object.error().message;
    EXPECT_TRUE(object->bytes == testing::read_file(file));
  }
}

TEST(SwiftTest, IsForOneWriterAndSaysSo) {
  Server& server = Server::swift();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  const auto store = server.open_bucket("single-writer");
  ASSERT_TRUE(store->writers());
  EXPECT_EQ(*store->writers(), store::Writers::kOne);
  const auto lease = store::require_many_writers(*store, "promote needs a lease");
  ASSERT_FALSE(lease);
  EXPECT_THAT(lease.error().message, StartsWith("promote needs a lease, and this store is for a "
                                                "single writer"));
  EXPECT_EQ(store->list("")->size(), 0U);  // the question left nothing to be seen
}

TEST(SwiftTest, SaysWhatIsWrong) {
  Server& server = Server::swift();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  const auto get = [&](const aws::Credentials& credentials, const std::string& bucket) {
    return (*aws::open_s3(server.options(bucket), aws::fixed_credentials(credentials)))
        ->get("some/key")
        .error()
        .message;
  };
  EXPECT_THAT(get(server.credentials(), "no-such-bucket"), HasSubstr("NoSuchBucket (404)"));
  EXPECT_THAT(get({"test:tester", "wrong", ""}, "single-writer"),
              HasSubstr("SignatureDoesNotMatch (403)"));
}

}  // namespace
}  // namespace vectora::s3
