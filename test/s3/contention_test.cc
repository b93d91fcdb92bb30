// Fifty processes that update what five clients share, at one time: nothing is lost and
// nothing is torn, in a directory and on a server.
//
// A process makes four rounds. VECTORA_CONTENTION_SECONDS=60 makes it go on that long.
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "test/s3/server.h"
#include "vectora/base/json.h"
#include "vectora/newsletter/sent_memory.h"
#include "vectora/pipeline/source_state.h"
#include "vectora/store/buckets.h"

namespace vectora::s3 {
namespace {

using Steady = std::chrono::steady_clock;
using Open = std::function<std::unique_ptr<store::ObjectStore>()>;

constexpr int kProcesses = 50;
constexpr int kClients = 5;
constexpr int kRounds = 4;
constexpr int kDaysOfProcess = 10000;
constexpr int kMaxRounds = 250;  // an exit status tells how many
const std::string kRegistry = "contexts/registry.json";

ClientId client(int number) { return ClientId("client_" + std::to_string(number % kClients)); }
SourceKey source(int number) {
  return SourceKey("press_source_" + std::to_string(number % kClients));
}

Result<void> remember_issue(store::ObjectStore& data, int process, int round) {
  const auto add = [&](const std::optional<std::string>& bytes) -> Result<std::string> {
    newsletter::SentMemory memory;
    if (bytes) {
      const Json json = TRY(parse_json(*bytes));
      memory = TRY(newsletter::sent_memory_from_json(json));
    }
    memory.record(Date::from_days(process * kDaysOfProcess + round), {});
    return to_json_text(newsletter::to_json(memory));
  };
  return store::update(data, store::keys::sent_memory(client(process + round)), add);
}

Result<void> count_visit(store::ObjectStore& data, int process, int round) {
  const SourceKey key = source(process + round);
  const pipeline::SourceState before = TRY(pipeline::load_source_state(data, key));
  pipeline::SourceState after = before;
  after.requests += 1;
  after.last_success = Instant::from_unix(round);
  return pipeline::save_source_state(data, key, {before, after});
}

Result<void> register_context(store::ObjectStore& data, int process, int round) {
  const auto add = [&](const std::optional<std::string>& bytes) -> Result<std::string> {
    Json registry =
        bytes ? TRY(parse_json(*bytes)) : Json{{"version", 1}, {"history", Json::array()}};
    registry["history"].push_back(std::to_string(process) + "_" + std::to_string(round));
    return to_json_text(registry);
  };
  return store::update(data, kRegistry, add);
}

// What one process does; how many rounds it made, or a number above them.
int work(const Open& open, int process, std::optional<Steady::time_point> end) {
  const auto data = open();
  int round = 0;
  for (; end ? Steady::now() < *end && round < kMaxRounds : round < kRounds; ++round) {
    for (const auto& update :
         {remember_issue(*data, process, round), count_visit(*data, process, round),
          register_context(*data, process, round)}) {
      if (update) continue;
      std::cerr << process << ": " << update.error().message << "\n";
      return kMaxRounds + 1;
    }
  }
  return round;
}

int contend(const Open& open) {
  std::optional<Steady::time_point> end;
  if (const char* seconds = std::getenv("VECTORA_CONTENTION_SECONDS"))
    end = Steady::now() + std::chrono::seconds(std::atoi(seconds));
  std::vector<pid_t> children;
  for (int process = 0; process < kProcesses; ++process) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      ::_exit(work(open, process, end));
    }
    children.push_back(child);
  }
  int rounds = 0;
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) <= kMaxRounds);
    rounds += WEXITSTATUS(status);
  }
  return rounds;
}

void expect_nothing_lost(store::ObjectStore& data, int rounds) {
  size_t issues = 0;
  int64_t requests = 0;
  for (int i = 0; i < kClients; ++i) {
    const auto memory = parse_json(data.get(store::keys::sent_memory(client(i)))->bytes);
    ASSERT_TRUE(memory);
    issues += newsletter::sent_memory_from_json(*memory)->issues.size();
    requests += pipeline::load_source_state(data, source(i))->requests;
  }
  EXPECT_EQ(issues, static_cast<size_t>(rounds));
  EXPECT_EQ(requests, rounds);
  EXPECT_EQ(parse_json(data.get(kRegistry)->bytes)->at("history").size(),
            static_cast<size_t>(rounds));
  std::cout << rounds << " rounds of three updates, nothing lost\n";
}

TEST(DirectoryContentionTest, FiftyProcessesLoseNothing) {
  const testing::TempDir folder;
  const Open open = [&] { return store::open_directory(folder.path().string()); };
  const int rounds = contend(open);
  expect_nothing_lost(*open(), rounds);
}

TEST(RadosgwContentionTest, FiftyProcessesLoseNothing) {
  const Server& server = Server::radosgw();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  const auto store = server.open_bucket("contention");
  const Open open = [&] {
    return *aws::open_s3(server.options("contention"),
                         aws::fixed_credentials(server.credentials()));
  };
  const int rounds = contend(open);
  expect_nothing_lost(*store, rounds);
}

}  // namespace
}  // namespace vectora::s3
