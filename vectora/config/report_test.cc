#include "vectora/config/report.h"

#include <gtest/gtest.h>

#include "vectora/config/load/workspace_for_tests.h"

namespace vectora::config {
namespace {

constexpr const char* kClient = "clients/production/ebus_weekly.yaml";

LoadedWorkspace with_an_invalid_client() {
  Files files = toy_files();
  files["clients/bad.yaml"] = "client_profile: {name: Bad, client_id: bad}\n";
  return load_workspace(files);
}

TEST(Report, ProblemsAreCountedAndListed) {
  const std::vector<Problem> problems = {
      {Severity::kError, {"a.yaml", 1, 2, "k"}, "wrong", "do this"},
      {Severity::kWarning, {"b.yaml", 0, 0, ""}, "unread", ""}};
  EXPECT_EQ(problems_text(problems),
            "error: a.yaml:1:2 k: wrong; do this\nwarning: b.yaml: unread\n1 error, 1 warning\n");
  EXPECT_EQ(problems_text({}), "no problems\n");
  EXPECT_EQ(to_json_line(problems_json(problems)),
            R"({"errors":1,"warnings":1,"problems":[{"severity":"error","file":"a.yaml","line":1,)"
            R"("column":2,"key":"k","what":"wrong","hint":"do this"},{"severity":"warning",)"
            R"("file":"b.yaml","line":0,"column":0,"key":"","what":"unread","hint":""}]})");
}

TEST(Report, ClientsAreListedWithTheirState) {
  const std::vector<ClientSummary> clients = client_summaries(with_an_invalid_client());
  EXPECT_EQ(client_list_text(clients),
            "bad          invalid   2 errors    clients/bad.yaml\n"
            "ebus_weekly  active    3 sources   clients/production/ebus_weekly.yaml\n");
  EXPECT_EQ(client_list_text({}), "no clients\n");
}

TEST(Report, AClientIsShownWithWhatItWatchesAndReads) {
  const std::vector<ClientSummary> clients = client_summaries(with_an_invalid_client());
  ASSERT_EQ(clients.size(), 2u);
  EXPECT_EQ(client_text(clients[0]),
            "bad (invalid)\n  file      clients/bad.yaml\n"
            "  problems  2 errors, 1 warning; `vectora validate` lists them\n");
  EXPECT_EQ(client_text(clients[1]),
            "ebus_weekly (active)\n"
            "  file      clients/production/ebus_weekly.yaml\n"
            "  name      Bus Battery Weekly\n"
            "  language  en\n"
            "  period    14 days\n"
            "  domains   bus_battery_market\n"
            "  sections  orders, technique, rest\n"
            "  sources   press_corporate__norrbuss, press_corporate__voltara, "
            "press_sector__depot_daily\n");
}

TEST(Report, AClientAsJsonHasTheSameFacts) {
  const std::vector<ClientSummary> clients = client_summaries(load_workspace(toy_files()));
  ASSERT_EQ(clients.size(), 1u);
  const Json json = client_json(clients[0]);
  EXPECT_EQ(json["client_id"], "ebus_weekly");
  EXPECT_EQ(json["file"], kClient);
  EXPECT_EQ(json["valid"], true);
  EXPECT_EQ(json["sections"].size(), 3u);
  EXPECT_EQ(json["errors"], 0);
}

}  // namespace
}  // namespace vectora::config
