// Every line is traceable, every absence explained.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Tracing : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    workspace_ = new Workspace(toy_workspace());
    ASSERT_EQ(workspace_->vectora({"run", "--replay", "capture"}).exit_code, 0);
  }
  static void TearDownTestSuite() { delete workspace_; }

  static Json entry_that_was(std::string_view outcome) {
    const Json record = workspace_->record(kToyClient);
    for (const Json& item : record["items"])
      if (item["outcome"] == outcome) return item;
    ADD_FAILURE() << "no entry was " << outcome;
    return Json::object();
  }

  static inline Workspace* workspace_ = nullptr;
};

TEST_F(Tracing, WhereFindsAnEntryOfEachOutcomeByIdAndByAddress) {
  const Json record = workspace_->record(kToyClient);
  ASSERT_GE(record["entries"].size(), 5U);
  for (const auto& [outcome, count] : record["entries"].items()) {
    const Json entry = entry_that_was(outcome);
    for (const char* name : {"item_id", "url"}) {
      const Answer where = workspace_->vectora({"where", string_member(entry, name)});
      EXPECT_EQ(where.exit_code, 0) << where.err;
      EXPECT_THAT(where.out, AllOf(HasSubstr(outcome), HasSubstr(string_member(entry, "item_id"))));
    }
  }
}

TEST_F(Tracing, WhereKnowsOtherSpellingsOfAnAddress) {
  const std::string url = string_member(entry_that_was("selected"), "url");
  const Answer where = workspace_->vectora({"where", url + "?utm_source=mail#top"});
  EXPECT_EQ(where.exit_code, 0) << where.err;
  EXPECT_THAT(where.out, HasSubstr("selected"));
}

TEST_F(Tracing, WhereInJsonNamesRunAndOutcome) {
  const Json entry = entry_that_was("selected");
  const Answer where = workspace_->vectora({"where", string_member(entry, "url"), "--json"});
  const Json line = *parse_json(lines_of(where.out).at(0));
  EXPECT_EQ(line["outcome"], "selected");
  EXPECT_EQ(line["item_id"], entry["item_id"]);
  EXPECT_EQ(line["run_id"], workspace_->record(kToyClient)["run_id"]);
  EXPECT_EQ(line["as_of"], kToyDay);
}

TEST_F(Tracing, ExplainShowsEachTermOfTheReceiptWithItsWordsAndItsConfiguration) {
  const Json entry = entry_that_was("selected");
  const std::string id = string_member(entry, "item_id");
  const Answer json = workspace_->vectora({"explain", id, "--json"});
  ASSERT_EQ(json.exit_code, 0) << json.err;
  const Json item = *parse_json(json.out);
  const Answer text = workspace_->vectora({"explain", id});
  ASSERT_EQ(text.exit_code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr(string_member(item, "title")));
  const Json& receipt = item["scoring_results"]["receipt"];
  ASSERT_FALSE(receipt.empty());
  for (const Json& term : receipt) {
    EXPECT_THAT(text.out, HasSubstr(string_member(term, "rule") + ": "));
    EXPECT_THAT(text.out, HasSubstr(string_member(term, "because")));
    const std::string config = string_member(term, "config");
    if (config.empty()) continue;
    EXPECT_THAT(text.out, HasSubstr("[" + config + "]"));
  }
}

TEST_F(Tracing, EachPlaceInAReceiptIsALineOfTheWorkspace) {
  const std::string id = string_member(entry_that_was("selected"), "item_id");
  const Json item = *parse_json(workspace_->vectora({"explain", id, "--json"}).out);
  size_t places = 0;
  for (const Json& term : item["scoring_results"]["receipt"]) {
    const std::string config = string_member(term, "config");
    if (config.empty()) continue;
    const std::string file = config.substr(0, config.find(':'));
    const size_t line = std::stoul(config.substr(config.find(':') + 1));
    const auto lines = lines_of(testing::read_file(workspace_->path() / file));
    ASSERT_GE(line, 1U) << config;
    ASSERT_LE(line, lines.size()) << config;
    EXPECT_THAT(lines[line - 1], Not(IsEmpty())) << config;
    ++places;
  }
  EXPECT_GE(places, 3U);
}

TEST_F(Tracing, ExplainOfARefusedEntrySaysItsOutcome) {
  const Json entry = entry_that_was("outside_window");
  const Answer explain = workspace_->vectora({"explain", string_member(entry, "url")});
  EXPECT_EQ(explain.exit_code, 0) << explain.err;
  EXPECT_THAT(explain.out, HasSubstr("outside_window"));
  EXPECT_THAT(explain.err, HasSubstr("no receipt"));
}

TEST_F(Tracing, WhatNoSourceOfferedIsNotFound) {
  for (const char* verb : {"where", "explain"}) {
    const Answer answer = workspace_->vectora({verb, "https://nowhere.example/x"});
    EXPECT_EQ(answer.exit_code, 1) << verb;
    EXPECT_THAT(answer.out, IsEmpty());
    EXPECT_THAT(answer.err, StartsWith("vectora: no run met https://nowhere.example/x"));
  }
}

TEST_F(Tracing, AnUnknownClientIsRefused) {
  const Answer answer =
      workspace_->vectora({"where", "https://nowhere.example/x", "--client", "ebus_weakly"});
  EXPECT_EQ(answer.exit_code, 2);
  EXPECT_THAT(answer.err, HasSubstr("did you mean 'ebus_weekly'?"));
}

TEST_F(Tracing, LookingWritesNothing) {
  const Tree before = read_tree(workspace_->path());
  const std::string id = string_member(entry_that_was("selected"), "item_id");
  for (const char* verb : {"where", "explain"}) workspace_->vectora({verb, id});
  EXPECT_THAT(differences(before, read_tree(workspace_->path())), IsEmpty());
}

}  // namespace
}  // namespace vectora::e2e
