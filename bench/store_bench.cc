// Writing, listing and reading many objects of 10 kB in a directory.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "vectora/store/object_store.h"
#include "vectora/store/transfer.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::store {
namespace {

constexpr size_t kObjectBytes = 10000;

std::vector<Write> writes_of(const std::string& bytes, size_t count) {
  std::vector<Write> writes;
  for (size_t i = 0; i < count; ++i)
    writes.push_back({"raw/" + std::to_string(i % 256) + "/" + std::to_string(i), bytes});
  return writes;
}

void PutOneByOne(benchmark::State& state) {
  const std::string bytes(kObjectBytes, 'x');
  const auto writes = writes_of(bytes, static_cast<size_t>(state.range(0)));
  for (auto _ : state) {
    const testing::TempDir folder;
    const auto store = open_directory(folder.path().string());
    for (const Write& write : writes)
      if (!store->put(write.key, write.bytes)) std::abort();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(PutOneByOne)->Arg(1000)->Unit(benchmark::kMillisecond)->UseRealTime();

void PutAll(benchmark::State& state) {
  const std::string bytes(kObjectBytes, 'x');
  const auto writes = writes_of(bytes, static_cast<size_t>(state.range(0)));
  for (auto _ : state) {
    const testing::TempDir folder;
    if (!open_directory(folder.path().string())->put_all(writes)) std::abort();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(PutAll)->Arg(10000)->Unit(benchmark::kMillisecond)->UseRealTime();

void ListAndTransfer(benchmark::State& state) {
  const std::string bytes(kObjectBytes, 'x');
  const testing::TempDir folder;
  const auto from = open_directory((folder / "from").string());
  if (!from->put_all(writes_of(bytes, static_cast<size_t>(state.range(0))))) std::abort();
  for (auto _ : state) {
    const testing::TempDir target;
    std::vector<KeyPair> pairs;
    for (const ObjectInfo& info : *from->list("")) pairs.push_back({info.key, info.key});
    if (!transfer(*from, *open_directory(target.path().string()), pairs)) std::abort();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(ListAndTransfer)->Arg(10000)->Unit(benchmark::kMillisecond)->UseRealTime();

void ReadAll(benchmark::State& state) {
  const std::string bytes(kObjectBytes, 'x');
  const testing::TempDir folder;
  const auto store = open_directory(folder.path().string());
  if (!store->put_all(writes_of(bytes, static_cast<size_t>(state.range(0))))) std::abort();
  for (auto _ : state)
    for (const ObjectInfo& info : *store->list(""))
      if (!store->get(info.key)) std::abort();
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(ReadAll)->Arg(10000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace vectora::store
