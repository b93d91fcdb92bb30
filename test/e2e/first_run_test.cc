// What a person meets first: `vectora init`, then `vectora run`, offline.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "test/e2e/workspace.h"
#include "vectora/base/digest.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using vectora::testing::read_file;

constexpr const char* kClient = "lai_weekly";
constexpr const char* kIssue = "lai_weekly/2026/02/06/";

// The words at each span of a printed sentence are words of that sentence.
void expect_verbatim(const Json& evidence, const Json& item) {
  const std::string sentence = string_member(evidence, "sentence");
  EXPECT_FALSE(evidence["spans"].empty()) << sentence;
  for (const Json& span : evidence["spans"]) {
    const std::string text = string_member(item, string_member(span, "field"));
    const auto start = span["start"].get<size_t>();
    const auto end = span["end"].get<size_t>();
    ASSERT_LT(start, end);
    ASSERT_LE(end, text.size());
    EXPECT_THAT(sentence, HasSubstr(text.substr(start, end - start)));
  }
}

class FirstRun : public ::testing::Test {
 protected:
  // One run for all tests that only look at what it left.
  static void SetUpTestSuite() {
    workspace_ = new Workspace(fresh_workspace());
    run_ = new Answer(workspace_->vectora({"run"}));
  }
  static void TearDownTestSuite() {
    delete workspace_;
    delete run_;
  }

  static Json curated() {
    Json all = Json::array();
    for (const std::string& key : workspace_->keys("data", "curated/"))
      for (const Json& item : workspace_->json("data", key)) all.push_back(item);
    return all;
  }

  static inline Workspace* workspace_ = nullptr;
  static inline Answer* run_ = nullptr;
};

TEST_F(FirstRun, TheWorkspaceOfInitIsValid) {
  const Workspace workspace = fresh_workspace();
  const Answer run = workspace.vectora({"validate"});
  EXPECT_EQ(run.exit_code, 0) << run.out;
  EXPECT_THAT(run.err, HasSubstr("0 errors"));
}

TEST_F(FirstRun, RunWritesANewsletterAndSaysWhere) {
  EXPECT_EQ(run_->exit_code, 0) << run_->err;
  EXPECT_THAT(run_->out, HasSubstr("newsletter.md"));
  for (const char* name : {"newsletter.md", "newsletter.html", "newsletter.txt", "newsletter.json"})
    EXPECT_GT(read_file(workspace_->bucket("newsletters") / kIssue / name).size(), 500U) << name;
  EXPECT_FALSE(selected_items(workspace_->newsletter(kClient, kExampleDay)).empty());
}

TEST_F(FirstRun, TheManifestNamesEachFileWithItsDigest) {
  const Json manifest = workspace_->json("newsletters", std::string(kIssue) + "manifest.json");
  EXPECT_EQ(manifest["target_date"], kExampleDay);
  ASSERT_THAT(manifest["files"], SizeIs(4));
  for (const auto& [name, facts] : manifest["files"].items()) {
    const std::string bytes = read_file(workspace_->bucket("newsletters") / kIssue / name);
    EXPECT_EQ(facts["sha256"], sha256(bytes).hex()) << name;
    EXPECT_EQ(facts["bytes"], bytes.size()) << name;
  }
  EXPECT_EQ(manifest["total_items"],
            selected_items(workspace_->newsletter(kClient, kExampleDay)).size());
}

TEST_F(FirstRun, TheRunRecordAddsUp) {
  const Json record = workspace_->record(kClient);
  const Json client = *parse_json(workspace_->vectora({"client", "show", kClient, "--json"}).out);
  expect_balanced(record, client["sources"].get<int>());
  for (const Json& item : record["items"])
    EXPECT_NE(item["outcome"], "stored") << item["item_id"] << " has no outcome of its own";
}

TEST_F(FirstRun, WhatIsSelectedIsWhatIsPrinted) {
  const Json record = workspace_->record(kClient);
  std::set<std::string> selected;
  for (const Json& candidate : record["candidates"])
    if (candidate["outcome"] == "selected") selected.insert(string_member(candidate, "item_id"));
  const auto printed = selected_items(workspace_->newsletter(kClient, kExampleDay));
  EXPECT_EQ(std::set(printed.begin(), printed.end()), selected);
  EXPECT_EQ(printed.size(), selected.size()) << "an item stands twice";
}

TEST_F(FirstRun, EachFinalScoreIsTheSumOfItsReceipt) {
  const Json items = curated();
  ASSERT_FALSE(items.empty());
  for (const Json& item : items) {
    const Json& scoring = item["scoring_results"];
    int64_t tenths = 0;
    for (const Json& term : scoring["receipt"]) tenths += term["value"].get<int64_t>();
    EXPECT_EQ(tenths, std::llround(scoring["final_score"].get<double>() * 10)) << item["item_id"];
  }
}

TEST_F(FirstRun, EachPrintedSentenceStandsInItsItem) {
  std::map<std::string, Json> by_id;
  for (const Json& item : curated()) by_id[string_member(item, "item_id")] = item;
  const Json newsletter = workspace_->newsletter(kClient, kExampleDay);
  for (const Json& section : newsletter["sections"])
    for (const Json& item : section["items"]) {
      EXPECT_FALSE(item["evidence"].empty()) << item["item_id"];
      for (const Json& evidence : item["evidence"])
        expect_verbatim(evidence, by_id.at(string_member(item, "item_id")));
    }
}

TEST_F(FirstRun, NoMentionLacksItsWords) {
  for (const Json& item : curated())
    for (const Json& mention : item["normalized_content"]["mentions"]) {
      const std::string text = string_member(item, string_member(mention, "field"));
      const auto start = mention["start"].get<size_t>();
      const auto end = mention["end"].get<size_t>();
      ASSERT_LE(end, text.size());
      EXPECT_EQ(text.substr(start, end - start), string_member(mention, "text"));
    }
}

TEST_F(FirstRun, EveryStoredItemIsInIngestedAndCurated) {
  const auto ids = [](const std::string& prefix) {
    std::set<std::string> all;
    for (const std::string& key : workspace_->keys("data", prefix))
      for (const Json& item : workspace_->json("data", key))
        EXPECT_TRUE(all.insert(string_member(item, "item_id")).second) << item["item_id"];
    return all;
  };
  const std::set<std::string> ingested = ids("ingested/lai_weekly/2026/02/06/");
  EXPECT_FALSE(ingested.empty());
  for (const std::string& id : ids("curated/lai_weekly/2026/02/06/"))
    EXPECT_TRUE(ingested.contains(id)) << id;
}

TEST(Init, RefusesAFolderThatIsAWorkspace) {
  const Workspace workspace = fresh_workspace();
  workspace.write("vectora.yaml", "# mine\n");
  const Tree before = read_tree(workspace.path());
  const Answer run = vectora({"init", workspace.path().string()});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("holds a workspace already"));
  EXPECT_EQ(differences(before, read_tree(workspace.path())), std::vector<std::string>());
}

TEST(Init, KeepsFilesThatStandInItsWay) {
  const vectora::testing::TempDir folder;
  folder.write("clients/production/lai_weekly.yaml", "# mine\n");
  const Answer run = vectora({"init", folder.path().string()});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("was kept"));
  EXPECT_EQ(read_file(folder / "clients/production/lai_weekly.yaml"), "# mine\n");
}

TEST(Init, WithoutAFolderTakesTheWorkspaceThatIsNamed) {
  const vectora::testing::TempDir folder;
  const vectora::testing::TempDir elsewhere;
  const Answer run =
      vectora({"init", "-w", (folder / "demo").string()}, {.folder = elsewhere.path()});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(std::filesystem::exists(folder / "demo/vectora.yaml"));
  EXPECT_TRUE(read_tree(elsewhere.path()).empty());
}

TEST(DryRun, DoesEverythingAndWritesNothing) {
  const Workspace workspace = toy_workspace();
  const Tree before = read_tree(workspace.path());
  const Answer run = workspace.vectora({"run", "--replay", "capture", "--dry-run"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("nothing was written"));
  EXPECT_EQ(differences(before, read_tree(workspace.path())), std::vector<std::string>());
}

}  // namespace
}  // namespace vectora::e2e
