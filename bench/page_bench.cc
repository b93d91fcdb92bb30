// How fast pages are read as articles (text, title and date), by CPU time: the
// real pages beside the checkout where they are, generated ones everywhere. Where
// Debian's python3-readability (text and title alone) is installed, the label says
// how many times faster than it this run was on the same pages.
#include <benchmark/benchmark.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bench/peer.h"
#include "vectora/page/article.h"

namespace {

namespace fs = std::filesystem;

const fs::path kRealPages = "../shared/packs/html/articles";
constexpr size_t kMostPages = 200;

std::vector<fs::path> real_paths() {
  std::vector<fs::path> paths;
  if (!fs::exists(kRealPages)) return paths;
  for (const auto& entry : fs::recursive_directory_iterator(kRealPages)) {
    if (entry.path().extension() == ".gz") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  const size_t step = paths.size() / kMostPages + 1;
  std::vector<fs::path> some;
  for (size_t i = 0; i < paths.size(); i += step) some.push_back(paths[i]);
  return some;
}

std::string read_gz(const fs::path& path) {
  std::string out;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return out;
  std::array<char, 65536> buffer;
  for (int got = 0; (got = gzread(file, buffer.data(), buffer.size())) > 0;) {
    out.append(buffer.data(), static_cast<size_t>(got));
  }
  gzclose(file);
  return out;
}

std::string generated_page() {
  std::string page = "<html lang=en><title>A report | Site</title><nav><ul>";
  for (int i = 0; i < 80; ++i) page += "<li><a href=/s>A section of the site</a></li>";
  page += "</ul></nav><article class=post><h1>A report</h1><p class=date>3 February 2026</p>";
  for (int i = 0; i < 40; ++i) {
    page +=
        "<p>The injection is given every three months, says the <a href=/c>company</a>; a study "
        "of two hundred patients is under way, and more is to be told in the spring.</p>";
  }
  return page + "</article><footer>Site</footer></html>";
}

// Pages that python3-readability reads in a second of CPU; 0 where there is none.
double readability_rate(const std::vector<fs::path>& paths) {
  constexpr std::string_view kProgram =
      "import sys,gzip,time\n"
      "from readability import Document\n"
      "pages=[gzip.open(p).read().decode(\"utf8\",\"replace\") for p in sys.argv[1:]]\n"
      "t=time.process_time()\n"
      "for p in pages:\n"
      "  try: d=Document(p); d.summary(); d.title()\n"
      "  except Exception: pass\n"
      "print(len(pages)/(time.process_time()-t))";
  std::string arguments;
  for (const fs::path& path : paths) arguments += "'" + path.string() + "' ";
  return vectora::bench::run_python(kProgram, arguments);
}

void read_all(benchmark::State& state, const std::vector<std::string>& pages) {
  size_t bytes = 0;
  for (const std::string& page : pages) bytes += page.size();
  for (auto _ : state) {
    for (const std::string& page : pages) {
      benchmark::DoNotOptimize(vectora::page::read_article(page));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(pages.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}

void generated_pages(benchmark::State& state) {
  read_all(state, std::vector<std::string>(20, generated_page()));
}
BENCHMARK(generated_pages)->Unit(benchmark::kMillisecond);

void real_pages(benchmark::State& state) {
  const std::vector<fs::path> paths = real_paths();
  if (paths.empty()) {
    state.SkipWithError("needs ../shared/packs/html");
    return;
  }
  std::vector<std::string> pages;
  for (const fs::path& path : paths) pages.push_back(read_gz(path));
  const double start = vectora::bench::cpu_seconds();
  read_all(state, pages);
  const double ours = static_cast<double>(state.iterations()) * static_cast<double>(pages.size()) /
                      (vectora::bench::cpu_seconds() - start);
  state.SetLabel(vectora::bench::compared("python3-readability", ours, readability_rate(paths),
                                          "pages a CPU-second"));
}
BENCHMARK(real_pages)->Unit(benchmark::kMillisecond);

}  // namespace
