// Fifty processes that update what five clients share, at one time, while another reads
// it all: nothing is lost and nothing is torn, in a directory and on a server.
//
// A process makes four rounds. VECTORA_CONTENTION_SECONDS=60 makes it go on that long.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
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

// What the processes tell each other, in memory that they share.
struct Board {
  std::array<std::atomic<int>, kProcesses> rounds{};
  std::atomic<bool> ended = false;
  std::atomic<int> reads = 0;
  std::atomic<int> torn = 0;
};
static_assert(std::atomic<int>::is_always_lock_free);

class SharedBoard {
 public:
  SharedBoard()
      : board_(new (::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE,
                           MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Board) {}
  ~SharedBoard() { ::munmap(board_, sizeof(Board)); }
  SharedBoard(const SharedBoard&) = delete;
  SharedBoard& operator=(const SharedBoard&) = delete;

  Board* operator->() const { return board_; }

 private:
  Board* board_;
};

std::optional<Steady::time_point> end_of_contention() {
  const char* seconds = std::getenv("VECTORA_CONTENTION_SECONDS");
  if (seconds == nullptr) return std::nullopt;
  return Steady::now() + std::chrono::seconds(std::atoi(seconds));
}

Result<void> make_round(store::ObjectStore& data, int process, int round) {
  TRY(remember_issue(data, process, round));
  TRY(count_visit(data, process, round));
  return register_context(data, process, round);
}

// What one process does; whether all went well.
bool work(store::ObjectStore& data, int process, const SharedBoard& board,
          std::optional<Steady::time_point> end) {
  for (int round = 0; end ? Steady::now() < *end : round < kRounds; ++round) {
    if (const auto made = make_round(data, process, round); !made) {
      std::cerr << process << ": " << made.error().message << "\n";
      return false;
    }
    board->rounds.at(static_cast<size_t>(process)) = round + 1;
  }
  return true;
}

// Of one kind of object: how many updates it holds; an error where it is torn.
Result<size_t> issues_of(store::ObjectStore& data, int number) {
  const store::Object object = TRY(data.get(store::keys::sent_memory(client(number))));
  const Json json = TRY(parse_json(object.bytes));
  return TRY(newsletter::sent_memory_from_json(json)).issues.size();
}
Result<size_t> visits_of(store::ObjectStore& data, int number) {
  return static_cast<size_t>(TRY(pipeline::load_source_state(data, source(number))).requests);
}
Result<size_t> contexts_of(store::ObjectStore& data, int) {
  const store::Object object = TRY(data.get(kRegistry));
  return TRY(parse_json(object.bytes)).at("history").size();
}
using Count = Result<size_t> (*)(store::ObjectStore&, int);
constexpr std::array<Count, 3> kCounts = {issues_of, visits_of, contexts_of};

// Whoever runs beside sees whole objects, and never fewer updates than before.
void watch(store::ObjectStore& data, const SharedBoard& board) {
  std::map<std::pair<size_t, int>, size_t> before;
  while (!board->ended) {
    for (size_t kind = 0; kind < kCounts.size(); ++kind)
      for (int i = 0; i < kClients; ++i) {
        const Result<size_t> count = kCounts[kind](data, i);
        if (!count && count.error().code == ErrorCode::kNotFound) continue;
        ++board->reads;
        size_t& last = before[{kind, i}];
        if (!count || *count < last) ++board->torn;
        if (count) last = *count;
      }
  }
}

template <class Work>
pid_t in_child(const Work& what) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::_exit(what() ? 0 : 1);
}

void expect_good_end(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

void contend(const Open& open, const SharedBoard& board) {
  const auto end = end_of_contention();
  const pid_t watcher = in_child([&] {
    watch(*open(), board);
    return true;
  });
  std::vector<pid_t> children;
  for (int process = 0; process < kProcesses; ++process)
    children.push_back(in_child([&] { return work(*open(), process, board, end); }));
  for (const pid_t child : children) expect_good_end(child);
  board->ended = true;
  expect_good_end(watcher);
}

// How many updates of one kind there are; none where an object is torn.
size_t total(store::ObjectStore& data, Count count, int objects) {
  size_t sum = 0;
  for (int i = 0; i < objects; ++i) {
    const Result<size_t> of_one = count(data, i);
    EXPECT_TRUE(of_one) << of_one.error().message;
    if (!of_one) return 0;
    sum += *of_one;
  }
  return sum;
}

void expect_nothing_lost(store::ObjectStore& data, const SharedBoard& board) {
  size_t rounds = 0;
  for (const std::atomic<int>& of_one : board->rounds) rounds += static_cast<size_t>(of_one);
  const size_t found = total(data, issues_of, kClients) + total(data, visits_of, kClients) +
                       total(data, contexts_of, 1);
  EXPECT_GE(rounds, static_cast<size_t>(kProcesses));
  EXPECT_EQ(found, 3 * rounds);
  EXPECT_EQ(board->torn, 0);
  EXPECT_GT(board->reads, 0);
  std::cout << 3 * rounds << " updates by " << kProcesses << " processes, " << 3 * rounds - found
            << " lost; " << board->reads << " reads beside them, " << board->torn << " torn\n";
}

TEST(DirectoryContentionTest, FiftyProcessesLoseNothing) {
  const testing::TempDir folder;
  const Open open = [&] { return store::open_directory(folder.path().string()); };
  const SharedBoard board;
  contend(open, board);
  expect_nothing_lost(*open(), board);
}

TEST(RadosgwContentionTest, FiftyProcessesLoseNothing) {
  const Server& server = Server::radosgw();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  const auto store = server.open_bucket("contention");
  const Open open = [&] {
    return *aws::open_s3(server.options("contention"),
                         aws::fixed_credentials(server.credentials()));
  };
  const SharedBoard board;
  contend(open, board);
  expect_nothing_lost(*store, board);
}

}  // namespace
}  // namespace vectora::s3
