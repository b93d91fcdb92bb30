// How fast feeds are read, by CPU time: the real feeds beside the checkout where
// they are, a big generated feed everywhere. Where Debian's python3-feedparser is
// installed, the label says how many times faster than it this run was on the same
// feeds.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "bench/peer.h"
#include "vectora/feed/feed.h"
#include "vectora/testing/temp_dir.h"

namespace {

using vectora::feed::Entry;
using vectora::feed::Options;
using vectora::feed::parse_feed;

const std::filesystem::path kRealFeeds = "../shared/packs/feeds";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> real_feeds() {
  std::vector<std::string> feeds;
  std::ifstream list(kRealFeeds / "bench_real.txt");
  for (std::string name; std::getline(list, name);) feeds.push_back(read_file(kRealFeeds / name));
  return feeds;
}

std::string generated_item(const std::string& number) {
  std::string item = "<item><title>Company ";
  item += number;
  item += " reports results &amp; an outlook</title><link>https://news.example/releases/";
  item += number;
  item += "</link><guid>r";
  item += number;
  item += "</guid><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate><category>News</category>";
  item += "<description>";
  for (int paragraph = 0; paragraph < 8; ++paragraph) {
    item += "&lt;p&gt;The injection is given every three months, says the company; a study of ";
    item += number;
    item += " patients is under way.&lt;/p&gt;\n";
  }
  return item + "</description></item>\n";
}

std::string generated_feed(int items) {
  std::string feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel>";
  for (int i = 0; i < items; ++i) feed += generated_item(std::to_string(i));
  return feed + "</channel></rss>";
}

// Megabytes of the real feeds that feedparser reads in a second of CPU; 0 where there is none.
double feedparser_rate() {
  constexpr std::string_view kProgram =
      "import feedparser,time,sys\n"
      "d=sys.argv[1]+\"/\"\n"
      "b=[open(d+l.strip(),\"rb\").read() for l in open(d+\"bench_real.txt\")]\n"
      "t=time.process_time()\n"
      "for x in b: feedparser.parse(x)\n"
      "print(sum(map(len,b))/1e6/(time.process_time()-t))";
  return vectora::bench::run_python(kProgram, "'" + kRealFeeds.string() + "'");
}

void real(benchmark::State& state) {
  const std::vector<std::string> feeds = real_feeds();
  if (feeds.empty()) return state.SkipWithError("needs ../shared/packs/feeds");
  int64_t bytes = 0;
  for (const std::string& feed : feeds) bytes += static_cast<int64_t>(feed.size());
  const double start = vectora::bench::cpu_seconds();
  for (auto _ : state)
    for (const std::string& feed : feeds) benchmark::DoNotOptimize(parse_feed(feed));
  const double spent = vectora::bench::cpu_seconds() - start;
  const int64_t total = static_cast<int64_t>(state.iterations()) * bytes;
  state.SetBytesProcessed(total);
  state.SetLabel(vectora::bench::compared("python3-feedparser",
                                          static_cast<double>(total) / 1e6 / spent,
                                          feedparser_rate(), "MB a CPU-second"));
}

// The generator beside the checkout writes 50,000 items in 54 MB; ours fewer bytes.
std::string big_feed() {
  const std::filesystem::path generator = kRealFeeds / "gen_big.py";
  if (!std::filesystem::exists(generator)) return generated_feed(50000);
  const vectora::testing::TempDir dir;
  const std::string target = (dir.path() / "big.rss").string();
  const std::string command =
      "/usr/bin/python3 '" + generator.string() + "' '" + target + "' >/dev/null 2>&1";
  if (std::system(command.c_str()) != 0) return generated_feed(50000);
  return read_file(target);
}

// Gives free memory back and starts the count of the most in use anew (Linux).
void forget_peak_memory() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

double memory_mb(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::strtod(line.c_str() + field.size(), nullptr) / 1024;
  }
  return 0;
}

void into_a_sink(benchmark::State& state) {
  const std::string feed = big_feed();
  Options options;
  size_t items = 0;
  options.sink = [&](Entry&& entry) {
    ++items;
    benchmark::DoNotOptimize(entry);
  };
  forget_peak_memory();
  const double before = memory_mb("VmRSS:");
  for (auto _ : state) benchmark::DoNotOptimize(parse_feed(feed, options));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(feed.size()));
  state.SetItemsProcessed(static_cast<int64_t>(items));
  state.counters["MB_input"] = static_cast<double>(feed.size()) / 1e6;
  state.counters["MB_beyond_input"] = memory_mb("VmHWM:") - before;
}

BENCHMARK(real)->Unit(benchmark::kMillisecond);
BENCHMARK(into_a_sink)->Unit(benchmark::kMillisecond);

}  // namespace
