#include "vectora/ops/survey/doctor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/config/release.h"
#include "vectora/ops/configuration/change.h"
#include "vectora/ops/test_environment.h"
#include "vectora/store/hooked_store.h"

namespace vectora::ops {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const config::Files kFiles = {{"clients/a.yaml", "a"}, {"canonical/b.yaml", "b"}};

class DoctorTest : public ::testing::Test {
 protected:
  DoctorTest() {
    auto lease = Lease::acquire(stage_, anna_.get(), "sync");
    EXPECT_TRUE(lease);
    const Change change{"sync", kFiles, {}, {}, Json::object(), {}};
    EXPECT_TRUE(change_configuration(stage_, anna_.get(), *lease, change));
  }

  std::string findings() { return findings_text(examine(stage_, anna_.get().clock)); }

  Environment stage_ = memory_environment("stage");
  TestOperator anna_;
};

TEST_F(DoctorTest, AHealthyEnvironmentIsOkAndKeepsNoTrace) {
  const auto config = objects_of(*stage_.buckets.config);
  EXPECT_EQ(findings(),
            "ok       vectora-inbox-config-stage: can be read, written, and holds conditions\n"
            "ok       vectora-inbox-data-stage: can be read, written, and holds conditions\n"
            "ok       vectora-inbox-newsletters-stage: can be read, written, and holds conditions\n"
            "ok       vectora-inbox-lambda-code-stage: can be read, written, and holds conditions\n"
            "ok       clock: not behind what was recorded last\n"
            "ok       release: " +
                config::release_of(kFiles, "").digest().str() +
                ", 2 files, all as their digests say\n"
                "ok       version: written by vectora " VECTORA_VERSION ", this is " VECTORA_VERSION
                "\n"
                "ok       journal: no change is under way\n");
  EXPECT_EQ(objects_of(*stage_.buckets.config), config);
  EXPECT_THAT(objects_of(*stage_.buckets.data), IsEmpty());
}

TEST_F(DoctorTest, ABucketThatRefusesIsNamedWithWhatToDo) {
  const auto memory = std::move(stage_.buckets.data);
  stage_.buckets.data = std::make_unique<store::HookedStore>(
      *memory, [](std::string_view operation, const std::string& key) -> Result<void> {
        if (operation != "put") return {};
        return Error{ErrorCode::kIo, key + ": AccessDenied"};
      });
  const std::string text = findings();
  EXPECT_THAT(text,
              HasSubstr("failed   vectora-inbox-data-stage: cannot be written: locks/doctor.json: "
                        "AccessDenied; see that whoever runs this may"));
  EXPECT_THAT(text, Not(HasSubstr("release"))) << "the rest is not asked";
  EXPECT_TRUE(has_failed(examine(stage_, anna_.get().clock)));
}

TEST_F(DoctorTest, AClockThatIsBehindIsFound) {
  anna_.set("2026-11-20T09:00:00Z");
  EXPECT_THAT(findings(), HasSubstr("failed   clock: the last change was recorded 86400 s in the "
                                    "future, at 2026-11-21T09:00:00Z by anna@laptop"));
}

TEST_F(DoctorTest, ChangedCopiesAndDamagedObjectsAreFound) {
  ASSERT_TRUE(stage_.buckets.config->put("clients/a.yaml", "edited by hand"));
  EXPECT_THAT(findings(), HasSubstr("warning  copies: clients/a.yaml is not what the release"));
  ASSERT_TRUE(stage_.buckets.config->put(config::release_object(sha256("b")), "damaged"));
  EXPECT_THAT(findings(), HasSubstr("failed   release: canonical/b.yaml: release/objects/"));
}

TEST_F(DoctorTest, ANewerProgramsReleaseAsksForAnUpdate) {
  config::Release release = config::release_of(kFiles, "99.0.0");
  ASSERT_TRUE(
      stage_.buckets.config->put(config::kReleaseManifest, to_json_text(config::to_json(release))));
  EXPECT_THAT(findings(), HasSubstr("warning  version: written by vectora 99.0.0"));
}

TEST_F(DoctorTest, AnEmptyEnvironmentSaysHowToFillIt) {
  stage_ = memory_environment("stage");
  const std::string text = findings();
  EXPECT_THAT(text, HasSubstr("nothing recorded yet"));
  EXPECT_THAT(text, HasSubstr("warning  release: none yet: the flat keys are read, if there are "
                              "any; `vectora sync --env stage`"));
}

TEST_F(DoctorTest, AnEnvironmentOfTheWorkspaceHasNoRelease) {
  stage_ = memory_environment("local");
  stage_.workspace = store::open_memory();
  EXPECT_THAT(findings(), HasSubstr("ok       configuration: is the workspace"));
  EXPECT_THAT(findings(), Not(HasSubstr("release")));
}

TEST_F(DoctorTest, AnUnfinishedChangeIsTold) {
  PendingChange pending;
  pending.entry.action = "promote";
  pending.entry.who = "bert@desk";
  ASSERT_TRUE(stage_.buckets.data->put(kJournalKey, to_json_text(to_json(pending))));
  EXPECT_THAT(findings(), HasSubstr("warning  journal: a promote of 1970-01-01T00:00:00Z by "
                                    "bert@desk is under way or was cut short"));
}

}  // namespace
}  // namespace vectora::ops
