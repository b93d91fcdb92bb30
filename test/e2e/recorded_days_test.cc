// Days of real press, as they were recorded: no run fails, all adds up, nothing
// comes twice.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <set>

#include "test/e2e/workspace.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";
constexpr const char* kClientFile = "clients/production/lai_weekly.yaml";
constexpr const char* kDays[] = {"2026-04-15", "2026-04-16", "2026-04-17"};

int free_port() {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = static_cast<sockaddr*>(static_cast<void*>(&address));
  EXPECT_EQ(bind(listener, generic, size), 0);
  EXPECT_EQ(getsockname(listener, generic, &size), 0);
  close(listener);
  return ntohs(address.sin_port);
}

// The market pack of `init` with the recorded feeds as its only sources.
Workspace workspace_of(const std::filesystem::path& pack, int port) {
  Workspace workspace = fresh_workspace();
  std::string recorded = testing::read_file(pack / "source_catalog.yaml");
  const size_t bouquets = recorded.find("\nbouquets:\n");
  const std::string pack_text = testing::read_file(workspace.path() / kCatalog);
  const size_t own_bouquets = pack_text.find("\nbouquets:\n");
  EXPECT_NE(bouquets, std::string::npos);
  EXPECT_NE(own_bouquets, std::string::npos);
  const size_t first_source = recorded.find("\n  - source_key:");
  const std::string heading = "\nbouquets:\n";
  workspace.write(kCatalog, pack_text.substr(0, own_bouquets) +
                                recorded.substr(first_source, bouquets - first_source) +
                                pack_text.substr(own_bouquets) + "\n" +
                                recorded.substr(bouquets + heading.size()));
  workspace.replace(kCatalog, "127.0.0.1:8808", "127.0.0.1:" + std::to_string(port));
  workspace.replace(kClientFile, "[lai_corporate_mvp, lai_press_mvp]", "[replay_all]");
  workspace.replace("vectora.yaml", "allow_private_addresses: false",
                    "allow_private_addresses: true");
  workspace.replace("vectora.yaml", "delay_ms: 500", "delay_ms: 0");
  workspace.replace("vectora.yaml", "per_host: 2", "per_host: 16");
  return workspace;
}

TEST(RecordedDays, EachRunAddsUpAndNothingIsSentTwice) {
  const auto pack = testing::shared_material("packs/replay");
  if (pack.empty()) GTEST_SKIP() << "needs ../shared/packs/replay";
  if (installed("python3").empty()) GTEST_SKIP() << "needs python3";
  const int port = free_port();
  const Workspace workspace = workspace_of(pack, port);
  ASSERT_EQ(workspace.vectora({"validate"}).exit_code, 0);
  std::set<std::string> sent;
  for (const char* day : kDays) {
    Background server({"python3", (pack / "serve.py").string(), "--port", std::to_string(port),
                       "--day", day, "--seconds", "60"});
    ASSERT_THAT(server.first_line(), HasSubstr(day));
    const Answer run = workspace.vectora({"run", "--live", "--as-of", day});
    // Some feeds have no recorded answer on some days.
    ASSERT_THAT(run.exit_code, AnyOf(0, 3)) << run.err;
    const Json record = workspace.record("lai_weekly", day);
    expect_balanced(record, 26);
    for (const Json& failure : record["failures"]) EXPECT_EQ(failure["reason"], "status");
    EXPECT_GT(record["entries_offered"].get<int>(), 100);
    for (const std::string& item : selected_items(workspace.newsletter("lai_weekly", day)))
      EXPECT_TRUE(sent.insert(item).second) << item << " comes again on " << day;
  }
  const Json last = workspace.record("lai_weekly", kDays[2]);
  EXPECT_GT(last["entries"].value("seen_before", 0), 0) << last["entries"];
  EXPECT_FALSE(sent.empty());
}

}  // namespace
}  // namespace vectora::e2e
