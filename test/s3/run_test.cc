// The program itself on an environment whose store is a server: the same bytes as in a
// directory.
#include <gmock/gmock.h>

#include "test/s3/server.h"
#include "vectora/store/buckets.h"
#include "vectora/testing/golden.h"

namespace vectora::s3 {
namespace {

using ::testing::HasSubstr;

class ProgramOnRadosgwTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!server_.why_not().empty()) GTEST_SKIP() << server_.why_not();
    ASSERT_EQ(vectora({"init", folder_.path().string()}).exit_code, 0);
    const std::string file = (folder_ / "vectora.yaml").string();
    std::string text = testing::read_file(file);
    const std::string here = "  dev:\n";
    text.insert(text.find(here),
                "  lab: {store: \"s3://\", region: us-east-1, path_style: true, endpoint: \"" +
                    server_.endpoint() +
                    "\", config: workspace, replay: example/capture}\n"
                    "  dir: {store: \"file://.vectora/dir\", config: workspace, replay: "
                    "example/capture}\n");
    folder_.write("vectora.yaml", text);
  }

  e2e::Answer vectora(std::vector<std::string> arguments) {
    const auto& who = server_.credentials();
    return e2e::vectora(std::move(arguments),
                        {.folder = folder_.path(),
                         .variables = {{"AWS_ACCESS_KEY_ID", who.access_key_id},
                                       {"AWS_SECRET_ACCESS_KEY", who.secret_access_key}}});
  }

  Server& server_ = Server::radosgw();
  testing::TempDir folder_;
};

TEST_F(ProgramOnRadosgwTest, ARunWritesTheSameBytesAsInADirectory) {
  const e2e::Answer early = vectora({"run", "--env", "lab"});
  EXPECT_EQ(early.exit_code, 1);
  EXPECT_THAT(early.err, HasSubstr("NoSuchBucket"));

  const e2e::Answer made = vectora({"env", "create", "lab"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const e2e::Answer health = vectora({"env", "doctor", "lab"});
  EXPECT_EQ(health.exit_code, 0) << health.out << health.err;
  for (const char* environment : {"lab", "dir"}) {
    const e2e::Answer run = vectora({"run", "--env", environment});
    ASSERT_EQ(run.exit_code, 0) << run.err;
  }
  size_t compared = 0;
  for (const char* role : {"data", "newsletters"}) {
    const std::string project = "vectora-inbox";
    const auto remote = server_.open_bucket(store::bucket_name(project, role, "lab"));
    const auto local = store::open_directory((folder_ / ".vectora/dir").string() + "/" +
                                             store::bucket_name(project, role, "dir"));
    const auto keys = local->list("");
    ASSERT_TRUE(keys);
    EXPECT_EQ(remote->list("")->size(), keys->size()) << role;
    for (const store::ObjectInfo& info : *keys) {
      const auto object = remote->get(info.key);
      ASSERT_TRUE(object) << object.error().message;
      EXPECT_EQ(object->bytes, local->get(info.key)->bytes) << info.key;
      ++compared;
    }
  }
  EXPECT_GT(compared, 10U);
}

}  // namespace
}  // namespace vectora::s3
