// Snapshots of 10,000 objects of 10 kB in a directory: the first, the next after one
// object in a hundred changed, and a full restore into an empty environment. Bytes are
// noise, which no compression makes smaller. TMPDIR chooses the disk.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>

#include "vectora/ops/snapshot/restore.h"
#include "vectora/ops/snapshot/verify.h"

namespace vectora::ops::snapshot {
namespace {

namespace fs = std::filesystem;

constexpr int kObjects = 10'000;
constexpr size_t kBytes = 10'000;
constexpr int kEvery = 100;  // one of so many changes

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

std::string noise(std::mt19937_64& random) {
  std::string bytes(kBytes, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

// Two environments of one folder, the first with its objects.
class Site {
 public:
  Site() {
    std::string name = (fs::temp_directory_path() / "vectora-bench-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    for (Environment* environment : {&from, &to}) {
      environment->project = "bench";
      environment->name = environment == &from ? "from" : "to";
      environment->buckets =
          store::open_directory_buckets(folder_.string(), "bench", environment->name);
    }
    for (int i = 0; i < kObjects; ++i) write(i);
  }
  ~Site() { fs::remove_all(folder_); }
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  void change_some() {
    for (int i = 0; i < kObjects; i += kEvery) write(i);
  }

  Created create(const std::string& name) {
    return must(create_snapshot({from, who_, observer_}, {.name = name}));
  }
  Restored restore(const std::string& name) {
    return must(restore_snapshot({to, who_, observer_}, from, {.name = name}));
  }
  Verified verify() { return must(verify_snapshots({from, who_, observer_})); }

  uint64_t kept_bytes() const {
    uint64_t bytes = 0;
    for (const auto& entry :
         fs::recursive_directory_iterator(folder_ / "bench-config-from" / "snapshots"))
      if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
  }

  Environment from;
  Environment to;

 private:
  // As files of a bucket, not through the store: what is measured begins after that.
  void write(int i) {
    const fs::path folder = folder_ / "bench-data-from" / "items" / std::to_string(i % 50);
    fs::create_directories(folder);
    std::ofstream(folder / (std::to_string(i) + ".bin"), std::ios::binary) << noise(random_);
  }

  fs::path folder_;
  std::mt19937_64 random_{1};
  ManualClock clock_{Instant::from_unix(1'770'000'000)};
  Operator who_{"bench@here", "bench", clock_, [](const std::string&) { return false; }};
  pipeline::SilentObserver observer_;
};

void first_snapshot(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) {
    state.PauseTiming();
    Site site;
    state.ResumeTiming();
    site.create("first");
    state.PauseTiming();
    state.counters["kept_bytes"] = static_cast<double>(site.kept_bytes());
    state.ResumeTiming();
  }
}
BENCHMARK(first_snapshot)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();

void second_snapshot(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) {
    state.PauseTiming();
    Site site;
    site.create("first");
    const auto before = static_cast<double>(site.kept_bytes());
    site.change_some();
    state.ResumeTiming();
    site.create("second");
    state.PauseTiming();
    const double added = static_cast<double>(site.kept_bytes()) - before;
    state.counters["added_percent"] = 100 * added / (kObjects * static_cast<double>(kBytes));
    state.ResumeTiming();
  }
}
BENCHMARK(second_snapshot)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();

void full_restore(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) {
    state.PauseTiming();
    Site site;
    site.create("first");
    state.ResumeTiming();
    state.counters["restored"] = static_cast<double>(site.restore("first").changes.size());
  }
}
BENCHMARK(full_restore)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();

void full_verify(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) {
    state.PauseTiming();
    Site site;
    site.create("first");
    state.ResumeTiming();
    state.counters["damages"] = static_cast<double>(site.verify().damages.size());
  }
}
BENCHMARK(full_verify)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();

}  // namespace
}  // namespace vectora::ops::snapshot
