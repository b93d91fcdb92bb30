// Several clients in one workspace, and the bodies that programs read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"

namespace vectora::e2e {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::vector<std::string> kRun = {"run", "--replay", "capture"};

std::vector<std::string> run_with(std::vector<std::string> more) {
  more.insert(more.begin(), kRun.begin(), kRun.end());
  return more;
}

// Three clients: two that run, one whose file is wrong.
Workspace mixed_workspace() {
  Workspace workspace = toy_workspace();
  add_toy_client(workspace, "ebus_other");
  add_toy_client(workspace, "ebus_broken");
  workspace.replace("clients/production/ebus_broken.yaml", "max_items_total", "max_item_total");
  return workspace;
}

Json body_of(const Answer& run) {
  const auto body = parse_json(run.out);
  EXPECT_TRUE(body) << run.out;
  return body ? *body : Json::object();
}

void expect_keys(const Json& body, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) EXPECT_TRUE(body.contains(key)) << key << " is missing";
}

const std::vector<std::string> kIngestKeys = {"client_id",
                                              "execution_date",
                                              "sources_processed",
                                              "sources_failed",
                                              "items_ingested",
                                              "items_filtered_out",
                                              "items_deduplicated",
                                              "items_final",
                                              "period_days_used",
                                              "s3_output_path",
                                              "execution_time_seconds",
                                              "dry_run",
                                              "ingestion_mode",
                                              "temporal_mode",
                                              "status",
                                              "run_id",
                                              "outcomes"};
const std::vector<std::string> kNormalizeKeys = {
    "client_id",          "status",     "last_run_path", "output_path",
    "processing_time_ms", "statistics", "configuration"};
const std::vector<std::string> kStatisticsKeys = {
    "items_input",        "items_normalized",           "items_matched",
    "items_scored",       "normalization_success_rate", "matching_success_rate",
    "score_distribution", "entity_statistics",          "domain_statistics"};
const std::vector<std::string> kNewsletterKeys = {
    "client_id",       "status",         "target_date",
    "items_processed", "items_selected", "newsletter_generated",
    "s3_paths",        "llm_calls",      "selection_metadata"};
const std::vector<std::string> kManyKeys = {"execution_date",
                                            "clients_discovered",
                                            "clients_active",
                                            "clients_processed",
                                            "clients_succeeded",
                                            "clients_failed",
                                            "total_items_ingested",
                                            "execution_time_seconds",
                                            "dry_run",
                                            "status",
                                            "client_results"};

TEST(Clients, AnInvalidOneFailsAloneAndTheOthersRun) {
  const Workspace workspace = mixed_workspace();
  const Answer run = workspace.vectora(kRun);
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_THAT(run.err, HasSubstr("clients/production/ebus_broken.yaml:30:3"));
  for (const char* client : {"ebus_weekly", "ebus_other"})
    EXPECT_THAT(selected_items(workspace.newsletter(client, kToyDay)), Not(IsEmpty())) << client;
  EXPECT_THAT(workspace.keys("newsletters", "ebus_broken"), IsEmpty());
  EXPECT_THAT(workspace.keys("data", "raw/captures/"), SizeIs(1)) << "one collection for all";
}

TEST(Clients, AnInvalidOneIsCountedInTheBodyOfMany) {
  const Workspace workspace = mixed_workspace();
  const Answer run = workspace.vectora(run_with({"--json"}));
  EXPECT_EQ(run.exit_code, 3);
  const Json body = body_of(run);
  expect_keys(body, kManyKeys);
  EXPECT_EQ(body["status"], "partial_success");
  EXPECT_EQ(body["clients_discovered"], 3);
  EXPECT_EQ(body["clients_succeeded"], 2);
  EXPECT_EQ(body["clients_failed"], 1);
  ASSERT_THAT(body["client_results"], SizeIs(3));
  for (const Json& result : body["client_results"])
    expect_keys(result, {"client_id", "status", "items_final", "execution_time"});
}

TEST(Clients, AnInvalidOneThatIsNamedStopsTheRun) {
  const Workspace workspace = mixed_workspace();
  const Answer run =
      workspace.vectora(run_with({"--client", "ebus_weekly", "--client", "ebus_broken"}));
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(workspace.store(), IsEmpty());
}

TEST(Clients, WithoutAnActiveOneNothingIsDoneAndSaidSo) {
  const Workspace workspace = toy_workspace();
  workspace.replace(kToyClientFile, "active: true", "active: false");
  const Answer run = workspace.vectora(kRun);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, HasSubstr("no client is active"));
  EXPECT_THAT(workspace.keys("newsletters", ""), IsEmpty());
  EXPECT_EQ(body_of(workspace.vectora(run_with({"--json"})))["status"], "no_active_clients");
}

TEST(Clients, AnInactiveOneRunsWhenItIsNamed) {
  const Workspace workspace = toy_workspace();
  workspace.replace(kToyClientFile, "active: true", "active: false");
  EXPECT_EQ(workspace.vectora(run_with({"--client", kToyClient})).exit_code, 0);
  EXPECT_THAT(selected_items(workspace.newsletter(kToyClient, kToyDay)), Not(IsEmpty()));
}

TEST(Clients, SourcesNarrowANamedClientOnly) {
  const Workspace workspace = toy_workspace();
  const std::string one = "press_corporate__norrbuss";
  const Answer all = workspace.vectora(run_with({"--sources", one}));
  EXPECT_THAT(all.err, HasSubstr("--sources is ignored"));
  expect_balanced(workspace.record(kToyClient), 3);
  const Workspace narrow = toy_workspace();
  EXPECT_EQ(narrow.vectora(run_with({"--client", kToyClient, "--sources", one})).exit_code, 0);
  expect_balanced(narrow.record(kToyClient), 1);
}

TEST(Clients, ASourceThatTheNamedClientDoesNotReadIsRefused) {
  const Workspace workspace = toy_workspace();
  const Answer run = workspace.vectora(
      run_with({"--client", kToyClient, "--sources", "press_corporate__norbuss"}));
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("did you mean 'press_corporate__norrbuss'?"));
  EXPECT_THAT(workspace.store(), IsEmpty());
}

TEST(Bodies, OfOneClientHaveTheKeysOfTheirStep) {
  const Workspace workspace = toy_workspace();
  const std::vector<std::string> one = {"--client", kToyClient, "--json"};
  const Json run = body_of(workspace.vectora(run_with(one)));
  expect_keys(run, kIngestKeys);
  expect_keys(run["normalize"], kNormalizeKeys);
  expect_keys(run["newsletter"], kNewsletterKeys);

  const Json ingest = body_of(
      workspace.vectora({"ingest", "--replay", "capture", "--client", kToyClient, "--json"}));
  expect_keys(ingest, kIngestKeys);
  const Json normalize = body_of(
      workspace.vectora({"normalize", "--as-of", kToyDay, "--client", kToyClient, "--json"}));
  expect_keys(normalize, kNormalizeKeys);
  expect_keys(normalize["statistics"], kStatisticsKeys);
  const Json newsletter = body_of(workspace.vectora(
      {"newsletter", "--target-date", kToyDay, "--client", kToyClient, "--json"}));
  expect_keys(newsletter, kNewsletterKeys);
  EXPECT_EQ(newsletter["items_selected"],
            selected_items(workspace.newsletter(kToyClient, kToyDay)).size());
}

TEST(Bodies, CountWhatTheRecordCounts) {
  const Workspace workspace = toy_workspace();
  const Json body = body_of(workspace.vectora(run_with({"--client", kToyClient, "--json"})));
  const Json record = workspace.record(kToyClient);
  EXPECT_EQ(body["outcomes"], record["entries"]);
  EXPECT_EQ(body["items_ingested"], record["entries_offered"]);
  EXPECT_EQ(body["run_id"], record["run_id"]);
  EXPECT_EQ(body["items_final"].get<int>() + body["items_filtered_out"].get<int>() +
                body["items_deduplicated"].get<int>(),
            body["items_ingested"].get<int>());
}

TEST(ClientCommands, ListHasALineEachAndSaysWhichIsInvalid) {
  const Workspace workspace = mixed_workspace();
  const Answer run = workspace.vectora({"client", "list"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(lines_of(run.out), SizeIs(2));
  EXPECT_THAT(run.err, HasSubstr("ebus_broken is not valid"));
  const Answer json = workspace.vectora({"client", "list", "--json"});
  std::vector<std::string> ids;
  for (const std::string& line : lines_of(json.out))
    ids.push_back(string_member(*parse_json(line), "client_id"));
  EXPECT_THAT(ids, ::testing::ElementsAre("ebus_other", "ebus_weekly"));
}

TEST(ClientCommands, ShowAndValidateKnowValidInvalidAndUnknown) {
  const Workspace workspace = mixed_workspace();
  const Answer shown = workspace.vectora({"client", "show", kToyClient});
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_THAT(body_of(shown)["source_keys"], Contains("press_corporate__norrbuss"));
  EXPECT_EQ(workspace.vectora({"client", "validate", kToyClient}).exit_code, 0);
  const Answer broken = workspace.vectora({"client", "validate", "ebus_broken"});
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_THAT(broken.out, HasSubstr("did you mean 'max_items_total'?"));
  for (const char* verb : {"show", "validate"})
    EXPECT_EQ(workspace.vectora({"client", verb, "nobody"}).exit_code, 2) << verb;
}

}  // namespace
}  // namespace vectora::e2e
