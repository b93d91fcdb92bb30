// How fast feeds are read: the real feeds beside the checkout where they are,
// a generated feed of 50,000 items everywhere. Where python3 has feedparser, the
// label says how many times faster than it this run was on the same feeds.
#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "vectora/feed/feed.h"

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

// Seconds that feedparser takes for the real feeds, or 0 where it is not there.
double feedparser_seconds() {
  const std::string command =
      "/usr/bin/python3 -c 'import feedparser,time,sys\n"
      "d=\"" +
      kRealFeeds.string() +
      "/\"\n"
      "b=[open(d+l.strip(),\"rb\").read() for l in open(d+\"bench_real.txt\")]\n"
      "t=time.perf_counter()\n"
      "for x in b: feedparser.parse(x)\n"
      "print(time.perf_counter()-t)' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::array<char, 64> line{};
  if (!pipe || std::fgets(line.data(), line.size(), pipe.get()) == nullptr) return 0;
  return std::strtod(line.data(), nullptr);
}

void real(benchmark::State& state) {
  const std::vector<std::string> feeds = real_feeds();
  if (feeds.empty()) return state.SkipWithError("needs ../shared/packs/feeds");
  int64_t bytes = 0;
  for (const std::string& feed : feeds) bytes += static_cast<int64_t>(feed.size());
  const auto start = std::chrono::steady_clock::now();
  for (auto _ : state)
    for (const std::string& feed : feeds) benchmark::DoNotOptimize(parse_feed(feed));
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * bytes);
  const double theirs = feedparser_seconds();
  if (theirs > 0) {
    const double ours = spent.count() / static_cast<double>(state.iterations());
    state.SetLabel(std::to_string(static_cast<int>(theirs / ours)) + " times feedparser");
  }
}

void into_a_sink(benchmark::State& state) {
  const std::string feed = generated_feed(50000);
  Options options;
  options.sink = [](Entry&& entry) { benchmark::DoNotOptimize(entry); };
  for (auto _ : state) benchmark::DoNotOptimize(parse_feed(feed, options));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(feed.size()));
}

BENCHMARK(real)->Unit(benchmark::kMillisecond);
BENCHMARK(into_a_sink)->Unit(benchmark::kMillisecond);

}  // namespace
